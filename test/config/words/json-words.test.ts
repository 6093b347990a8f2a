import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadWords, onlyVocabulary, summary, words } from '../project.js';

test('reads the array of entries that the vendor returns from .json', async () => {
  const text =
    '[\n  {"text": "a", "weight": 5, "lang": "zh"},\n  {"weight": 4, "text": "b\\u00e9", "lang": null},\n "c"]';
  const loaded = await loadWords('w.json', text);
  expect(words(loaded)).toEqual(['a|5|zh', 'bé|4|', 'c|4|']);
  expect(onlyVocabulary(loaded).entries.map(({ location }) => `${location.line}:${location.column}`)).toEqual(
    ['2:12', '3:25', '4:2'],
  );
});

test('reads {word: weight} from .json', async () => {
  expect(words(await loadWords('w.json', '{"a": 4, "null": 5}'))).toEqual(['a|4|', 'null|5|']);
});

test.each([
  ['{"a": 4, "b": 3, "a": 2}', ['duplicate-key w.json:1:18']],
  ['{"a": "4"}', ['weight-invalid w.json:1:7']],
  ['[{"text": "a", "text": "b"}]', ['duplicate-key w.json:1:16']],
  [
    '[5, null, "", {"txt": "a"}]',
    [
      'hotword-invalid w.json:1:2',
      'hotword-invalid w.json:1:5',
      'hotword-empty w.json:1:11',
      'unknown-key w.json:1:16',
    ],
  ],
  ['["a",]', ['json-syntax w.json:1:6']],
  ["['a']", ['json-syntax w.json:1:2']],
  ['["a"\n', ['json-syntax w.json:2:1']],
  ['["a"] x', ['json-syntax w.json:1:7']],
  ['"a"', ['include-form w.json:1:1']],
  ['', ['json-syntax w.json:1:1']],
  ['['.repeat(5000), ['json-syntax w.json:1:66']],
])('refuses the .json %.60j', async (content, expected) => {
  expect(summary(await loadWords('w.json', content))).toEqual(expected);
});

test('reads every JSON text as JSON.parse does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2), async (value, indent) => {
      const text = JSON.stringify([{ text: 'a', extra: { value } }], null, indent);
      if (text.includes('__proto__')) return;
      const loaded = await loadWords('w.json', text);
      const expected: unknown = JSON.parse(text, (_, inner: unknown) =>
        typeof inner === 'number' && Number.isInteger(inner) && !Number.isSafeInteger(inner)
          ? '<large>'
          : inner,
      );
      if (JSON.stringify(expected).includes('<large>')) return;
      expect([{ text: 'a', extra: onlyVocabulary(loaded).entries[0]?.extra }]).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

describe('what the vendor sends', () => {
  const entry = { text: '词一', weight: 4, lang: 'zh' };
  const answer = { vocabulary: [entry], target_model: 'fun-asr', status: 'OK' };

  it.each([
    ['the answer to a query, as the SDK gives it', answer],
    ['the whole answer', { output: answer, usage: { count: 1 }, request_id: 'x' }],
    ['its output alone', { output: { vocabulary: [entry] } }],
    [
      'the request of a create',
      { model: 'speech-biasing', input: { action: 'create_vocabulary', ...answer } },
    ],
    ['a weight as a text', { ...answer, vocabulary: [{ ...entry, weight: '4' }] }],
    ['entries alone', [entry]],
    ['an entry without a weight', { vocabulary: [{ text: '词一', lang: 'zh' }] }],
    ['a file of ours as JSON', { hotwords: [entry] }],
    ['an answer with its headers', { status: 200, body: { output: answer } }],
    ['an answer in data', { data: { vocabulary: [entry] } }],
    ['an answer in a result', { result: answer }],
    ['an answer in a response', { response: { body: answer } }],
  ])('is read: %s', async (_, content) => {
    const loaded = await loadWords('w.json', JSON.stringify(content));
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['词一|4|zh']);
  });

  it('is read where words go with each request', async () => {
    const loaded = await loadWords('w.json', '{"parameters": {"vocabulary": {"词一": 4, "b": 5}}}');
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['词一|4|', 'b|5|']);
  });

  it.each([
    ['an object', { WordWeights: { 甲: 2, b: -6 } }],
    ['a text of JSON', { Name: 'x', WordWeights: '{"甲": 2, "b": -6}' }],
  ])('is read as the older service has it: %s', async (_, content) => {
    const loaded = await loadWords('w.json', JSON.stringify(content));
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], ['甲|2|', 'b|-6|']]);
  });

  it('is no text of JSON that is none', async () => {
    const { diagnostics } = await loadWords('w.json', '{"WordWeights": "{"}');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['include-form']);
  });

  it('keeps fields that the vendor alone knows', async () => {
    const loaded = await loadWords(
      'w.json',
      JSON.stringify({ vocabulary: [{ ...entry, target_lang: 'en', translation: 'Word One' }] }),
    );
    expect(loaded.diagnostics).toEqual([]);
    expect(onlyVocabulary(loaded).entries[0]?.extra).toEqual({ target_lang: 'en', translation: 'Word One' });
  });

  it('warns when it was saved from a list for another model', async () => {
    const loaded = await loadWords('w.json', JSON.stringify({ ...answer, target_model: 'paraformer-v2' }));
    expect(loaded.diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'include-other-model',
        message: 'the file was saved from a list for paraformer-v2; "v" is for fun-asr',
        location: { file: 'w.json', line: 1 },
      },
    ]);
    expect(words(loaded)).toEqual(['词一|4|zh']);
  });

  it.each([
    [
      'a failure',
      { code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'x' },
      'InvalidApiKey',
    ],
    ['a listing', { output: { vocabulary_list: [{ vocabulary_id: 'vocab-a-1', status: 'OK' }] } }, 'listing'],
    ['a listing, as the SDK gives it', [{ vocabulary_id: 'vocab-a-1', status: 'OK' }], 'listing'],
    ['one entry', entry, 'one hotword'],
    ['a text', 'a', 'holds "a"'],
    ['a failure without a message', { request_id: 'x', code: 'Throttling' }, 'failed (Throttling)'],
    [
      'a failure under error',
      { error: { code: 'invalid_api_key', message: 'm' } },
      'failed (invalid_api_key)',
    ],
    ['a failure in a text', { error: 'not allowed' }, 'failed (not allowed)'],
    [
      'the answer to a create',
      { output: { vocabulary_id: 'vocab-a-1' }, request_id: 'x' },
      'the id of a list',
    ],
    ['an empty listing', { output: { vocabulary_list: [], total_count: 0 } }, 'a listing'],
    ['no words', { vocabulary: null }, '`vocabulary` is null'],
    ['no words in an answer', { output: { vocabulary: null, status: 'OK' } }, '`vocabulary` is null'],
    ['one entry without a weight', { text: '甲' }, 'one hotword'],
    ['a list under another key', { words: ['甲'], version: 'x' }, 'but a list under "words"'],
    ['an object of texts', { 甲: 'a', 乙: 'b' }, 'no weights'],
    ['an object of objects', { 甲: { weight: 4 } }, 'no weights'],
  ])('is told from words: %s', async (_, content, message) => {
    const { diagnostics } = await loadWords('w.json', JSON.stringify(content));
    expect(diagnostics).toMatchObject([
      { severity: 'error', rule: 'include-form', message: expect.stringContaining(message) },
    ]);
  });

  it('does not keep a word from being called vocabulary or output', async () => {
    const loaded = await loadWords('w.json', '{"vocabulary": 4, "output": 5, "code": 3, "message": 2}');
    expect(words(loaded)).toEqual(['vocabulary|4|', 'output|5|', 'code|3|', 'message|2|']);
  });
});

describe('a weight that is a text', () => {
  it.each([
    ['{"a": "20"}', '"20" is quoted', 'scale of 1 to 100 that FunASR uses'],
    ['{"a": "4"}', '"4" is quoted', 'without quotes'],
    ['{"a": "8"}', '"8" is quoted', 'scale of 1 to 10'],
    ['{"a": "-6"}', '"-6" is quoted', 'older speech services'],
    ['[{"text": "a", "weight": "100"}]', '"100" is quoted', 'FunASR'],
    ['{"a": "580436"}', '"580436" is quoted', 'a count or a frequency'],
    ['{"a": "high", "b": 4}', 'must be a whole number', 'in digits'],
    ['{"a": [4], "b": 4}', 'must be a whole number, not a list', 'in digits'],
  ])('is said to be one: %s', async (content, message, hint) => {
    const { diagnostics } = await loadWords('w.json', content);
    expect(diagnostics).toMatchObject([
      {
        rule: 'weight-invalid',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      },
    ]);
  });
});

test('takes a weight of 4.0 for 4', async () => {
  expect(words(await loadWords('w.json', '{"a": 4.0, "b": 5.00}'))).toEqual(['a|4|', 'b|5|']);
});
