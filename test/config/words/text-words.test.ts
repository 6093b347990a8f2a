import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadWords, onlyVocabulary, words } from '../project.js';

test('reads a hotword a line from .txt, without comments and blank lines', async () => {
  const loaded = await loadWords(
    'w.txt',
    '\ufeff# drugs\n\n  Exothermic   reaction \r\nEGFR抑制剂\n  # more\n#1\n',
  );
  expect(words(loaded)).toEqual(['Exothermic reaction|4|', 'EGFR抑制剂|4|']);
  expect(onlyVocabulary(loaded).entries[0]?.location).toEqual({ file: 'w.txt', line: 3, column: 3 });
});

test('refuses a .txt with columns rather than make one hotword of a word and its frequency', async () => {
  const loaded = await loadWords('w.txt', '医院\t580436\nplain\n\t indented \n检查\t580138\n');
  expect(loaded.diagnostics).toMatchObject([
    {
      severity: 'error',
      rule: 'txt-columns',
      message: expect.stringMatching(/^2 lines have a tab inside/),
      location: { line: 1 },
    },
  ]);
  expect(words(loaded)).toEqual(['plain|4|', 'indented|4|']);
});

test('reads a line of megabytes', async () => {
  const loaded = await loadWords('w.txt', 'x y '.repeat(1_500_000));
  expect(words(loaded)).toHaveLength(1);
});

describe('a text file whose lines end in weights of another system', () => {
  it.each([
    ['FunASR, word and number', ['肥牛 20', 'neuro 20', '# c', '阿里巴巴 100'], "FunASR's", '肥牛,4'],
    ['FunASR, words of several parts', ['Acme Health 30', 'Acme Saver 25'], "FunASR's", 'Acme Health,4'],
    ['a negative one', ['alpha -6', 'beta 5'], "FunASR's", 'alpha,4'],
    [
      'nine of ten lines',
      [...Array.from({ length: 9 }, (_, n) => `w${n}x 20`), 'plain'],
      "FunASR's",
      'w0x,4',
    ],
    ['a bar, not on every line', ['张三|8', 'VoicePaste|10', '人工智能'], 'word|weight', '张三,4'],
    ['a full-width bar', ['张三｜8', '李四 ｜ 100'], 'word|weight', '张三,4'],
    ['a colon of either width', ['阿里巴巴: 4', 'Kubernetes：5'], 'word: weight', '阿里巴巴,4'],
    ['a colon without a space', ['阿里巴巴:4', 'Kubernetes:5', 'x :3'], 'word: weight', '阿里巴巴,4'],
    ['an equals sign', ['alpha=10', 'beta = 3'], 'word=weight', 'alpha,4'],
    [
      'sherpa-onnx, a boost',
      ['HELLO WORLD :1.5', 'HI GOOGLE :2.0', '语音识别 :3'],
      'sherpa-onnx',
      'HELLO WORLD,4',
    ],
    ['sherpa-onnx, all it knows', ['语音 :3.5 #0.6 @foo', '识别 :1 @bar'], 'sherpa-onnx', '语音,4'],
    ['a comma', ['alpha,5', 'beta,3', 'gamma'], 'without its header', 'alpha,4'],
    ['a tab', ['医院\t580436', '检查\t580138'], 'weights or frequencies', '医院,4'],
  ])('gets one warning: %s', async (_, ...[lines, whose, row]) => {
    const loaded = await loadWords('w.txt', `${lines.join('\n')}\n`);
    expect(loaded.diagnostics.map(({ severity, rule }) => `${severity}[${rule}]`)).toEqual([
      'warning[txt-weights]',
    ]);
    expect(loaded.diagnostics[0]).toMatchObject({
      message: expect.stringContaining(whose),
      hint: expect.stringContaining(`write ${row},`),
      location: { file: 'w.txt', line: 1 },
    });
    expect(words(loaded)).toHaveLength(lines.filter((line) => !line.startsWith('#')).length);
  });

  it('says how many lines are meant', async () => {
    const { diagnostics } = await loadWords('w.txt', '张三|8\nVoicePaste|10\n人工智能\n');
    expect(diagnostics[0]?.message).toBe(
      '2 of 3 lines end in a bar and a number, like a list of word|weight; here that is a part of the hotword, such as "张三|8"',
    );
  });

  it.each([
    ['products that end in numbers, among others', ['iPhone 15', 'Galaxy S24 Ultra', '小米 14', 'ThinkPad']],
    ['a standard among others', ['ISO 9001:2015', 'ISO 27001', 'GDPR', 'HIPAA']],
    ['a number inside a word', ['GPT4', 'H2O', 'B27a']],
    ['numbers alone', ['110', '119', '120']],
    ['a ratio among words', ['3:2', 'alpha', 'beta']],
  ])('is not suspected: %s', async (_, lines) => {
    const loaded = await loadWords('w.txt', lines.join('\n'));
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(lines.map((line) => `${line}|4|`));
  });

  it('is found whatever the words, and no words are changed by it', async () => {
    const word = fc.stringMatching(/^[a-z人工智能]{1,6}( [a-z]{1,5})?$/);
    const endings = fc.constantFrom(' 20', '|8', ': 4', '：5', ' :1.5', '=3');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 8 }), endings, async (all, ending) => {
        const loaded = await loadWords('w.txt', all.map((one) => one + ending).join('\n'));
        expect(loaded.diagnostics.map(({ rule }) => rule)).toEqual(['txt-weights']);
        expect(words(loaded)).toEqual(all.map((one) => `${one}${ending}|4|`));
      }),
      { numRuns: 50 },
    );
  });
});

describe('what looks as if something else were meant', () => {
  it.each([
    ['a comma', ['人工智能，', 'plain'], 'txt-punctuation'],
    ['a full stop', ['机器学习。', 'plain'], 'txt-punctuation'],
    ['an ASCII full stop after a long word', ['recognition.', 'plain'], 'txt-punctuation'],
    ['an Arabic comma', ['سلام،', 'plain'], 'txt-punctuation'],
    ['a danda', ['नमस्ते।', 'plain'], 'txt-punctuation'],
    ['an ideographic comma', ['第一、', 'plain'], 'txt-punctuation'],
    ['a full stop on every line', ['cat.', 'dog.', 'cow.'], 'txt-punctuation'],
    ['a number and a dot', ['1. 第一', 'plain'], 'txt-list-marker'],
    ['a number and a dot before Chinese', ['1.第一', 'plain'], 'txt-list-marker'],
    ['a number in brackets', ['(1) first', 'plain'], 'txt-list-marker'],
    ['a number and an ideographic comma', ['1、第一', 'plain'], 'txt-list-marker'],
    ['a dash', ['- Foo', 'plain'], 'txt-list-marker'],
    ['an asterisk', ['* Foo', 'plain'], 'txt-list-marker'],
    ['a bullet', ['• 点', 'plain'], 'txt-list-marker'],
    ['a bullet and a tab', ['•\t点', 'plain'], 'txt-list-marker'],
    ['a bullet without a space', ['●点', 'plain'], 'txt-list-marker'],
    ['straight quotes on every line', ['"a b"', '"c"'], 'txt-quotes'],
    ['curly quotes on every line', ['“人工”', '“智能”'], 'txt-quotes'],
    ['corner brackets on every line', ['「人工」', '「智能」'], 'txt-quotes'],
    ['guillemets on every line', ['«a»', '«b»'], 'txt-quotes'],
    ['backticks on every line', ['`a`', '`b`'], 'txt-quotes'],
    ['a comment behind the word', ['Foo # comment', 'plain'], 'txt-comment'],
    ['columns', ['Baz,5,en', 'plain'], 'txt-separator'],
    ['several words', ['Bar、Baz', 'plain'], 'txt-separator'],
    ['words of Chinese with a wide space', ['心梗\u3000心悸', 'plain'], 'txt-separator'],
    ['a comment without a space', ['头孢＃三病区', 'plain'], 'txt-comment'],
  ])('is said once: %s', async (_, lines, rule) => {
    const loaded = await loadWords('w.txt', lines.join('\n'));
    expect(loaded.diagnostics.map((found) => `${found.severity}[${found.rule}]`)).toEqual([
      `warning[${rule}]`,
    ]);
  });

  it('is one warning a kind for a file, with its first line as the example and the others counted', async () => {
    const lines = ['人工智能，', '机器学习。', '1. 第一', '- 列表', '• 点'];
    const { diagnostics } = await loadWords('w.txt', lines.join('\n'));
    expect(diagnostics.map(({ message, location }) => [message, location?.line])).toEqual([
      [
        '"1. 第一" begins with a bullet or a number like an item of a list, which becomes a part of the hotword; so do 2 more lines',
        3,
      ],
      [
        '"人工智能，" ends in a full stop or a comma, which becomes a part of the hotword; so does 1 more line',
        1,
      ],
    ]);
  });

  it('finds quotes behind which a comma stands, as in an array', async () => {
    const { diagnostics } = await loadWords('w.txt', '"a",\n"b",\n"c"\n');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-punctuation', 'txt-quotes']);
  });

  it.each([
    'Acme Inc.',
    'U.S.',
    'Dr.',
    '3.5 mm',
    '2.0',
    'C++',
    '"quoted" word',
    'rock & roll',
    '--verbose',
    'C#',
    '36協定',
    '3D',
  ])('is not found in %j', async (word) => {
    const loaded = await loadWords('w.txt', `plain\n${word}\nother\n`);
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toContain(`${word}|4|`);
  });
});

test('reads a file whose lines end in carriage returns alone', async () => {
  const loaded = await loadWords('w.txt', '人工智能\rHello\r# c\r机器学习\r');
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(['人工智能|4|', 'Hello|4|', '机器学习|4|']);
  expect(onlyVocabulary(loaded).entries.map(({ location }) => location.line)).toEqual([1, 2, 4]);
});
