import { describe, expect, it } from 'vitest';
import { createThrottle, vendorPace } from '../../src/http/throttle.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/model/ports.js';
import { type Dial, DialRefused, type Duplex } from '../../src/model/recognition/recogniser.js';
import { type ManualClock, manualClock, settle } from './manual-clock.js';

interface Line {
  readonly clock: ManualClock;
  /** Bodies in the order in which they went out. */
  readonly sent: readonly string[];
  readonly send: (body: string, signal?: AbortSignal) => Promise<HttpResponse>;
  readonly sendMany: (count: number) => void;
}

/** A throttled transport that answers soon with the status that `statusOf` gives to the n-th request. */
function line(statusOf: (index: number) => number = () => 200, pace = vendorPace): Line {
  const clock = manualClock();
  const sent: string[] = [];
  const transport: Transport = async ({ body }) => {
    const status = statusOf(sent.push(body) - 1);
    await settle();
    return { status, headers: {}, body: '' };
  };
  const through = createThrottle(clock, pace).transport(transport);
  const send = (body: string, signal?: AbortSignal) => through(requestOf(body, signal));
  const sendMany = (count: number): void => {
    for (let index = 0; index < count; index += 1) void send(`${index}`);
  };
  return { clock, sent, send, sendMany };
}

function requestOf(body: string, signal: AbortSignal | undefined): HttpRequest {
  return { url: 'http://emulator.invalid', headers: {}, body, signal };
}

describe('the throttle', () => {
  it('lets a burst go at once and the rest at the rate, in the order of the calls', async () => {
    const { clock, sent, sendMany } = line();
    sendMany(40);
    await settle();
    expect(sent).toHaveLength(20);
    await clock.advance(1000);
    expect(sent).toHaveLength(29);
    await clock.advance(2000);
    expect(sent).toEqual(Array.from({ length: 40 }, (_, index) => `${index}`));
  });

  it('fills up again in a pause, but never beyond the burst', async () => {
    const { clock, sent, sendMany } = line();
    sendMany(20);
    await clock.advance(60_000);
    sendMany(40);
    await settle();
    expect(sent).toHaveLength(40);
  });

  it('halves the rate after a 429 and takes what was left of the burst', async () => {
    const { clock, sent, send, sendMany } = line((index) => (index === 0 ? 429 : 503));
    await send('first');
    sendMany(40);
    await settle();
    expect(sent).toHaveLength(1);
    await clock.advance(2000);
    expect(sent).toHaveLength(1 + 9);
  });

  it('halves the rate once for all the refusals of one burst', async () => {
    const { clock, sent, sendMany } = line((index) => (index < 20 ? 429 : 503));
    sendMany(40);
    await settle();
    expect(sent).toHaveLength(20);
    await clock.advance(2000);
    expect(sent).toHaveLength(20 + 9);
  });

  it('never falls below one request in two seconds', async () => {
    const { clock, sent, sendMany } = line(() => 429);
    sendMany(100);
    await clock.advance(60_000);
    const before = sent.length;
    await clock.advance(20_000);
    expect(sent.length - before).toBe(10);
  });

  it('wins the rate back by successes, slowly', async () => {
    const { clock, sent, send, sendMany } = line((index) => (index === 0 ? 429 : 200));
    await send('first');
    sendMany(200);
    await clock.advance(1000);
    expect(sent.length).toBeLessThan(1 + 6);
    await clock.advance(9000);
    const before = sent.length;
    await clock.advance(1000);
    expect(sent.length - before).toBe(9);
  });

  it('is not sped up by answers that are no success', async () => {
    const { clock, sent, send, sendMany } = line((index) => (index === 0 ? 429 : 503));
    await send('first');
    sendMany(200);
    await clock.advance(10_000);
    expect(sent).toHaveLength(1 + 45);
  });

  it('hands on a transport that fails', async () => {
    const failing: Transport = async () => Promise.reject(new Error('cut'));
    const through = createThrottle(manualClock(), vendorPace).transport(failing);
    await expect(through(requestOf('x', undefined))).rejects.toThrow('cut');
  });
});

describe('a call that waits for its turn', () => {
  const onePerSecond = { rate: 1, burst: 1 };

  it('rejects with the reason of its signal at once, wherever in the line it stands', async () => {
    const { sent, send } = line(() => 200, onePerSecond);
    const [next, last] = [new AbortController(), new AbortController()];
    await send('first');
    const head = send('next', next.signal);
    const tail = send('last', last.signal);
    last.abort(new Error('enough of the last'));
    await expect(tail).rejects.toThrow('enough of the last');
    next.abort(new Error('enough of the next'));
    await expect(head).rejects.toThrow('enough of the next');
    expect(sent).toEqual(['first']);
  });

  it('delays nobody when it is aborted, and takes nobody’s place', async () => {
    const { clock, sent, send } = line(() => 200, onePerSecond);
    const controller = new AbortController();
    await send('first');
    const gone = send('gone', controller.signal);
    const second = send('second');
    const third = send('third');
    await settle();
    controller.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    await clock.advance(1000);
    await second;
    expect(sent).toEqual(['first', 'second']);
    await clock.advance(1000);
    await third;
    expect(sent).toEqual(['first', 'second', 'third']);
  });

  it('is not sent when its signal was aborted before', async () => {
    const { sent, send } = line(() => 200, onePerSecond);
    await expect(send('x', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    await send('the next one, at once');
    expect(sent).toEqual(['the next one, at once']);
  });

  it('is not overtaken by one that comes just when its time has come', async () => {
    const { clock, sent, send } = line(() => 200, onePerSecond);
    const late = clock.sleep(1000).then(() => void send('late'));
    await send('first');
    void send('waiting');
    await clock.advance(1000);
    await late;
    expect(sent).toEqual(['first', 'waiting']);
  });
});

describe('handshakes', () => {
  const request = { url: 'wss://emulator.invalid', headers: {} };
  const duplex: Duplex = { send: async () => {}, close: () => {}, messages: (async function* () {})() };

  /** Requests and handshakes at one pace; the n-th handshake is answered with what `statusOf` says, 101 being a connection. */
  function both(statusOf: (index: number) => number, pace = vendorPace) {
    const clock = manualClock();
    const throttle = createThrottle(clock, pace);
    let [requests, handshakes] = [0, 0];
    const transport = throttle.transport(async () => {
      requests += 1;
      return { status: 503, headers: {}, body: '' };
    });
    const shake: Dial = async () => {
      const status = statusOf(handshakes++);
      if (status === 101) return duplex;
      throw new DialRefused({ status, headers: {}, body: '' });
    };
    const dial = throttle.dial(shake);
    return {
      clock,
      send: (signal?: AbortSignal) => transport(requestOf('x', signal)),
      shake: (signal?: AbortSignal) => dial({ ...request, signal }),
      counts: () => [requests, handshakes],
    };
  }

  it('count as requests do', async () => {
    const { clock, send, shake, counts } = both(() => 101);
    for (let index = 0; index < 20; index += 1) void (index % 2 === 0 ? send() : shake());
    void send();
    void shake();
    await settle();
    expect(counts()).toEqual([10, 10]);
    await clock.advance(1000);
    expect(counts()).toEqual([11, 11]);
  });

  it('that are refused with a 429 slow down requests too, and connections win it back', async () => {
    const { clock, send, shake, counts } = both((index) => (index === 0 ? 429 : 101), { rate: 2, burst: 4 });
    await expect(shake()).rejects.toBeInstanceOf(DialRefused);
    for (let index = 0; index < 3; index += 1) void send();
    await settle();
    expect(counts()[0]).toBe(0);
    await clock.advance(3000);
    expect(counts()[0]).toBe(3);
    for (let index = 0; index < 80; index += 1) void shake();
    await clock.advance(60_000);
    const before = counts()[1] ?? 0;
    for (let index = 0; index < 80; index += 1) void shake();
    await clock.advance(1000);
    expect((counts()[1] ?? 0) - before).toBeGreaterThanOrEqual(2);
  });

  it('that wait for their turn reject with the reason of their signal', async () => {
    const { shake } = both(() => 101, { rate: 1, burst: 1 });
    const controller = new AbortController();
    await shake();
    const waiting = shake(controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
