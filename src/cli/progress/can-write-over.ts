import type { Context } from '../context.js';

/**
 * Whether lines on stderr can be written over: it is a terminal that understands more than text, and no CI system that
 * keeps what was written as a log.
 */
export function canWriteOver({ terminal, stderr, env }: Context): boolean {
  if (terminal === undefined || !stderr.isTTY || env['TERM'] === 'dumb') return false;
  const ci = env['CI'];
  return ci === undefined || ci === '' || ci === '0' || ci === 'false';
}
