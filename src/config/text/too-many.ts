import { asError } from '../../model/diagnostic.js';
import type { Reporting } from '../reading.js';
import { locationAt } from './source.js';

/** A hundred times what any list takes: a file that has more is a corpus, or a mistake. */
export const mostEntries = 200_000;

/** Says that a file has more entries than anybody can mean, where they begin to be too many. */
export function reportTooMany(offset: number, { source, report }: Reporting): void {
  const count = mostEntries.toLocaleString('en');
  const draft = {
    rule: 'file-too-large',
    message: `the file has more than ${count} entries; it is not read any further`,
    hint: 'take the words out of it that are misheard: a list holds 2,000 hotwords at most',
  };
  report(asError(draft, locationAt(source, offset)));
}
