import { describe, expect, it } from 'vitest';
import { heardClips } from '../../src/hear/heard-clips.js';
import { keyOf, recognitionsOf } from '../../src/hear/recognitions.js';
import { usageOf } from '../../src/hear/usage.js';
import { failure, hearable, hearing } from './build.js';

const clips = [hearable('a.wav'), hearable('b.wav')];
const one = hearing({ clips });
const [a, b] = clips;

/** Every answer there may be, by what was asked. */
function answers(times: number) {
  return new Map(
    recognitionsOf([one], 'here').map(({ key }) => [key, Array.from({ length: times }, (_, n) => `${n}`)]),
  );
}

describe('the clips of an evaluation', () => {
  it('have a text for each repeat on each side, and no more than were asked for', () => {
    const result = { texts: answers(3), failures: new Map() };
    const { heard, failed } = heardClips({ ...one, repeat: 2 }, result, 'here');
    expect(failed).toEqual([]);
    expect(heard.map(({ without, with: given, planned }) => ({ without, given, planned }))).toEqual([
      { without: ['0', '1'], given: ['0', '1'], planned: null },
      { without: ['0', '1'], given: ['0', '1'], planned: null },
    ]);
  });

  it('leave out one that failed on a side, and say on which and why', () => {
    const key = keyOf(b!, 'with', one, 'here');
    const texts = answers(1);
    texts.delete(key);
    const failures = new Map([[key, failure('rejected', 'no voice in it')]]);
    const { heard, failed } = heardClips(one, { texts, failures }, 'here');
    expect(heard.map(({ clip }) => clip)).toEqual([a?.clip]);
    expect(failed).toEqual([
      { clip: b?.clip, side: 'with', message: 'no voice in it', hint: 'do something' },
    ]);
  });
});

describe('what an evaluation took', () => {
  it('counts what was sent and what was kept, and what two share only once', () => {
    const texts = answers(1);
    const known = new Map([[keyOf(a!, 'with', one, 'here'), ['0']]]);
    const usageIn = usageOf({ known, result: { texts, failures: new Map() }, where: 'here' });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 3, kept: 1, sent_seconds: 6 });
    expect(usageIn(one)).toEqual({ audio_seconds: 4, sent: 0, kept: 4, sent_seconds: 0 });
  });

  it('has no seconds where nobody can tell them', () => {
    const mute = hearing({ clips: [hearable('a.mp3', { duration_ms: null })] });
    const texts = new Map(recognitionsOf([mute], 'here').map(({ key }) => [key, ['0']]));
    const usageIn = usageOf({ known: new Map(), result: { texts, failures: new Map() }, where: 'here' });
    expect(usageIn(mute)).toEqual({ audio_seconds: null, sent: 2, kept: 0, sent_seconds: null });
  });
});
