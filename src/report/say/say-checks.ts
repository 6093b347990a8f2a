import type { Checkup } from '../../model/checks/checkup.js';
import type { Saying } from '../form.js';
import { doctorDocument } from '../json/doctor-document.js';
import { viewChecks } from '../view/checks-view.js';
import type { Teller } from './teller.js';

/** What an examination has found. */
export function sayChecks(checkup: Checkup, { envelope }: Pick<Teller, 'envelope'>): Saying {
  return { as: 'checks', view: () => viewChecks(checkup), document: () => doctorDocument(envelope, checkup) };
}
