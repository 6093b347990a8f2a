import type { Cost } from '../../hear/cost.js';
import { VocabError } from '../../model/errors.js';
import { audioLength, count } from '../../report/layout.js';

/** `24 recognitions of 12 clips, 48 s of audio; 12 answers are kept from before`. */
export function sayCost({ sent, kept, clips, sent_ms, unmeasured }: Cost): string {
  const beside = unmeasured === 0 ? '' : ` and that of ${count(unmeasured, 'clip')} of unknown length`;
  const known = kept === 0 ? '' : `; ${count(kept, 'answer')} ${kept === 1 ? 'is' : 'are'} kept from before`;
  return `${count(sent, 'recognition')} of ${count(clips, 'clip')}, ${audioLength(sent_ms)} of audio${beside}${known}`;
}

/** Says that a part of it is to be paid again, in a sentence with a space before it; empty: none is. */
export function sayUnsettled({ unsettled }: Pick<Cost, 'unsettled'>): string {
  if (unsettled === 0) return '';
  const those = unsettled === 1 ? 'The one with it is' : `The ${unsettled} with it are`;
  return ` The list was updated less than five minutes ago and may not be in effect. ${those} sent again by a run after that.`;
}

/** @throws VocabError `usage` when it takes more audio than the limit, or nobody can tell @param limit milliseconds */
export function requireBudget(cost: Cost, limit: number | undefined): void {
  if (limit === undefined || cost.sent === 0) return;
  const { sent_ms, unmeasured } = cost;
  if (sent_ms > limit) {
    throw new VocabError(
      'usage',
      `it takes ${sayCost(cost)}, and --max-audio allows ${audioLength(limit)}; nothing was sent`,
      { hint: `raise --max-audio to ${inUnits(sent_ms)} or more, or evaluate fewer clips` },
    );
  }
  if (unmeasured === 0) return;
  throw new VocabError(
    'usage',
    `nobody can tell how long ${count(unmeasured, 'clip')} ${unmeasured === 1 ? 'is' : 'are'} without decoding, and --max-audio is a limit; nothing was sent`,
    { hint: 'use WAV files, whose length is in their header, or leave --max-audio out' },
  );
}

/** As the option takes it, rounded up. */
function inUnits(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? `${seconds}s` : `${Math.ceil(seconds / 60)}m`;
}
