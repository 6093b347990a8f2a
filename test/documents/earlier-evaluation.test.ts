import { describe, expect, it } from 'vitest';
import { earlierOf, parseEvalDocument } from '../../src/documents/earlier-evaluation.js';
import { isVocabError } from '../../src/model/errors.js';
import { sayings } from '../report/scenarios.js';

function textOf(name: string): string {
  const saying = sayings[name];
  if (saying === undefined) throw new Error(`there is no situation ${name}`);
  return JSON.stringify(saying.document());
}

function refusal(text: string): string {
  try {
    parseEvalDocument(text, 'baseline.json');
  } catch (error) {
    if (isVocabError(error, 'document-invalid')) return `${error.message} | ${error.hint}`;
    throw error;
  }
  return 'it was read';
}

describe('the document of an earlier evaluation', () => {
  it('tells by clip what was said and heard, under the name and the consumer of each evaluation', () => {
    const earlier = earlierOf(parseEvalDocument(textOf('eval-several'), 'baseline.json'), 'baseline.json');
    expect(earlier.map(({ name, consumer, file }) => [name, consumer, file])).toEqual([
      ['ward', 'ward-dictation', 'baseline.json'],
      ['tours', 'ward-dictation', 'baseline.json'],
      [null, 'hotline', 'baseline.json'],
      ['empty', 'ward-dictation', 'baseline.json'],
    ]);
    expect(earlier[0]?.clips[1]).toEqual({
      name: 'a/tour-01.wav',
      text: '今天我们游览曲阜阙里人家',
      repeat: 2,
      words: new Map([
        ['曲阜', { said: 2, heard: 2 }],
        ['阙里人家', { said: 2, heard: 0 }],
      ]),
    });
  });

  it('is read with a byte-order mark, and with fields that a later version adds', () => {
    const document = JSON.parse(textOf('eval-well')) as { evaluations: object[] };
    const later = {
      ...document,
      extra: 1,
      evaluations: document.evaluations.map((one) => ({ ...one, extra: 1 })),
    };
    expect(parseEvalDocument(`\ufeff${JSON.stringify(later)}`, 'baseline.json').evaluations).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{', /^baseline\.json is no document of vocabsync: /],
    ['no object', '[]', /it holds no JSON object/],
    ['no document', '{}', /it has no format_version and kind/],
    [
      'a document of another kind',
      textOf('plan-mixed'),
      /of the kind plan, which has no evaluation to compare with \| name a file/,
    ],
    [
      'one that came to nothing',
      textOf('failure').replace('"kind":"plan"', '"kind":"eval"'),
      /of an evaluation that came to nothing/,
    ],
    ['another major version', textOf('eval-well').replace('"1.0"', '"2.0"'), /has the format_version 2\.0/],
    [
      'one with a field of another type',
      textOf('eval-well').replace('"repeat":1', '"repeat":"often"'),
      /at evaluations\.0\.repeat: /,
    ],
  ])('is refused, with why, where it is %s', (_what, text, why) => {
    expect(refusal(text)).toMatch(why);
  });
});
