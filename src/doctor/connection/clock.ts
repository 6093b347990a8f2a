import { settling } from '../../model/time/last-update.js';
import { isoTime } from '../../model/time/server-time.js';
import { ok, problem, withAnswer } from '../examination.js';

const leastTolerance = 30_000;

/** Do both clocks agree, as far as it matters for the pause between two updates? Lists have times of the server's only. */
export const clockIsRight = withAnswer(({ server_time, local_time }, { configuration }) => {
  if (server_time === null) {
    return [
      problem('warn', {
        message:
          'the answer has no date that can be read, so nobody can tell how long ago a list was updated',
        hint: 'make sure that the last update of a list is five minutes old before the next; a proxy may have removed the date',
      }),
    ];
  }
  const interval = configuration?.config?.policy.guards.update_interval ?? settling;
  const tolerance = Math.max(leastTolerance, interval / 5);
  const skew = local_time - server_time;
  const evidence = [`here ${isoTime(local_time)}`, `there ${isoTime(server_time)}`];
  if (Math.abs(skew) <= tolerance) {
    return [ok(`within ${Math.ceil(tolerance / 1000)} s of the server's`, evidence)];
  }
  return [
    problem(
      'warn',
      {
        message: `this machine's clock is ${Math.round(Math.abs(skew) / 1000)} s ${skew > 0 ? 'ahead of' : 'behind'} the server's: days on which words expire, and waits, come out wrong`,
        hint: 'set the clock, with NTP where there is a network',
      },
      evidence,
    ),
  ];
});
