import { describe, expect, it } from 'vitest';
import { heardClips } from '../../src/hear/heard-clips.js';
import { type Hearing, recognitionsOf, timesOf } from '../../src/hear/recognitions.js';
import { usageOf } from '../../src/hear/usage.js';
import { failure, hearable, hearing } from './build.js';

const clips = [hearable('a.wav'), hearable('b.wav')];
const one = hearing({ clips });
const [a, b] = clips;

/** Every answer there may be: how often it was asked before. */
function answers(of: Hearing) {
  return new Map(recognitionsOf([of], 'here').map(({ key, place }) => [key, `${place.repeat}`]));
}

const keyOf = (at: (typeof clips)[number]) => timesOf(at, 'with', { hearing: one, endpoint: 'here' })[0]!.key;

describe('the clips of an evaluation', () => {
  it('have a text for each repeat on each side, and no more than were asked for', () => {
    const result = { texts: answers({ ...one, repeat: 3 }), failures: new Map(), sent: new Set<string>() };
    const { heard, failed } = heardClips({ ...one, repeat: 2 }, result, 'here');
    expect(failed).toEqual([]);
    expect(heard.map(({ without, with: given, planned }) => ({ without, given, planned }))).toEqual([
      { without: ['0', '1'], given: ['0', '1'], planned: null },
      { without: ['0', '1'], given: ['0', '1'], planned: null },
    ]);
  });

  it('leave out one that failed on a side, and say on which and why', () => {
    const key = keyOf(b!);
    const texts = answers(one);
    texts.delete(key);
    const failures = new Map([[key, failure('rejected', 'no voice in it')]]);
    const { heard, failed } = heardClips(one, { texts, failures, sent: new Set() }, 'here');
    expect(heard.map(({ clip }) => clip)).toEqual([a?.clip]);
    expect(failed).toEqual([
      { clip: b?.clip, side: 'with', message: 'no voice in it', hint: 'do something' },
    ]);
  });
});

it('quotes no signature of a URL that a server repeats in its refusal', () => {
  const { location } = a!.clip;
  const url = 'https://clips.example/a.wav?Signature=s3cret';
  const signed = hearable('a', { clip: { path: null, url, text: 'a', location } });
  const of = hearing({ clips: [signed] });
  const failures = new Map(
    recognitionsOf([of], 'here').map(({ key }) => [key, failure('rejected', `cannot fetch ${url}`)]),
  );
  const { failed } = heardClips(of, { texts: new Map(), failures, sent: new Set() }, 'here');
  expect(failed[0]?.message).toBe('cannot fetch https://clips.example/a.wav');
});

describe('what an evaluation took', () => {
  it('counts what was sent and what was kept, and what two share only once', () => {
    const texts = answers(one);
    const sent = new Set(texts.keys());
    sent.delete(keyOf(a!));
    const usageIn = usageOf({ texts, sent, endpoint: 'here' });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 3, kept: 1, sent_seconds: 6 });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 0, kept: 4, sent_seconds: 0 });
  });

  it('counts what was sent also where nothing was heard', () => {
    const texts = answers(one);
    const sent = new Set(texts.keys());
    texts.delete(keyOf(b!));
    const usageIn = usageOf({ texts, sent, endpoint: 'here' });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 4, kept: 0, sent_seconds: 8 });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 0, kept: 3, sent_seconds: 0 });
  });

  it('has no seconds where nobody can tell them', () => {
    const mute = hearing({ clips: [hearable('a.mp3', { duration_ms: null })] });
    const texts = answers(mute);
    const usageIn = usageOf({ texts, sent: new Set(texts.keys()), endpoint: 'here' });
    expect(usageIn(mute)).toEqual({ audio_seconds: null, sent: 2, kept: 0, sent_seconds: null });
  });
});
