import type { ForeignWord } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { isOurs, scaleOf, type WeightsOfFile, weightFrom } from './scales.js';
import type { WeightPolicy } from './weight-policy.js';

export interface MappedWords {
  /** Weights that are null are the default. */
  readonly words: readonly ForeignWord[];
  /** What became of the weights, a sentence each. */
  readonly notes: readonly string[];
  /** Words that are left out for their weight. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface MapOptions extends Pick<WeightsOfFile, 'style' | 'isGiven'> {
  readonly policy: WeightPolicy;
  /** Whether the models know super hotwords. */
  readonly superAllowed: boolean;
}

/** Brings the weights of a file to the scale of 1 to 5. */
export function mapWeights(words: readonly ForeignWord[], options: MapOptions): MappedWords {
  const { policy } = options;
  const weighted = words.flatMap(({ weight }) => weight ?? []);
  if (weighted.length === 0) return { words, notes: [], diagnostics: [] };
  if (policy === 'keep') return keepWhole(words);
  if (policy === 'drop') {
    const notes = [`the weights of ${wordCount(weighted.length)} were dropped: they have the default weight`];
    return { words: words.map((word) => ({ ...word, weight: null })), notes, diagnostics: [] };
  }
  return mapOnto(words, weighted, options);
}

/** The vendor takes whole numbers only; which of them, the rules say. */
function keepWhole(words: readonly ForeignWord[]): MappedWords {
  const diagnostics = words.filter((word) => !isWhole(word)).map(notWhole);
  return { words: words.filter(isWhole), notes: [], diagnostics };
}

function isWhole({ weight }: ForeignWord): boolean {
  return weight === null || Number.isSafeInteger(weight);
}

function notWhole({ text, weight, location }: ForeignWord): Diagnostic {
  return asWarning({
    rule: 'import-weight',
    location,
    message: `"${text}" has weight ${weight}, and the vendor takes whole numbers only; the word is left out`,
    hint: 'import it without --weights keep, so that weights become 1 to 5',
  });
}

function mapOnto(
  words: readonly ForeignWord[],
  weights: readonly number[],
  { style, isGiven, superAllowed }: MapOptions,
): MappedWords {
  const scale = scaleOf({ weights, style, isGiven });
  const kept: ForeignWord[] = [];
  const diagnostics: Diagnostic[] = [];
  const changes: Change[] = [];
  for (const word of words) {
    const weight = word.weight === null ? 'default' : weightFrom(word.weight, scale, superAllowed);
    if (weight === null) diagnostics.push(lessLikely(word));
    else {
      kept.push({ ...word, weight: weight === 'default' ? null : weight });
      if (word.weight !== null && weight !== word.weight) changes.push({ from: word.weight, to: weight });
    }
  }
  const said = saidOf(changes);
  return {
    words: kept,
    diagnostics,
    notes: said === null ? [] : [`${scale.name}${changes.length > 1 ? because(words, style) : ''}: ${said}`],
  };
}

const fewestBeside = 3;

/** A slip in one line must not change the weights of all others without being named. */
function because(words: readonly ForeignWord[], style: WeightsOfFile['style']): string {
  const weighted = words.filter(({ weight }) => weight !== null);
  const [odd, ...others] = weighted.filter(({ weight }) => !isOurs(weight ?? 0, style));
  if (odd === undefined || others.length > 0 || weighted.length <= fewestBeside) return '';
  return ` (only because of ${odd.weight} for "${odd.text}" in line ${odd.location.line}; correct it there if it is a slip)`;
}

interface Change {
  readonly from: number;
  readonly to: number | 'default';
}

/** `20 became 4 (2 words), 50 to 100 became 5 (1 word)`; null: nothing became anything else. */
function saidOf(changes: readonly Change[]): string | null {
  const groups = new Map<Change['to'], { least: number; most: number; words: number }>();
  for (const { from, to } of changes) {
    const group = groups.get(to);
    if (group === undefined) groups.set(to, { least: from, most: from, words: 1 });
    else {
      group.least = Math.min(group.least, from);
      group.most = Math.max(group.most, from);
      group.words++;
    }
  }
  if (groups.size === 0) return null;
  return [...groups]
    .sort(([, one], [, other]) => one.least - other.least)
    .map(([to, { least, most, words }]) => {
      const from = least === most ? `${least}` : `${least} to ${most}`;
      return `${from} became ${to === 'default' ? 'the default weight' : to} (${wordCount(words)})`;
    })
    .join(', ');
}

function lessLikely({ text, weight, location }: ForeignWord): Diagnostic {
  return asWarning({
    rule: 'import-weight',
    location,
    message: `"${text}" has weight ${weight}, which asks that it be heard less often; no list can ask for that, and the word is left out`,
    hint: 'give it a weight above 0 in the file if it shall be heard',
  });
}

export function wordCount(words: number): string {
  return words === 1 ? '1 word' : `${words.toLocaleString('en')} words`;
}
