import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import type { HeardClip } from '../../src/model/evaluation/clip.js';
import { clip, delivery, earlierClip, given, givenAll, input, resultOf } from './build.js';

const tour = input({
  words: [...givenAll('阙里人家', '曲阜'), given('缺里', { weight: 5 }), given('孔庙')],
  heard: [
    clip('游览曲阜阙里人家。', '游览曲阜缺里人家', { with: '游览曲阜阙里人家' }),
    clip('去阙里人家吃饭', '去缺里人家吃饭', { with: '去阙里人家吃饭', name: 'eat.wav' }),
    clip('门阙里面', '门阙里面', { with: '门缺里面' }),
  ],
});

describe('an evaluation', () => {
  const evaluation = evaluate(tour);

  it('has the figures of both sides, by occurrences', () => {
    expect(evaluation.without.hotwords).toMatchObject({ said: 3, heard: 1, intruded: 2, recall: 1 / 3 });
    expect(evaluation.with.hotwords).toEqual({
      said: 3,
      heard: 3,
      intruded: 1,
      recall: 1,
      precision: 0.75,
      f1: 6 / 7,
    });
    expect([evaluation.rescued, evaluation.lost]).toEqual([
      { of: 2, count: 2 },
      { of: 1, count: 0 },
    ]);
  });

  it('has the errors of all texts, in characters', () => {
    expect(evaluation.unit).toBe('character');
    expect(evaluation.without).toMatchObject({
      text: { errors: 2, length: 19 },
      biased: { errors: 2, length: 10 },
      unbiased: { errors: 0, length: 9 },
    });
    // The word that intrudes takes the place of what was said there, and so hides in the errors of the rest.
    expect(evaluation.with).toMatchObject({ biased: { errors: 0 }, unbiased: { errors: 1, length: 9 } });
  });

  it('judges and advises word by word, the worst first', () => {
    expect(evaluation.words.map(({ word, verdict, advice }) => [word.text, verdict, advice?.kind])).toEqual([
      // It was false twice without hotwords, too: where the first word was misheard.
      ['缺里', 'harmful', 'lower_weight'],
      ['阙里人家', 'works', undefined],
      ['曲阜', 'not_needed', 'may_go'],
      ['孔庙', 'not_spoken', 'untested'],
    ]);
    expect(resultOf(evaluation, '阙里人家').clips).toEqual({
      said: ['游览曲阜阙里人家。.wav', 'eat.wav'],
      missed: [],
      rescued: ['游览曲阜阙里人家。.wav', 'eat.wav'],
      lost: [],
      intruded: [],
    });
  });

  it('passes on what it was told', () => {
    const { name, consumer, model, way, manifest, repeat, failed, usage } = tour;
    expect(evaluation).toMatchObject({
      name,
      consumer,
      model,
      way,
      delivery,
      manifest,
      repeat,
      failed,
      usage,
    });
    expect(evaluation).not.toHaveProperty('heard');
  });

  it('has nothing of a plan, a baseline or thresholds that nobody asked for', () => {
    expect(evaluation).toMatchObject({ planned: null, baseline: null, no_effect: null, thresholds: [] });
  });
});

it('finds a word harmful that intrudes, with the clip', () => {
  const words = [given('缺里', { weight: 5 })];
  const evaluation = evaluate(input({ words, heard: [clip('门阙里面', '门阙里面', { with: '门缺里面' })] }));
  expect(resultOf(evaluation, '缺里')).toMatchObject({
    said: 0,
    with: { heard: 0, intruded: 1 },
    clips: { intruded: ['门阙里面.wav'] },
    verdict: 'harmful',
    advice: { kind: 'lower_weight', from: 5, to: 4 },
  });
});

describe('a clip that failed', () => {
  const kept = clip('你好', '你好');
  const failing = clip('the patient has alpharubin and a fever', '').clip;
  const failed = [{ clip: failing, side: 'with' as const, message: 'refused', hint: null }];
  const evaluation = evaluate(input({ words: givenAll('alpharubin', 'betaloc'), heard: [kept], failed }));

  it('leaves the words that only it says unmeasured, which is not that nobody says them', () => {
    expect(evaluation.words.map(({ word, verdict, advice }) => [word.text, verdict, advice?.kind])).toEqual([
      ['alpharubin', 'not_measured', undefined],
      ['betaloc', 'not_spoken', 'untested'],
    ]);
  });

  it('has a say in what texts are counted in', () => {
    expect(evaluation.unit).toBe('word');
  });
});

describe('clips in which nothing was heard', () => {
  const heard = [clip('去阙里', ''), clip('你好', '。')];

  it('are a finding of their own, and say nothing of any hotword', () => {
    const evaluation = evaluate(input({ words: givenAll('阙里', '曲阜'), heard }));
    expect(evaluation).toMatchObject({ nothing_heard: true, no_effect: null });
    expect(evaluation.words.map(({ verdict, advice }) => [verdict, advice?.kind])).toEqual([
      ['not_measured', undefined],
      ['not_spoken', 'untested'],
    ]);
  });

  it.each([
    ['in one of them something is', [...heard, clip('去', '去')]],
    ['nobody says anything', [clip('', '')]],
  ])('are none where %s', (_title, clips) => {
    expect(evaluate(input({ words: givenAll('阙里'), heard: clips })).nothing_heard).toBe(false);
  });
});

describe('a list without any effect', () => {
  const heard = [clip('去阙里', '去缺里'), clip('你好', '你好')];
  const wrong = { ...delivery, list: { ...delivery.list!, target_model: 'fun-asr' } };

  it('is a finding of its own, to which its words refer', () => {
    const evaluation = evaluate(input({ words: givenAll('阙里', '曲阜'), delivery: wrong, heard }));
    expect(evaluation.no_effect).toMatchObject({
      missed: 1,
      checks: [{ check: 'pairing', outcome: 'cause' }, {}, {}, {}, {}, {}],
    });
    expect(evaluation.words.map(({ advice }) => advice?.kind)).toEqual(['see_list', 'untested']);
  });

  it('is none where nothing was given', () => {
    expect(evaluate(input({ words: [], heard })).no_effect).toBeNull();
  });
});

it('holds what is heard with hotwords against thresholds', () => {
  const { thresholds } = evaluate({ ...tour, thresholds: { min_recall: 0.9, max_false: 0 } });
  expect(thresholds.map(({ threshold, value, met }) => [threshold, value, met])).toEqual([
    ['min_recall', 1, true],
    ['max_false', 1, false],
  ]);
});

it('meets no threshold where no clip was heard', () => {
  const { thresholds } = evaluate(input({ thresholds: { min_recall: 0, max_false: 1 } }));
  expect(thresholds.map(({ met }) => met)).toEqual([false, false]);
});

it('compares with an earlier evaluation, also words that are not given any more', () => {
  const earlier = { file: 'before.json', clips: [earlierClip('去阙里', { 阙里: [1, 1] })] };
  const evaluation = evaluate(input({ words: [], heard: [clip('去阙里', '去缺里')], earlier }));
  expect(evaluation.baseline).toMatchObject({ file: 'before.json', regressions: [{ word: '阙里' }] });
});

describe('a plan that is tried beside today’s words', () => {
  const planned = evaluate({
    ...input({
      words: givenAll('阙里', '孔庙'),
      planned_words: givenAll('阙里人家', '孔庙'),
      heard: [
        clip('去阙里人家', '去缺里人家', { with: '去阙里人家', planned: '去阙里人家' }),
        clip('看孔庙', '看空庙', { with: '看空庙', planned: '看孔庙' }),
        clip('你好', '你好', {}),
      ],
    }),
  });

  it('has figures of its own words, in the clips in which it was tried', () => {
    expect(planned.planned).toMatchObject({
      hotwords: { said: 2, heard: 2 },
      text: { errors: 0, length: 8 },
    });
  });

  it('changes no figure of today', () => {
    expect(planned.with).toMatchObject({ hotwords: { said: 2, heard: 1 }, text: { errors: 1, length: 10 } });
  });

  it('adds its words to those that are judged', () => {
    expect(
      planned.words.map(({ word, with: today, planned: then }) => [word.text, today.heard, then?.heard]),
    ).toEqual([
      ['孔庙', 0, 1],
      ['阙里', 1, undefined],
      ['阙里人家', 1, 1],
    ]);
  });

  it('is marked by its own words', () => {
    expect(planned.clips.map((one) => one.planned?.[0]?.marks.map(({ word }) => word))).toEqual([
      ['阙里人家'],
      ['孔庙'],
      undefined,
    ]);
  });

  it('is none, where its words are not told', () => {
    const heard = [clip('去阙里', '去缺里', { planned: '去阙里' })];
    expect(evaluate(input({ words: givenAll('阙里'), heard }))).toMatchObject({
      planned: null,
      clips: [{ planned: null, errors: { planned: null } }],
    });
  });
});

const texts = fc
  .array(fc.constantFrom('阙', '里', '缺', ' a', ' b', '，', 'Ａ', '__proto__ '), { maxLength: 10 })
  .map((parts) => parts.join(''));
const wordTexts = ['阙里', '里', '缺里', 'a', 'a b', '__proto__', '.*'];
const clips = fc.array(
  fc
    .record({ text: texts, without: fc.tuple(texts, texts), with: fc.tuple(texts, texts) })
    .map(({ text, without, ...others }): HeardClip => clip(text, without, { ...others, name: 'a.wav' })),
  { maxLength: 4 },
);
const anyInput = fc
  .record({ heard: clips, words: fc.subarray(wordTexts) })
  .map(({ heard, words }) => input({ heard, words: givenAll(...words) }));

it('adds up, whatever was heard', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const { without, with: given_, rescued, lost, words } = evaluate(any);
      const sum = (count: (word: (typeof words)[number]) => number) =>
        words.reduce((total, word) => total + count(word), 0);
      expect(given_.hotwords.heard).toBe(without.hotwords.heard + rescued.count - lost.count);
      expect(rescued.of + lost.of).toBe(given_.hotwords.said);
      expect(sum(({ said }) => said)).toBe(given_.hotwords.said);
      expect(sum(({ with: { heard } }) => heard)).toBe(given_.hotwords.heard);
      expect(sum(({ with: { intruded } }) => intruded)).toBe(given_.hotwords.intruded);
      expect(sum((word) => word.without.intruded)).toBe(without.hotwords.intruded);
      expect([sum((word) => word.rescued), sum((word) => word.lost)]).toEqual([rescued.count, lost.count]);
      expect(given_.biased.errors + given_.unbiased.errors).toBe(given_.text.errors);
    }),
  );
});

it('finds no error in a result that is its reference', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const heard = any.heard.map(({ clip: { text } }) => clip(text, text));
      const {
        with: { text, hotwords },
        words,
      } = evaluate({ ...any, heard });
      expect([text.errors, hotwords.intruded, hotwords.heard]).toEqual([0, 0, hotwords.said]);
      expect(words.every(({ verdict }) => verdict === 'not_needed' || verdict === 'not_spoken')).toBe(true);
    }),
  );
});

it('does not depend on the order of the words', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat({ max: 100 })), (any, order) => {
      const ranks = new Map(any.words.map((word) => [word, order.next().value]));
      const words = [...any.words].sort((left, right) => ranks.get(left)! - ranks.get(right)!);
      expect(evaluate({ ...any, words })).toEqual(evaluate(any));
    }),
  );
});

it('does not depend on the order of the clips, but for the order in which they are named', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const { clips: _forth, ...forth } = evaluate(any);
      const { clips: _back, ...back } = evaluate({ ...any, heard: any.heard.toReversed() });
      expect(back).toEqual(forth);
    }),
  );
});

it('has as many errors, where reference and result change places', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const errors = (text: string, heard: string) =>
        evaluate(input({ heard: [clip(text, heard)] })).with.text.errors;
      expect(errors(one, other)).toBe(errors(other, one));
    }),
  );
});

it('marks as many words as it counts, in the order and within the bounds of the text', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const evaluation = evaluate(any);
      const marks = evaluation.clips.flatMap((one) => one.with.flatMap((text) => text.marks));
      expect(marks.filter(({ kind }) => kind === 'heard')).toHaveLength(evaluation.with.hotwords.heard);
      expect(marks.filter(({ kind }) => kind === 'intruded')).toHaveLength(evaluation.with.hotwords.intruded);
      for (const { text, marks: ordered } of evaluation.clips.flatMap((one) => [
        one.reference,
        ...one.with,
      ])) {
        const bounds = [0, ...ordered.flatMap(({ start, end }) => [start, end]), text.length];
        expect(bounds).toEqual([...bounds].sort((left, right) => left - right));
        expect(ordered.every(({ start, end }) => start < end)).toBe(true);
      }
    }),
  );
});
