import type { Change } from '../../model/change.js';
import { isReady, type ObservedList } from '../../model/observed.js';
import { type Finding, ok, orWell, problem, withList, withPlan } from '../examination.js';
import { seen, traits } from './describe-list.js';

const wait =
  'wait a few minutes and look again; if it stays, delete the list in the account and apply again, or ask the vendor with its id';

/** Is every list `OK`? Any other status means that recognition silently ignores it. */
export const listsAreOk = withPlan(({ changes }) => {
  const there = changes.flatMap((change) =>
    change.before === null ? [] : [{ change, list: change.before }],
  );
  const pending = there.filter(({ list }) => !isReady(list));
  return orWell(
    pending.map(({ change, list }) => ignored(change, list)),
    () => ok(`${there.length} ${there.length === 1 ? 'list is' : 'lists are'} OK`),
  );
});

function ignored({ address, after, consumers }: Change, list: ObservedList): Finding {
  const who = consumers.length === 0 ? '' : `, and so for ${consumers.join(', ')}`;
  return problem(
    after === null ? 'warn' : 'fail',
    {
      message: `${address} is ${list.status}, not OK: recognition silently ignores it${who}`,
      hint: wait,
    },
    [seen(list)],
  );
}

/** The same for the list that was asked about. */
export const listIsOk = withList((list, { vocabulary_id }) => [
  isReady(list)
    ? ok('the list is OK')
    : problem(
        'fail',
        { message: `the list is ${list.status}, not OK: recognition silently ignores it`, hint: wait },
        [{ text: traits(list), vocabulary_id }],
      ),
]);
