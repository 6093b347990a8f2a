import type { Change } from '../../model/change.js';
import { countLost } from '../../model/hotword.js';
import { claimOf, type Plan, servedBy } from '../../model/plan.js';
import { type Finding, ok, orWell, problem, withPlan } from '../examination.js';
import { byApply } from './by-apply.js';
import { seen } from './describe-list.js';

/** Is every list there that the configuration asks for? */
export const listsExist = withPlan((plan) => {
  const wanted = plan.changes.filter(({ after }) => after !== null);
  const missing = wanted.filter(({ before }) => before === null);
  const there = wanted.flatMap(({ before }) => before ?? []);
  if (wanted.length === 0) return [ok('the configuration asks for no list')];
  // The list of its prefix is there, and is not the one that was meant.
  const pinned = plan.blocked.filter(({ rule }) => rule === 'pinned-list-missing');
  const isTold = new Set(pinned.map(({ address }) => address));
  return orWell(
    [
      ...pinned.map(({ message, hints }) => problem('fail', { message, hint: hints.join('; or ') })),
      ...missing.filter(({ address }) => !isTold.has(address)).map((change) => absent(change, plan)),
    ],
    () => ok(`${there.length} of ${wanted.length} lists are there`, there.map(seen)),
  );
});

function absent(change: Change, plan: Plan): Finding {
  const { address, consumers, replaces } = change;
  const old = replaces === null ? '' : `; it is to take the place of ${replaces.address}`;
  return problem(consumers.length === 0 ? 'warn' : 'fail', {
    message: `there is no list ${address}${withoutIt(change, plan)}${old}`,
    hint: wayToIt(change, plan),
  });
}

/** An apply may delete the list that is still used, where no vocabulary names it. */
function wayToIt(change: Change, plan: Plan): string {
  const before = servedBy(change, plan);
  const hint = before === null ? null : (claimOf({ before }, plan)?.hint ?? null);
  return hint === null ? byApply(plan, 'makes it') : `${hint}; then ${byApply(plan, 'makes it')}`;
}

/** What it means to those who shall use it. */
function withoutIt(change: Change, plan: Plan): string {
  const { consumers } = change;
  if (consumers.length === 0) return '';
  const who = consumers.join(', ');
  const served = servedBy(change, plan);
  if (served === null)
    return `: ${who} ${consumers.length === 1 ? 'recognises' : 'recognise'} without its hotwords`;
  return `: until then ${who} may go on with ${served.vocabulary_id}`;
}

/** Does each list say what the configuration says? */
export const wordsAreInSync = withPlan((plan) => {
  const { changes } = plan;
  const behind = changes.filter(({ action }) => action === 'update');
  const same = changes.filter(({ action }) => action === 'no-op');
  return orWell(
    behind.map((change) => different(change, plan)),
    () => ok(`${same.length} ${same.length === 1 ? 'list has' : 'lists have'} exactly the configured words`),
  );
});

function different({ address, hotwords, before, after, consumers }: Change, plan: Plan): Finding {
  const { added, removed, changed } = hotwords;
  const evidence = before === null ? [] : [seen(before)];
  const asked = after?.hotwords ?? [];
  const lost = countLost(asked, before?.hotwords ?? []);
  if (consumers.length > 0 && lost > mostLost * asked.length) {
    return problem(
      'fail',
      {
        message: `${address} lacks ${lost} of the ${asked.length} hotwords of the configuration: ${consumers.join(', ')} ${consumers.length === 1 ? 'recognises' : 'recognise'} without them`,
        hint: `\`vocabsync plan\` shows each; ${byApply(plan, 'writes them')}`,
      },
      evidence,
    );
  }
  return problem(
    'warn',
    {
      message: `${address} has other words than the configuration: ${added.length} to add, ${changed.length} to change, ${removed.length} to remove`,
      hint: `\`vocabsync plan\` shows each word; ${byApply(plan, 'writes them')}`,
    },
    evidence,
  );
}

/** Between an edit and its apply a list lacks some words; one that lacks more of them is of little use. */
const mostLost = 0.5;
