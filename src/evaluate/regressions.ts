import { clipName } from '../model/evaluation/clip.js';
import type { EarlierClip, EarlierEvaluation } from '../model/evaluation/earlier.js';
import type { BaselineResult, Regression } from '../model/evaluation/evaluation.js';
import { compareText } from '../model/text/compare.js';
import type { AlignedClip } from './clips/align-clip.js';
import { judgeClip } from './clips/judge-clip.js';
import { tokenise } from './text/tokens.js';
import { createFinder, type Finder } from './words/find-words.js';

interface Counts {
  readonly heard: number;
  readonly said: number;
}

/** One word in one clip, then and now. */
interface Comparison {
  readonly clip: string;
  readonly before: Counts;
  readonly now: Counts;
}

/**
 * Compares what is heard with hotwords with what an earlier evaluation heard, in the clips that both have, by name and by text to
 * the letter. The words are those of the earlier one, whether or not they are given today: one that was taken out of the list
 * and is missed since is a regression. Shares are compared, so that another number of repeats is no difference.
 */
export function compareWithEarlier(
  earlier: EarlierEvaluation,
  clips: readonly AlignedClip[],
): BaselineResult {
  const words = [...new Set(earlier.clips.flatMap((clip) => [...clip.words.keys()]))];
  const find = createFinder(words.map((word) => tokenise(word).units));
  const pairs = pairClips(earlier.clips, clips);
  const comparisons = new Map(words.map((word) => [word, [] as Comparison[]]));
  for (const [then, now] of pairs) {
    for (const [word, comparison] of compareClip(then, now, { words, find }))
      comparisons.get(word)?.push(comparison);
  }
  return {
    file: earlier.file,
    regressions: [...comparisons].flatMap(regressionOf).sort(worstFirst),
    incomparable: earlier.clips.length - pairs.length,
  };
}

/** Pairs the clips that both have; where a manifest has one twice, the first with the first. */
function pairClips(
  earlier: readonly EarlierClip[],
  clips: readonly AlignedClip[],
): (readonly [EarlierClip, AlignedClip])[] {
  const waiting = new Map<string, AlignedClip[]>();
  for (const clip of clips) {
    const key = JSON.stringify([clipName(clip.clip), clip.clip.text]);
    waiting.set(key, [...(waiting.get(key) ?? []), clip]);
  }
  return earlier.flatMap((then) => {
    const now = waiting.get(JSON.stringify([then.name, then.text]))?.shift();
    return now === undefined ? [] : [[then, now] as const];
  });
}

function compareClip(
  { words: before, name }: EarlierClip,
  clip: AlignedClip,
  { words, find }: { readonly words: readonly string[]; readonly find: Finder },
): readonly (readonly [string, Comparison])[] {
  const { said, texts } = judgeClip(clip, find);
  const trials = texts.with?.map(({ trial }) => trial) ?? [];
  const present = [...new Set(said.map(({ word }) => word))];
  return present.flatMap((index) => {
    const word = words[index] ?? '';
    const then = before.get(word);
    if (then === undefined || then.said === 0 || trials.length === 0) return [];
    const isIt = said.map((occurrence) => occurrence.word === index);
    const now = {
      heard: trials.reduce((sum, { heard }) => sum + heard.filter((is, at) => is && isIt[at]).length, 0),
      said: isIt.filter(Boolean).length * trials.length,
    };
    return [[word, { clip: name, before: then, now }] as const];
  });
}

function regressionOf([word, comparisons]: readonly [string, readonly Comparison[]]): Regression[] {
  const before = sumOf(comparisons.map((comparison) => comparison.before));
  const now = sumOf(comparisons.map((comparison) => comparison.now));
  if (drop({ before, now }) <= 0) return [];
  const clips = comparisons.filter((comparison) => drop(comparison) > 0).map(({ clip }) => clip);
  return [{ word, clips: [...new Set(clips)], before, now }];
}

function sumOf(counts: readonly Counts[]): Counts {
  return {
    heard: counts.reduce((sum, { heard }) => sum + heard, 0),
    said: counts.reduce((sum, { said }) => sum + said, 0),
  };
}

/** By how much the share that is heard went down; above zero only if it did. Multiplied out, so that nothing is rounded. */
function drop({ before, now }: Pick<Comparison, 'before' | 'now'>): number {
  return before.heard * now.said - now.heard * before.said;
}

function worstFirst(left: Regression, right: Regression): number {
  return shareLost(right) - shareLost(left) || compareText(left.word, right.word);
}

function shareLost({ before, now }: Regression): number {
  return before.heard / before.said - now.heard / now.said;
}
