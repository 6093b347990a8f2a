import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A plan, as much as policies read of it. */
export interface Plan {
  readonly account: object;
  readonly changes: readonly Change[];
}

type Change = Readonly<Record<string, unknown>> & { readonly name?: string };

/** What a policy says of a plan, whatever language it is written in. */
export interface Case {
  readonly policy: string;
  readonly what: string;
  readonly plan: Plan;
  readonly today?: string;
  readonly says: readonly string[];
}

export const [friday, thursday] = ['2026-11-27', '2026-11-26'] as const;

/** A document of the golden files. */
export function golden(name: string): Plan {
  const file = join(import.meta.dirname, '../golden/json', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Plan;
}

/** A plan of three vocabularies and two lists without one; one of those is to be deleted. */
export function mixed(account: string | null, owner?: string): Plan {
  const plan = golden('plan-mixed');
  const changes = plan.changes.map((change) => (change.name === undefined ? change : { ...change, owner }));
  return { ...plan, account: { ...plan.account, name: account }, changes };
}

/** A plan with one update of so many words, as evenly added, removed and changed as can be. */
export function updating(words: number): Plan {
  const plan = golden('plan-first');
  const some = (share: number) => Array.from({ length: Math.floor((words + share) / 3) }, () => ({}));
  const hotwords = { added: some(0), removed: some(1), changed: some(2), unchanged: 7 };
  return { ...plan, changes: plan.changes.map((change) => ({ ...change, action: 'update', hotwords })) };
}

export const deleted = [`acmeold@fun-asr-realtime would be deleted, and ${friday} is a Friday`];

export const ownerless = ['medical', 'meetings', 'support'].map(
  (name) => `${name}@fun-asr-realtime has no owner, and in production every vocabulary needs one`,
);

/** A plan of a vocabulary that has no list. */
function instant(account: string): Plan {
  const plan = golden('plan-instant');
  return { ...plan, account: { ...plan.account, name: account }, changes: [] };
}

const unowned = namesWithoutOwner('plan-instant').map(
  (name) => `${name} has no owner, and in production every vocabulary needs one`,
);

function namesWithoutOwner(name: string): string[] {
  const { instant: sent = [] } = golden(name) as Plan & {
    readonly instant?: readonly { readonly name: string; readonly owner?: string }[];
  };
  return sent.flatMap((one) => (one.owner === undefined ? one.name : []));
}

const tooMany = (words: number) => [`medical@fun-asr-realtime: ${words} words change, and at most 20 may`];

const onFriday = 'no-deletes-on-friday';
const twenty = 'at-most-twenty-words';
const owners = 'production-needs-owners';

export const cases: readonly Case[] = [
  { policy: onFriday, what: 'a delete on a Friday', plan: mixed(null), today: friday, says: deleted },
  { policy: onFriday, what: 'a delete on a Thursday', plan: mixed(null), today: thursday, says: [] },
  { policy: onFriday, what: 'a create on a Friday', plan: golden('plan-first'), today: friday, says: [] },
  { policy: twenty, what: 'a new list of thirty words', plan: golden('plan-first'), says: tooMany(30) },
  { policy: twenty, what: 'thirty words in the place of twenty-eight of them', plan: mixed(null), says: [] },
  { policy: twenty, what: 'twenty words', plan: updating(20), says: [] },
  { policy: twenty, what: 'twenty-one words', plan: updating(21), says: tooMany(21) },
  { policy: twenty, what: 'nothing', plan: golden('plan-nothing'), says: [] },
  { policy: owners, what: 'production', plan: mixed('production'), says: ownerless },
  { policy: owners, what: 'words that go with requests', plan: instant('production'), says: unowned },
  { policy: owners, what: 'words that go with requests, in staging', plan: instant('staging'), says: [] },
  { policy: owners, what: 'an empty owner', plan: mixed('production', ''), says: ownerless },
  { policy: owners, what: 'owners', plan: mixed('production', 'speech team'), says: [] },
  { policy: owners, what: 'staging', plan: mixed('staging'), says: [] },
  { policy: owners, what: 'an account without a name', plan: mixed(null), says: [] },
];
