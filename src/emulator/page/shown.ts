import { escapeHtml } from '../../model/text/html.js';
import { escapeUnseen } from '../../model/text/printable.js';

/** Writes a text of others as HTML. What could not be seen, or would rearrange its neighbours, is spelt out. */
export function shown(text: string): string {
  return escapeHtml(escapeUnseen(text));
}

/** `1 list`, `2,000 lists` */
export function amount(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
