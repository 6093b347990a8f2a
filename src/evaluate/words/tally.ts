import type { WordCounts, WordResult } from '../../model/evaluation/evaluation.js';
import type { JudgedText } from '../clips/judge-clip.js';
import type { Round } from '../clips/rounds.js';

/** What became of one word in all rounds. `given`: with the hotwords of the rounds. */
export interface Tally extends Pick<WordResult, 'said' | 'rescued' | 'lost' | 'clips' | 'without'> {
  readonly given: WordCounts;
  /**
   * How often it was false with hotwords and not without, clip by clip. Over all clips the one would hide the other: a
   * word that was false because another was misheard is not any more, once that one is heard.
   */
  readonly brought: number;
}

interface Count {
  said: number;
  rescued: number;
  lost: number;
  readonly without: { heard: number; intruded: number };
  readonly given: { heard: number; intruded: number };
  readonly clips: Readonly<Record<keyof WordResult['clips'], Set<string>>>;
  /** By clip, how much more often it was false with hotwords than without. */
  readonly more: Map<string, number>;
}

/** Counts by word. Clips are named in the order in which they come. */
export function tallyWords(words: number, rounds: readonly Round[]): readonly Tally[] {
  const counts = Array.from({ length: words }, emptyCount);
  for (const round of rounds) {
    countSaid(counts, round);
    countIntruded(counts, round);
  }
  return counts.map(({ clips, more, ...count }) => ({
    ...count,
    brought: [...more.values()].reduce((sum, by) => sum + Math.max(0, by), 0),
    clips: {
      said: [...clips.said],
      missed: [...clips.missed],
      rescued: [...clips.rescued],
      lost: [...clips.lost],
      intruded: [...clips.intruded],
    },
  }));
}

function emptyCount(): Count {
  return {
    said: 0,
    rescued: 0,
    lost: 0,
    without: { heard: 0, intruded: 0 },
    given: { heard: 0, intruded: 0 },
    clips: { said: new Set(), missed: new Set(), rescued: new Set(), lost: new Set(), intruded: new Set() },
    more: new Map(),
  };
}

function countSaid(counts: readonly Count[], { clip, without, given }: Round): void {
  given.trial.said.forEach(({ word }, index) => {
    const count = counts[word];
    if (count === undefined) return;
    const before = without.trial.heard[index] === true;
    const after = given.trial.heard[index] === true;
    count.said++;
    count.clips.said.add(clip);
    if (before) count.without.heard++;
    if (after) count.given.heard++;
    else count.clips.missed.add(clip);
    if (before === after) return;
    const change = after ? 'rescued' : 'lost';
    count[change]++;
    count.clips[change].add(clip);
  });
}

function countIntruded(counts: readonly Count[], { clip, without, given }: Round): void {
  for (const side of ['without', 'given'] as const) {
    for (const word of intrudedIn(side === 'given' ? given : without)) {
      const count = counts[word];
      if (count === undefined) continue;
      count[side].intruded++;
      count.more.set(clip, (count.more.get(clip) ?? 0) + (side === 'given' ? 1 : -1));
      if (side === 'given') count.clips.intruded.add(clip);
    }
  }
}

function intrudedIn({ trial }: JudgedText): number[] {
  return trial.found.flatMap(({ word, kind }) => (kind === 'intruded' ? [word] : []));
}
