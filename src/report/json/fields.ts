import type { Change, Handover, HotwordDiff } from '../../model/change.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { VocabError } from '../../model/errors.js';
import { type Hotword, noRemarks, type Remarks, remarkOn } from '../../model/hotword.js';
import type { Blocked, Step } from '../../model/plan.js';
import type { StepResult } from '../../model/result/apply-result.js';
import { maskKeys, maskKeysIn } from '../../model/text/secrets.js';
import { isoTime } from '../../model/time/server-time.js';

export function changeDocument(change: Change) {
  const { address, name, prefix, target_model, action, reason, before, hotwords } = change;
  const { words_digest, replaced_by, consumers, after } = change;
  const remarks = after?.remarks ?? noRemarks;
  const owner = after?.owner ?? null;
  return {
    address,
    ...(name === null ? {} : { name }),
    ...(owner === null ? {} : { owner: maskKeys(owner) }),
    prefix,
    target_model,
    action,
    reason,
    before: before === null ? null : beforeDocument(before),
    hotwords: wordsDocument(hotwords, remarks),
    ...handoverDocument('replaces', change.replaces, remarks),
    ...handoverDocument('differs_from', change.differs_from, remarks),
    words_digest,
    replaced_by,
    consumers,
  };
}

function handoverDocument(key: 'replaces' | 'differs_from', handover: Handover | null, remarks: Remarks) {
  if (handover === null) return {};
  return { [key]: { address: handover.address, hotwords: wordsDocument(handover.hotwords, remarks) } };
}

function beforeDocument({
  vocabulary_id,
  status,
  gmt_create,
  gmt_modified,
  hotwords,
}: NonNullable<Change['before']>) {
  return { vocabulary_id, status, gmt_create, gmt_modified, hotword_count: hotwords.length };
}

/** @param remarks on the words that come or stay */
export function wordsDocument({ added, removed, changed, unchanged }: HotwordDiff, remarks: Remarks) {
  return {
    added: added.map((word) => ({ ...hotwordDocument(word), ...remarkDocument(word, remarks) })),
    removed: removed.map(hotwordDocument),
    changed: changed.map(({ before, after }) => ({
      ...changedDocument(before, after),
      ...remarkDocument(after, remarks),
    })),
    unchanged,
  };
}

/** Hides keys in what somebody put into a list: a document is printed in CI, and a plan file kept there. */
export function hotwordDocument({ text, weight, lang, extra }: Hotword) {
  return { text: maskKeys(text), weight, lang: lang && maskKeys(lang), ...extraDocument(extra) };
}

/** For people, so it is no part of what a plan file is compared by. */
export function remarkDocument(word: Hotword, remarks: Remarks) {
  const { note, expires } = remarkOn(word, remarks);
  return {
    ...(note === null ? {} : { note: maskKeys(note) }),
    ...(expires === null ? {} : { expires: maskKeys(expires) }),
  };
}

function extraDocument(extra: Hotword['extra']) {
  return extra === null ? {} : { extra: maskKeysIn(extra) };
}

function changedDocument(before: Hotword, after: Hotword) {
  return {
    text: maskKeys(after.text),
    lang: after.lang && maskKeys(after.lang),
    // Where a list and words that go with requests are compared, it may differ.
    before: { ...sideDocument(before), ...(before.lang === after.lang ? {} : { lang: before.lang }) },
    after: sideDocument(after),
  };
}

function sideDocument({ weight, extra }: Hotword) {
  return { weight, ...extraDocument(extra) };
}

export function stepDocument({ id, op, change, after, slots_after, not_before }: Step) {
  return {
    id,
    op,
    address: change.address,
    after,
    slots_after,
    not_before: not_before === null ? null : isoTime(not_before),
  };
}

export function resultFields({ status, vocabulary_id, request_id, attempts, note, error }: StepResult) {
  return {
    status,
    vocabulary_id,
    request_id,
    attempts,
    note,
    error: error === null ? null : errorDocument(error),
  };
}

/** Writes a reason with all its ways out; `hint`, the first of them, is for readers that show one line. */
export function blockedDocument({ rule, address, message, hints }: Blocked) {
  return { rule, address, message, hint: hints[0] ?? null, hints };
}

export function errorDocument({ code, message, hint, remote }: VocabError) {
  return {
    code,
    message: maskKeys(message),
    hint: hint && maskKeys(hint),
    ...(remote === null
      ? {}
      : { status: remote.status, vendor_code: remote.vendor_code, request_id: remote.request_id }),
  };
}

export function diagnosticDocument({ severity, rule, message, hint, location, related }: Diagnostic) {
  const texts = { message: maskKeys(message), hint: hint && maskKeys(hint) };
  return { severity, rule, ...texts, ...location, ...(related === null ? {} : { related }) };
}
