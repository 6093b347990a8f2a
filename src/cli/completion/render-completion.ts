import { printable } from '../../model/text/printable.js';
import type { Completion } from './complete.js';

/** What the scripts read: the kind, then a candidate a line, with a tab before its description. */
export function renderCompletion({ kind, candidates }: Completion): string {
  const lines = candidates.map(({ value, description }) =>
    description === '' ? value : `${value}\t${printable(description)}`,
  );
  return `${[kind, ...lines].join('\n')}\n`;
}
