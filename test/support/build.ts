import { noSuperHotwords } from '../../src/model/catalogue/target-models.js';
import type { Guards } from '../../src/model/config.js';
import type { Desired, DesiredList, Policy } from '../../src/model/desired.js';
import { type Hotword, noRemarks, pairingKey, type Remark, type Remarks } from '../../src/model/hotword.js';
import type { InstantWords } from '../../src/model/instant/instant-words.js';
import { type Account, type ObservedList, prefixOf } from '../../src/model/observed.js';

/* Plain objects for the pure stages; each test names only what it is about. */

export const model = 'fun-asr-realtime';

/** `word('心房颤动', { weight: 5, lang: 'zh' })` */
export function word(text: string, fields: Partial<Hotword> = {}): Hotword {
  return { text, weight: 4, lang: null, extra: null, ...fields };
}

/** `words(12)` makes word1 … word12; `words('a', 'b')` makes these. */
export function words(first: string | number, ...rest: string[]): Hotword[] {
  if (typeof first === 'string') return [first, ...rest].map((text) => word(text));
  return Array.from({ length: first }, (_, index) => word(`word${index + 1}`));
}

/** `remarks([word('ECG'), { note: 'heard as easy G' }])` */
export function remarks(...said: readonly (readonly [Hotword, Partial<Remark>])[]): Remarks {
  return new Map(
    said.map(([about, remark]) => [pairingKey(about), { note: null, expires: null, ...remark }]),
  );
}

export function desiredList(fields: Partial<DesiredList> = {}): DesiredList {
  const { name = 'medical', target_model = model } = fields;
  return {
    address: `${name}@${target_model}`,
    name,
    prefix: 'acmemed',
    target_model,
    previous_prefixes: [],
    vocabulary_ids: [],
    hotwords: words('alpha', 'beta'),
    remarks: noRemarks,
    owner: null,
    consumers: [],
    max_hotwords: 500,
    super_hotwords: noSuperHotwords,
    could_be_instant: false,
    location: null,
    ...fields,
  };
}

/** Words of which a request carries text and weight. */
export function instantWords(fields: Partial<InstantWords> = {}): InstantWords {
  return {
    name: 'participants',
    target_models: ['qwen-audio-3.1-asr-flash-streaming'],
    previous_prefixes: [],
    hotwords: words('alpha', 'beta'),
    remarks: noRemarks,
    owner: null,
    consumers: [],
    max_hotwords: 2000,
    location: null,
    ...fields,
  };
}

export const guards: Guards = { max_deletes: 1, max_hotword_loss: 0.5, update_interval: 0 };

/** What is asked, its lists and its policy side by side. */
export function desired({
  lists = [desiredList()],
  instant = [],
  consumers = [],
  ...policy
}: Partial<Policy & Omit<Desired, 'policy' | 'levels'>> = {}): Desired {
  return { lists, instant, consumers, policy: { ...policyOf(), ...policy } };
}

function policyOf(): Policy {
  return { namespace: 'acme', prune: true, removed: [], protect: [], list_quota: 10, guards };
}

/** An id with a readable tail: `idOf('acmemed', 1)` is `vocab-acmemed-000…1`. */
export function idOf(prefix: string, serial: number): string {
  return `vocab-${prefix}-${serial.toString(16).padStart(32, '0')}`;
}

/** A list as the account shows it, by default the bound one of `desiredList()`. */
export function observedList(fields: Partial<ObservedList> = {}): ObservedList {
  const vocabulary_id = fields.vocabulary_id ?? idOf('acmemed', 1);
  return {
    vocabulary_id,
    prefix: prefixOf(vocabulary_id) ?? '',
    target_model: model,
    hotwords: words('alpha', 'beta'),
    gmt_create: '2026-11-01 10:00:00',
    gmt_modified: '2026-11-01 10:00:00',
    status: 'OK',
    ...fields,
  };
}

/** An account with these lists and as many unmanaged ones. */
export function account(read: readonly ObservedList[], unmanaged = 0): Account {
  const others = Array.from({ length: unmanaged }, (_, index) =>
    observedList({ vocabulary_id: idOf('zzz', index + 1) }),
  );
  return { listed: [...read, ...others], read, server_time: Date.UTC(2026, 10, 22, 10) };
}

export { noShaping } from '../../src/model/plan.js';
