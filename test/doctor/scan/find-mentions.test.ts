import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../src/doctor/scan/find-mentions.js';

const a = 'vocab-acmemed-0123456789abcdef0123456789abcdef';
const b = 'vocab-acmesup-fedcba9876543210fedcba9876543210';
const known = { models: ['fun-asr', 'fun-asr-realtime', 'house-model'], ids: new Set(['vocab-acme-x1']) };

const found = (text: string) => findMentions({ file: 'x', text }, known);
/** The name and the model of each mention. */
const told = (text: string) =>
  found(text).mentions.map(({ name, model }) => [name, model === null ? null : model.name]);

describe('an id in source code', () => {
  it.each([
    [
      'Python',
      `r = Recognition(model='fun-asr-realtime', vocabulary_id='${a}')`,
      'vocabulary_id',
      'fun-asr-realtime',
    ],
    [
      'Python over lines',
      `r.call(\n    model="fun-asr",\n    phrase_id=\n        "${a}",\n)`,
      'phrase_id',
      'fun-asr',
    ],
    [
      'Java',
      `RecognitionParam.builder().model("fun-asr")\n    .vocabularyId("${a}")`,
      '.vocabularyId',
      'fun-asr',
    ],
    ['Java by name', `param.parameter("phrase_id", "${a}");`, 'phrase_id', null],
    ['Java constant', `static final String VOCAB_ID = "${a}";`, 'VOCAB_ID', null],
    ['TypeScript', `const id: string = '${a}';\nconst model = 'fun-asr';`, 'id', 'fun-asr'],
    ['JavaScript', `run({ model: 'fun-asr', vocabulary_id: \`${a}\` })`, 'vocabulary_id', 'fun-asr'],
    ['Go', `vocabID := "${a}"`, 'vocabID', null],
    ['Go struct', `asr.Params{\n\tModel: "fun-asr",\n\tVocabularyID: "${a}",\n}`, 'VocabularyID', 'fun-asr'],
    ['.env', `VOCAB_WARD_MODEL=fun-asr\nVOCAB_WARD_ID=${a}`, 'VOCAB_WARD_ID', 'fun-asr'],
    ['YAML', `asr:\n  model: house-model\n  vocabulary_id: ${a}`, 'vocabulary_id', 'house-model'],
    ['properties', `asr.model=fun-asr\nasr.phrase-id=${a}`, 'asr.phrase-id', 'fun-asr'],
    ['JSON', `{\n  "vocabulary_id": "${a}",\n  "model": "fun-asr"\n}`, 'vocabulary_id', 'fun-asr'],
    [
      'JSON below a model',
      `{\n  "fun-asr": {\n    "vocabulary_id": "${a}"\n  }\n}`,
      'vocabulary_id',
      'fun-asr',
    ],
  ])('is told by its name and the model beside it: %s', (...[, text, name, model]) => {
    expect(told(text)).toEqual([[name.replace(/^\./, ''), model]]);
  });

  it('takes the model of its own mapping, not the nearest one', () => {
    const yaml = `ward:\n  model: fun-asr\n  rate: 16000\n  format: pcm\n  id: ${a}\nhall:\n  model: fun-asr-realtime\n  id: ${b}`;
    expect(told(yaml)).toEqual([
      ['id', 'fun-asr'],
      ['id', 'fun-asr-realtime'],
    ]);
  });

  it('takes the model of its own braces, where all is one line', () => {
    const json = `[{"id":"${a}","model":"fun-asr"},{"id":"${b}","model":"fun-asr-realtime"}]`;
    expect(told(json).map(([, model]) => model)).toEqual(['fun-asr', 'fun-asr-realtime']);
  });

  it('takes the model whose name begins as its own, where a file is flat', () => {
    const env = `HALL_MODEL=fun-asr-realtime\nWARD_ID=${a}\nHALL_ID=${b}\nWARD_MODEL=fun-asr`;
    expect(told(env)).toEqual([
      ['WARD_ID', 'fun-asr'],
      ['HALL_ID', 'fun-asr-realtime'],
    ]);
  });

  it('is only near one of several models in a flat file whose names do not tell', () => {
    const text = `ID = "${a}"\nTHIS = "fun-asr"\nTHAT = "fun-asr-realtime"\n`;
    expect(found(text).mentions[0]?.model).toMatchObject({ name: 'fun-asr', beside: false });
  });

  it('is only near a model that stands in another block', () => {
    const text = `class A:\n    id = "${a}"\n\nclass B:\n    model = "fun-asr"\n`;
    expect(found(text).mentions[0]?.model).toMatchObject({ name: 'fun-asr', beside: false });
  });

  it('is said with its line and column, which count from 1', () => {
    expect(found(`\r\n  id: ${a}`).mentions[0]?.location).toEqual({ file: 'x', line: 2, column: 7 });
  });

  it.each(['vocab-page-header', 'vocab-acmemed-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', `my-${a}`, `${a}-copy`])(
    'is not %s',
    (text) => {
      expect(found(text).mentions).toEqual([]);
    },
  );

  it('has a tail of 32 hexadecimal digits, also of letters only', () => {
    expect(found(`vocab-acmemed-${'a'.repeat(32)}`).mentions).toHaveLength(1);
  });

  it('is whatever the account calls a list', () => {
    expect(found('vocab-acme-x1 vocab-acme-x2').mentions).toHaveLength(1);
  });

  it('is none of a report of vocabsync, which names lists that are gone by right', () => {
    const report = `{"format_version": "1.0", "tool": {"name": "vocabsync"}, "x": "${a}"}`;
    expect(found(report).mentions).toEqual([]);
  });
});

describe('what is passed as phrase_id', () => {
  it.each([
    ['phrase_id=VOCAB_ID, format="pcm"', ['VOCAB_ID']],
    ['.phraseId(config.vocabId)', ['config', 'vocabId']],
    ['"phrase_id": os.environ["VOCAB_ID"]', ['os', 'environ', 'VOCAB_ID']],
    ['phrase-id: ${VOCAB_ID}', ['VOCAB_ID']],
  ])('is found by its names: %s', (text, names) => {
    expect(found(text).references.map((reference) => reference.names)).toEqual([names]);
  });

  it.each(['paraphrase_id = x', 'phrase_id', `phrase_id: "${a}"`, 'if phrase_id == x'])(
    'is nothing in %s',
    (text) => {
      expect(found(text).references).toEqual([]);
    },
  );
});

it('stays quick on a file of one long line', () => {
  const line = `${'{"phrase_id":"x",'.repeat(30_000)}"${a}"`;
  const started = performance.now();
  expect(found(line).mentions).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});
