import type { Check, Evidence } from '../../model/checks/check.js';
import { type Checkup, countChecks } from '../../model/checks/checkup.js';
import { maskKeys } from '../../model/text/secrets.js';
import { type Envelope, headDocument } from './envelope.js';

/** What an examination has found, in the order in which it was looked at. */
export function doctorDocument(envelope: Envelope, { endpoint, checks }: Checkup): object {
  return {
    ...headDocument(envelope),
    endpoint,
    summary: countChecks(checks),
    checks: checks.map(checkDocument),
  };
}

function checkDocument({ id, status, message, hint, evidence }: Check) {
  return {
    id,
    status,
    message: maskKeys(message),
    hint: hint && maskKeys(hint),
    evidence: evidence.map(evidenceDocument),
  };
}

function evidenceDocument({ text, vocabulary_id, location }: Evidence) {
  return {
    text: maskKeys(text),
    ...(vocabulary_id === undefined ? {} : { vocabulary_id: maskKeys(vocabulary_id) }),
    ...location,
  };
}
