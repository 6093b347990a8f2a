import { noSuperHotwords } from '../model/catalogue/target-models.js';
import type { Change, Handover, HotwordDiff, Reason } from '../model/change.js';
import type { DesiredList } from '../model/desired.js';
import { type Hotword, pairingKey, type Remark } from '../model/hotword.js';
import type { Document, Reported } from './parse-document.js';

/** A change of a plan, or of a comparison, which knows no ids. */
export type AnyChange =
  | Reported<Document<'plan'>>['changes'][number]
  | Reported<Document<'diff'>>['changes'][number];
export type Words = AnyChange['hotwords'];
/** A change as it was when the document was made; the words of a list that stays are only counted. */
export function reviveChange(change: AnyChange): Change {
  const { address, name, prefix, target_model, action, reason, hotwords, words_digest, replaced_by } = change;
  const isWanted = action === 'create' || action === 'update' || action === 'no-op';
  return {
    address,
    name: name ?? null,
    prefix,
    target_model,
    action,
    reason: reason as Reason,
    before: beforeOf(change),
    after: isWanted ? { ...listAt(address), ...wantedOf(change) } : null,
    hotwords: reviveWords(hotwords),
    words_digest,
    replaced_by,
    replaces: reviveHandover(change.replaces),
    differs_from: reviveHandover(change.differs_from),
    replacements: [],
    consumers: change.consumers,
  };
}

/** Offline there are no ids, and a list is called by its address. */
function beforeOf({ before, prefix, target_model, address }: AnyChange): Change['before'] {
  if (before === null) return null;
  const listed = { vocabulary_id: '', status: 'OK', gmt_create: '', gmt_modified: '', ...before };
  const called = 'vocabulary_id' in before ? {} : { called: { name: `prefix ${prefix}`, address } };
  const { vocabulary_id, status, gmt_create, gmt_modified } = listed;
  return { vocabulary_id, status, gmt_create, gmt_modified, prefix, target_model, hotwords: [], ...called };
}

function wantedOf({
  name,
  prefix,
  target_model,
  consumers,
  owner,
  hotwords,
}: AnyChange): Partial<DesiredList> {
  return {
    name: name ?? prefix,
    prefix,
    target_model,
    consumers,
    owner: owner ?? null,
    remarks: remarksOf([...hotwords.added, ...hotwords.changed]),
  };
}

/** What is said of words that come or stay. */
export function remarksOf(
  words: readonly Pick<Words['changed'][number], 'text' | 'lang' | 'note' | 'expires'>[],
): ReadonlyMap<string, Remark> {
  return new Map(
    words.flatMap(({ text, lang, note, expires }) => {
      if (note === undefined && expires === undefined) return [];
      const key = pairingKey({ text, lang, weight: 0, extra: null });
      return [[key, { note: note ?? null, expires: expires ?? null }] as const];
    }),
  );
}

/** A list of which nothing but the address is known. */
export function listAt(address: string): DesiredList {
  return {
    address,
    name: address,
    prefix: '',
    target_model: '',
    previous_prefixes: [],
    vocabulary_ids: [],
    hotwords: [],
    remarks: new Map(),
    owner: null,
    consumers: [],
    max_hotwords: 0,
    super_hotwords: noSuperHotwords,
    could_be_instant: false,
    location: null,
  };
}

export const noWords: HotwordDiff = { added: [], removed: [], changed: [], unchanged: 0 };

function reviveHandover(handover: AnyChange['replaces']): Handover | null {
  if (handover === undefined) return null;
  return { address: handover.address, hotwords: reviveWords(handover.hotwords) };
}

export function reviveWords({ added, removed, changed, unchanged }: Words): HotwordDiff {
  return {
    added: added.map(reviveWord),
    removed: removed.map(reviveWord),
    changed: changed.map(({ text, lang, before, after }) => ({
      before: reviveWord({ text, ...before, lang: before.lang === undefined ? lang : before.lang }),
      after: reviveWord({ text, ...after, lang }),
    })),
    unchanged,
  };
}

function reviveWord({ text, weight, lang, extra }: Words['removed'][number]): Hotword {
  return { text, weight, lang, extra: extra ?? null };
}
