import type { Change, Reason } from '../../model/change.js';
import { claimOf, type Plan } from '../../model/plan.js';
import { type Examination, type Finding, ok, orWell, problem, withPlan } from '../examination.js';
import { byApply } from './by-apply.js';
import { seen } from './describe-list.js';

/** One more list of a prefix and model, with the same words: it takes a slot and does nothing. */
export const duplicatesAreGone = stray('duplicate', 'no list is there twice', (change, plan) => ({
  status: 'warn',
  message: `${change.address} is there once more, with the same words: it takes a slot, and nobody knows which one a program uses`,
  hint: wayOut(change, 'make sure that no program uses its id; then', plan),
}));

/** One more list of a prefix and model, with other words: perhaps somebody else's. A pin settles which one is meant. */
export const rivalsAreGone = stray('rival', 'no two lists dispute a prefix and model', (change, plan) =>
  blocks(change, plan)
    ? {
        status: 'fail',
        message: `${change.address} is there once more, with other words: it blocks every apply, since it may be somebody else's`,
        hint: `find out whose it is; then name ${idOf(change)} under \`removed\`, or pin the right one with \`vocabulary_id\` in the vocabulary`,
      }
    : {
        status: 'warn',
        message: `${change.address} is there once more, with other words; the vocabulary is pinned to the other one, so it blocks nothing and takes a slot`,
        hint: `make sure that no program uses its id; then name ${idOf(change)} under \`removed\``,
      },
);

function blocks(rival: Change, { changes, blocked }: Plan): boolean {
  const isDisputed = ({ after, prefix, target_model }: Change) =>
    after !== null && prefix === rival.prefix && target_model === rival.target_model;
  const disputed = changes.find(isDisputed);
  return blocked.some(({ rule, address }) => rule === 'rival' && address === disputed?.address);
}

/** A list inside the namespace that no vocabulary names. */
export const orphansAreGone = stray('orphan', 'no list of the namespace is left over', (change, plan) => {
  const claim = claimOf(change, plan);
  if (claim?.hint) return { status: 'warn', message: claim.message, hint: claim.hint };
  return {
    status: 'warn',
    message: `${change.address} is inside the namespace, and no vocabulary names it: it takes a slot`,
    hint: wayOut(change, 'if it is needed, add a vocabulary with its prefix; otherwise', plan),
  };
});

/** A list of a vocabulary that has moved to another model or prefix. */
export const supersededAreGone = stray('superseded', 'no list is waiting to be retired', (change, plan) => {
  const isSent = plan.instant.some(({ name }) => name === change.replaced_by);
  const by = change.replaced_by === null ? '' : ` by ${change.replaced_by}`;
  return {
    status: 'warn',
    message: `${change.address} is superseded${by}${isSent ? ', whose words go with each request' : ''}: it takes a slot until it goes`,
    hint: isSent
      ? 'once every program sends the words, from the published file, `vocabsync apply --retire` deletes it'
      : 'once every program uses the new list, `vocabsync apply --retire` deletes it',
  };
});

type Draft = Pick<Finding, 'message'> & { readonly status: 'warn' | 'fail'; readonly hint: string };

function stray(reason: Reason, well: string, draft: (change: Change, plan: Plan) => Draft): Examination {
  return withPlan((plan) => {
    const found = plan.changes.filter((change) => change.after === null && change.reason === reason);
    return orWell(
      found.map((change) => {
        const { status, ...texts } = draft(change, plan);
        return problem(status, texts, change.before === null ? [] : [seen(change.before)]);
      }),
      () => ok(well),
    );
  });
}

function wayOut(change: Change, first: string, plan: Plan): string {
  const deletes =
    change.action === 'delete'
      ? byApply(plan, 'deletes it')
      : `name ${idOf(change)} under \`removed\`, or set \`prune: true\`, and apply`;
  return `${first} ${deletes}`;
}

function idOf({ before, address }: Change): string {
  return before?.vocabulary_id ?? address;
}
