import { settling, sinceUpdate } from '../../model/time/last-update.js';
import { type Finding, ok, orWell, problem, withList, withPlan } from '../examination.js';
import { seen } from './describe-list.js';

/** Was a list updated so recently that its words may not be in effect yet? */
export const updatesHaveSettled = withPlan(({ changes, server_time }) => {
  const bound = changes.flatMap(({ after, before, address }) =>
    after === null || before === null ? [] : [{ address, before }],
  );
  const fresh = bound.filter(({ before }) => secondsSince(before, server_time) !== null);
  return orWell(
    fresh.map(({ address, before }) => ({
      ...unsettled(address, secondsSince(before, server_time) ?? 0),
      evidence: [seen(before)],
    })),
    () =>
      ok(
        server_time === null
          ? 'no list is known to have been updated just now'
          : 'no list was updated in the last five minutes',
      ),
  );
});

/** The same for the list that was asked about. */
export const updateHasSettled = withList((list, _pairing, { answer }) => {
  const seconds = secondsSince(list, answer.done ? answer.value.server_time : null);
  return [
    seconds === null
      ? ok(`the list was not updated in the last five minutes (${list.gmt_modified})`)
      : unsettled('the list', seconds),
  ];
});

function unsettled(what: string, seconds: number): Finding {
  const left = Math.max(1, Math.ceil((settling / 1000 - seconds) / 60));
  return problem('warn', {
    message: `${what} was updated ${seconds} s ago: its new words may not be in effect yet`,
    hint: `judge it in ${left} ${left === 1 ? 'minute' : 'minutes'}, and do not update it before: a second update within five minutes may silently not take effect`,
  });
}

/** How long ago the last update was, if it was less than five minutes; null: longer, never, or nobody can tell. */
function secondsSince(list: Times, now: number | null): number | null {
  const since = sinceUpdate(list, now);
  return typeof since === 'number' && since < settling ? Math.max(0, Math.round(since / 1000)) : null;
}

type Times = Parameters<typeof sinceUpdate>[0];
