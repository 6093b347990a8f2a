import type { Change } from '../../model/change.js';
import { countLost } from '../../model/hotword.js';
import { type Finding, ok, orWell, problem, withPlan } from '../examination.js';
import { seen } from './describe-list.js';

/** Is every list there that the configuration asks for? */
export const listsExist = withPlan((plan) => {
  const wanted = plan.changes.filter(({ after }) => after !== null);
  const missing = wanted.filter(({ before }) => before === null);
  const there = wanted.flatMap(({ before }) => before ?? []);
  if (wanted.length === 0) return [ok('the configuration asks for no list')];
  return orWell(missing.map(absent), () =>
    ok(`${there.length} of ${wanted.length} lists are there`, there.map(seen)),
  );
});

function absent({ address, consumers, replaces }: Change): Finding {
  const old = replaces === null ? '' : `; it is to take the place of ${replaces.address}`;
  const who =
    consumers.length === 0
      ? ''
      : `: ${consumers.join(', ')} ${consumers.length === 1 ? 'recognises' : 'recognise'} without its hotwords`;
  return problem(consumers.length === 0 ? 'warn' : 'fail', {
    message: `there is no list ${address}${who}${old}`,
    hint: '`vocabsync apply` makes it',
  });
}

/** Does each list say what the configuration says? */
export const wordsAreInSync = withPlan(({ changes }) => {
  const behind = changes.filter(({ action }) => action === 'update');
  const same = changes.filter(({ action }) => action === 'no-op');
  return orWell(behind.map(different), () =>
    ok(`${same.length} ${same.length === 1 ? 'list has' : 'lists have'} exactly the configured words`),
  );
});

function different({ address, hotwords, before, after, consumers }: Change): Finding {
  const { added, removed, changed } = hotwords;
  const evidence = before === null ? [] : [seen(before)];
  const asked = after?.hotwords ?? [];
  const lost = countLost(asked, before?.hotwords ?? []);
  if (consumers.length > 0 && lost > mostLost * asked.length) {
    return problem(
      'fail',
      {
        message: `${address} lacks ${lost} of the ${asked.length} hotwords of the configuration: ${consumers.join(', ')} ${consumers.length === 1 ? 'recognises' : 'recognise'} without them`,
        hint: '`vocabsync plan` shows each, `vocabsync apply` writes them; `vocabsync drift` tells whether somebody else has changed the list',
      },
      evidence,
    );
  }
  return problem(
    'warn',
    {
      message: `${address} has other words than the configuration: ${added.length} to add, ${changed.length} to change, ${removed.length} to remove`,
      hint: '`vocabsync plan` shows each word, `vocabsync apply` writes them',
    },
    evidence,
  );
}

/** Between an edit and its apply a list lacks some words; one that lacks more of them is of little use. */
const mostLost = 0.5;
