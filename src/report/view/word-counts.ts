import type { HotwordDiff } from '../../model/change.js';
import type { WordCounts } from './report-view.js';

export function countWords({ added, changed, removed, unchanged }: HotwordDiff): WordCounts {
  return { added: added.length, changed: changed.length, removed: removed.length, unchanged };
}

/** `+3 ~1 -2`; empty when there are none. */
export function signedCounts({ added, changed, removed }: Omit<WordCounts, 'unchanged'>): string {
  const parts = [
    { sign: '+', amount: added },
    { sign: '~', amount: changed },
    { sign: '-', amount: removed },
  ];
  return parts.flatMap(({ sign, amount }) => (amount > 0 ? [`${sign}${amount}`] : [])).join(' ');
}
