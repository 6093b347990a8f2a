import { describe, expect, it } from 'vitest';
import { type HearEvent, hear } from '../../src/hear/hear.js';
import { recognitionsOf } from '../../src/hear/recognitions.js';
import { failure, hearable, hearing, recogniser } from './build.js';

const paths = ['a.wav', 'b.wav', 'c.wav', 'd.wav'];
function wanted(repeat = 1) {
  return recognitionsOf([hearing({ clips: paths.map((path) => hearable(path)), repeat })], 'here');
}

const keep = async () => {};

describe('what is wanted', () => {
  it('is recognised, and each answer is kept as it comes', async () => {
    const kept: string[] = [];
    const { asked, ...ear } = recogniser(({ audio }) => `heard in ${audio.name}`);
    const { texts, failures } = await hear(wanted(2), ear, {
      parallelism: 3,
      keep: async ({ key }, { text }) => void kept.push(`${key} ${text}`),
    });
    expect(asked).toHaveLength(16);
    expect(kept).toHaveLength(16);
    expect(new Set(texts.values())).toEqual(new Set(paths.map((path) => `heard in ${path}`)));
    expect(texts.size).toBe(16);
    expect(failures.size).toBe(0);
  });

  it('is loaded when it is sent and not before, so that no more is held than is under way', async () => {
    let [held, most] = [0, 0];
    const clips = paths.map((path) => {
      const one = hearable(path);
      const load = async () => {
        held++;
        most = Math.max(most, held);
        return one.load();
      };
      return { ...one, load };
    });
    const ear = recogniser(async () => {
      await Promise.resolve();
      held--;
      return '';
    });
    await hear(recognitionsOf([hearing({ clips })], 'here'), ear, {
      parallelism: 2,
      keep,
    });
    expect(most).toBe(2);
  });
});

describe('a clip that cannot be recognised', () => {
  it('is told with its reason, and the others are heard', async () => {
    const ear = recogniser(({ audio }) => {
      if (audio.name === 'b.wav') throw failure('rejected', 'no voice in it');
      return 'heard';
    });
    const events: HearEvent[] = [];
    const { texts, failures, sent } = await hear(wanted(), ear, {
      parallelism: 1,
      keep,
      onHear: (event) => events.push(event),
    });
    expect([...failures.values()].map(({ message }) => message)).toEqual([
      'no voice in it',
      'no voice in it',
    ]);
    expect([...texts.values()]).toHaveLength(6);
    expect(sent.size).toBe(8);
    expect(events.at(-2)).toEqual({ kind: 'hearing', heard: 6, failed: 2, wanted: 8 });
    expect(events.at(-1)).toEqual({ kind: 'ended' });
  });

  it('is not paid for again in its other repeats', async () => {
    const { asked, ...ear } = recogniser(() => {
      throw failure('unavailable');
    });
    await hear(wanted(3), ear, { parallelism: 1, keep });
    expect(asked).toHaveLength(8);
  });
});

describe('what every clip would fail of', () => {
  it('ends it at once, with what is under way', async () => {
    const { asked, ...ear } = recogniser(({ audio }, signal) => {
      if (audio.name === 'a.wav') throw failure('unauthenticated', 'the key is wrong');
      return new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    });
    const heard = hear(wanted(), ear, { parallelism: 3, keep });
    await expect(heard).rejects.toMatchObject({ code: 'unauthenticated', message: 'the key is wrong' });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('ends it when somebody interrupts, and what was heard by then is kept', async () => {
    const stop = new AbortController();
    const kept: string[] = [];
    const ear = recogniser(({ audio }, signal) => {
      if (audio.name === 'a.wav') return 'heard';
      stop.abort(failure('interrupted', 'stopped'));
      return Promise.reject(signal?.reason as Error);
    });
    const events: HearEvent[] = [];
    const heard = hear(wanted(), ear, {
      parallelism: 1,
      signal: stop.signal,
      onHear: (event) => events.push(event),
      keep: async (_, { text }) => void kept.push(text),
    });
    await expect(heard).rejects.toMatchObject({
      code: 'interrupted',
      message: 'interrupted; 2 of 8 answers were heard by then, and are kept',
    });
    expect(kept).toEqual(['heard', 'heard']);
    expect(events.at(-1)).toEqual({ kind: 'ended' });
  });
});
