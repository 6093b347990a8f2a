import { superHotwords } from '../../model/catalogue/target-models.js';
import type { WeightStyle } from '../../model/config.js';

/*
 * What a weight of another system becomes here. Scales are anchored where people leave them: what the other system
 * recommends or begins with becomes 4, which is what this vendor recommends, and only what was raised above that becomes
 * 5, at which words begin to intrude. A straight line from end to end would give FunASR's usual 20 a weight of 1. The same
 * number becomes the same weight in every file of a scale, so that files can be imported one by one.
 */

export interface Scale {
  /** What its weights are called in a sentence. */
  readonly name: string;
  /** Inclusive upper ends, ascending, with the weight up to there; null: numbers that are no weights. */
  readonly bands: readonly (readonly [upTo: number, weight: number])[] | null;
}

/** The vendor's own. A decimal is rounded, a half down. 50, a super hotword, is no part of it: see `weightFrom`. */
const five: Scale = {
  name: 'weights of 1 to 5',
  bands: [
    [1.5, 1],
    [2.5, 2],
    [3.5, 3],
    [4.5, 4],
    [5, 5],
  ],
};

/**
 * Source: Tencent Cloud's hotword pages. 1 to 10 are ordinary; 11 makes a super hotword and 100 one that replaces what
 * sounds alike, of which there should be few since other words suffer.
 */
const ten: Scale = {
  name: 'weights of 1 to 10, as Tencent Cloud and others have them',
  bands: [
    [2, 1],
    [4, 2],
    [6, 3],
    [10, 4],
    [100, 5],
  ],
};

/** Source: FunASR's hotword file, whose examples all have 20. */
const hundred: Scale = {
  name: 'weights of 1 to 100, as FunASR has them',
  bands: [
    [4, 1],
    [9, 2],
    [19, 3],
    [49, 4],
    [100, 5],
  ],
};

/** Source: sherpa-onnx's hotword page: a word without a boost gets 1.5, and its examples go up to 3.5. */
const boost: Scale = {
  name: 'boosts, as sherpa-onnx has them',
  bands: [
    [0.49, 1],
    [0.99, 2],
    [1.49, 3],
    [2.99, 4],
    [Number.POSITIVE_INFINITY, 5],
  ],
};

const share: Scale = {
  name: 'shares of 0 to 1',
  bands: [
    [0.2, 1],
    [0.4, 2],
    [0.6, 3],
    [0.8, 4],
    [1, 5],
  ],
};

/** Source: Intelligent Speech Interaction and Tingwu, -6 to 5, where a number below 0 makes a word less likely. */
const older: Scale = {
  name: "weights of -6 to 5, as the vendor's older services have them",
  bands: five.bands,
};

/** How often a word is written says nothing of whether it is misheard. */
const frequency: Scale = { name: 'counts or frequencies', bands: null };

export interface WeightsOfFile {
  readonly weights: readonly number[];
  /** How the texts carried them; null: they had places of their own. */
  readonly style: WeightStyle | null;
  /** Whether the file was said to be of that style, so that its scale is not for the numbers to tell. */
  readonly isGiven: boolean;
}

const { super: superWeight } = superHotwords;

/** Tells the scale of a file by how it is written and by all of its weights. */
export function scaleOf({ weights, style, isGiven }: WeightsOfFile): Scale {
  if (style === 'sherpa') return boost;
  if (style === 'jieba') return frequency;
  if (isGiven && style === 'number') return weights.some((weight) => weight > 100) ? frequency : hundred;
  if (weights.every((weight) => isOurs(weight, style))) return five;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const weight of weights) {
    least = Math.min(least, weight);
    most = Math.max(most, weight);
  }
  if (most > 100) return frequency;
  return weights.every(Number.isInteger)
    ? wholeScale({ weights, style, least, most })
    : decimalScale(least, most);
}

/** Whether a weight is one of the vendor's own scale as it stands. */
export function isOurs(weight: number, style: WeightStyle | null): boolean {
  if (!Number.isInteger(weight)) return false;
  return (weight >= 1 && weight <= 5) || (weight === superWeight && style !== 'number');
}

interface Found extends Pick<WeightsOfFile, 'weights' | 'style'> {
  readonly least: number;
  readonly most: number;
}

function wholeScale({ weights, style, least, most }: Found): Scale {
  if (least >= -6 && most <= 5) return older;
  if (style === 'number') return hundred;
  // 100 stands apart in a list of 1 to 11.
  const isTen =
    weights.every((weight) => weight <= 11 || weight === 100) && weights.some((weight) => weight <= 11);
  return isTen ? ten : hundred;
}

function decimalScale(least: number, most: number): Scale {
  if (most <= 1) return share;
  if (least >= 1 && most <= 5) return five;
  if (most <= 5) return boost;
  return most <= 11 ? ten : hundred;
}

/**
 * A weight of a scale as one of 1 to 5; `default` where the scale has no weights, null for one below 0, which asks that
 * the word be heard less often. @param superAllowed whether the models know super hotwords
 */
export function weightFrom(weight: number, scale: Scale, superAllowed: boolean): number | 'default' | null {
  if (scale.bands === null) return 'default';
  if (weight < 0) return null;
  if (scale === five && weight === superWeight) return superAllowed ? superWeight : 5;
  return scale.bands.find(([upTo]) => weight <= upTo)?.[1] ?? 5;
}
