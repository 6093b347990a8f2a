import { describe, expect, it } from 'vitest';
import {
  pauseBeforeRetry,
  type RetryPorts,
  retried,
  retryBudget,
  withRetriedReads,
} from '../../src/apply/retry.js';
import { parseRetryAfter } from '../../src/http/retry-after.js';
import { type FailureClass, VocabError } from '../../src/model/errors.js';
import type { Remote } from '../../src/model/ports.js';

function failure(kind: FailureClass, retry_after_ms: number | null = null): VocabError {
  const remote = { failure: kind, status: 503, vendor_code: null, request_id: null, retry_after_ms };
  return new VocabError('unavailable', 'down', { remote });
}

/** A clock that notes every pause, and chance that is always the same. */
function portsWith(chance: number, budget = retryBudget()): RetryPorts & { readonly pauses: number[] } {
  const pauses: number[] = [];
  const clock = {
    now: () => 0,
    async sleep(ms: number) {
      pauses.push(ms);
    },
  };
  return { clock, random: () => chance, budget, pauses };
}

async function failing(error: VocabError, ports: RetryPorts): Promise<number> {
  let sent = 0;
  const request = async () => {
    sent += 1;
    throw error;
  };
  await expect(retried(request, ports)).rejects.toBe(error);
  return sent;
}

describe('a request that fails in passing', () => {
  it.each(['throttled', 'transient', 'ambiguous'] as const)(
    'is sent five times at most: %s',
    async (kind) => {
      expect(await failing(failure(kind), portsWith(0))).toBe(5);
    },
  );

  it('is sent until it is answered', async () => {
    const ports = portsWith(0);
    const answer = await retried(async (attempt) => {
      if (attempt < 3) throw failure('transient');
      return attempt;
    }, ports);
    expect([answer, ports.pauses.length]).toEqual([3, 2]);
  });

  it('waits twice as long each time, at most', async () => {
    const ports = portsWith(1);
    await failing(failure('transient'), ports);
    expect(ports.pauses).toEqual([500, 1000, 2000, 4000]);
  });

  it('waits twice as long each time: half a second, one, two and four at most', async () => {
    const ports = portsWith(1);
    for (const attempt of [1, 2, 3, 4]) await pauseBeforeRetry(failure('transient'), attempt, ports);
    expect(ports.pauses).toEqual([500, 1000, 2000, 4000]);
  });

  it.each([
    [0, [0, 0, 0, 0]],
    [0.5, [250, 500, 1000, 2000]],
  ])('leaves it to chance how much of the pause it takes: %d', async (chance, pauses) => {
    const ports = portsWith(chance);
    await failing(failure('transient'), ports);
    expect(ports.pauses).toEqual(pauses);
  });

  it('is not sent again when that cannot help, or when it is no failure of a request', async () => {
    expect(await failing(failure('permanent'), portsWith(0))).toBe(1);
    expect(await failing(new VocabError('conflict', 'changed'), portsWith(0))).toBe(1);
  });
});

describe('what Retry-After asks for', () => {
  const now = 'Mon, 02 Nov 2026 00:00:00 GMT';
  const server_time = Date.parse(now);

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Mon, 02 Nov 2026 00:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 02 Nov 2026 00:00:00 GMT', 0],
  ])('is waited for before the own pause begins: %s', async (_, header, asked) => {
    const ports = portsWith(1);
    await failing(failure('throttled', parseRetryAfter(header, server_time)), ports);
    expect(ports.pauses).toEqual([500, 1000, 2000, 4000].map((own) => own + asked));
  });

  it('is believed up to two minutes; what asks for more is not sent again', async () => {
    const two = portsWith(0);
    expect(await failing(failure('throttled', 120_000), two)).toBe(5);
    expect(two.pauses).toEqual([120_000, 120_000, 120_000, 120_000]);
    const more = portsWith(0);
    expect(await failing(failure('throttled', 120_001), more)).toBe(1);
    expect(more.pauses).toEqual([]);
  });
});

describe('the pause before a request is sent again', () => {
  it('is said with its reason before it begins', async () => {
    const error = failure('throttled', 7000);
    const events: unknown[] = [];
    const ports = { ...portsWith(0.5), onRetry: (event: unknown) => events.push(event) };
    await pauseBeforeRetry(error, 2, ports);
    expect(events).toEqual([{ error, ms: 7500 }]);
  });

  /** Whoever sleeps is woken with this reason. */
  const wokenBy = (reason: unknown) => {
    const ports = portsWith(0);
    const clock = { ...ports.clock, sleep: () => Promise.reject(reason) };
    return retried(() => Promise.reject(failure('transient')), { ...ports, clock });
  };

  it('ends with the run, which then says why it was waiting', async () => {
    const reason = new VocabError('deadline', 'the time is over', { hint: 'give it more' });
    await expect(wokenBy(reason)).rejects.toMatchObject({
      code: 'deadline',
      message: 'the time is over; the last failure: down',
      hint: 'give it more',
      cause: { code: 'unavailable', message: 'down' },
    });
  });

  it('ends with what a program gave as the reason, as it is', async () => {
    const reason = new Error('enough');
    await expect(wokenBy(reason)).rejects.toBe(reason);
  });
});

describe('the budget of a run', () => {
  it('is forty requests that are sent again, all of them together', async () => {
    const budget = retryBudget();
    const sent = [];
    for (let request = 0; request < 12; request++) {
      sent.push(await failing(failure('transient'), portsWith(0, budget)));
    }
    expect(sent).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1]);
    expect(budget.left).toBe(0);
  });
});

describe('an account whose reads are sent again', () => {
  const calls: string[] = [];
  const fail = (name: string) => async (): Promise<never> => {
    calls.push(name);
    throw failure('transient');
  };
  const remote: Remote = {
    endpoint: 'x',
    list: fail('list'),
    query: fail('query'),
    create: fail('create'),
    update: fail('update'),
    delete: fail('delete'),
  };

  it.each([
    ['list', 5],
    ['query', 5],
    ['create', 1],
    ['update', 1],
    ['delete', 1],
  ] as const)('sends %s %d times', async (name, times) => {
    calls.length = 0;
    const retrying = withRetriedReads(remote, portsWith(0));
    const requests: Readonly<Record<typeof name, () => Promise<unknown>>> = {
      list: () => retrying.list({ page_index: 0, page_size: 1 }),
      query: () => retrying.query('x'),
      create: () => retrying.create({ prefix: 'a', target_model: 'b', hotwords: [] }),
      update: () => retrying.update('x', []),
      delete: () => retrying.delete('x'),
    };
    await expect(requests[name]()).rejects.toThrow('down');
    expect(calls).toEqual(Array.from({ length: times }, () => name));
  });
});
