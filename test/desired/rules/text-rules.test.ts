import { describe, expect, it } from 'vitest';
import { check, type Limit } from '../limits.js';
import { config, type Files, hotwords, validate } from '../validate.js';

describe('the length of a hotword', () => {
  const tooLong = 'error[hotword-too-long]';
  const tooManyWords = 'error[hotword-too-many-words]';
  const fifteen = '一二三四五六七八九十一二三四五';
  check([
    ['may be 15 characters', hotwords([fifteen])],
    ['may not be 16', hotwords([`${fifteen}六`]), tooLong],
    ['counts ASCII too when one character is not', hotwords(['EGFR inhibiteu é']), tooLong],
    ['may be 15 characters of both', hotwords(['EGFR inhibite é'])],
    ['counts a character outside the basic plane as one', hotwords(['𠮷'.repeat(15)])],
    ['counts 16 of them as 16', hotwords(['𠮷'.repeat(16)]), tooLong],
    ['counts a letter and an accent that have one form together as one', hotwords(['e\u0301'.repeat(15)])],
    ['counts a letter and an accent that have none as two', hotwords(['x\u0301'.repeat(8)]), tooLong],
    ['is measured without the white space around it', hotwords([`"\\u3000${fifteen} "`])],
    ['has no limit in ASCII letters', hotwords(['pneumonoultramicroscopicsilicovolcanoconiosis'])],
    ['may be 7 words of ASCII', hotwords(['a b c d e f g'])],
    ['may not be 8', hotwords(['a b c d e f g h']), tooManyWords],
    [
      'is looked at in each word',
      hotwords(['a b c d e f g h', 'a b c d e f g', 'b c d e f g h i']),
      tooManyWords,
      tooManyWords,
    ],
    ['takes a run of white space for one', hotwords(['"a  b   c d e f g"'])],
    ['counts no words when one character is not ASCII', hotwords(['à b c d e f g h'])],
  ]);
});

describe('a word without a letter', () => {
  check([
    ...['。', '——', '🙂', '...', '-', '“”'].map(
      (text): Limit => [
        `is doubtful: ${text}`,
        hotwords([JSON.stringify(text)]),
        'warning[hotword-letterless]',
      ],
    ),
    ...['8', '３', 'é', '一', 'あ', '가', 'Ω', '½', 'а', 'C++'].map(
      (text): Limit => [`is none: ${text}`, hotwords([JSON.stringify(text)])],
    ),
    [
      'is found among words that have some',
      hotwords(['alpha', '"--"', '肺炎']),
      'warning[hotword-letterless]',
    ],
  ]);
});

describe('a character nobody sees', () => {
  const visible = ['plain', 'x\u0301', 'a👨', 'שלום', 'a\u3000b'];
  const hidden = ['\\u0007', '\\u00ad', '\\u200d', '\\u202e', '\\u2066', '\\ufeff', '\\U000e0041'];
  const found = 'error[hotword-hidden-character]';
  check([
    ...visible.map((text): Limit => [`is not in ${JSON.stringify(text)}`, hotwords([text])]),
    ...hidden.map((escape): Limit => [`is ${escape}`, hotwords([`"a${escape}b"`]), found]),
  ]);

  it('is named by its number, of four digits at least', async () => {
    const { diagnostics } = await validate(hotwords(['"a\\u00adb"']));
    expect(diagnostics[0]?.message).toContain('U+00AD at position 2');
  });

  it('is counted in characters, not in code units', async () => {
    const { diagnostics } = await validate(hotwords(['"𠮷\\u200b野"']));
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('U+200B at position 2') }]);
  });
});

describe('what looks like a key', () => {
  const file = (word: string): Files => ({
    ...config('vocabularies: [medical.yaml]'),
    'medical.yaml': `name: medical\nprefix: acmemed\nhotwords: [${word}]\n`,
  });
  check([
    ['has 16 characters after sk-', file('key sk-ABCDEFGHIJKLMNOP'), 'error[hotword-like-key]'],
    [
      'is one error where it stands in the configuration itself',
      hotwords(['key sk-ABCDEFGHIJKLMNOP']),
      'error[key-in-config]',
    ],
    ['has no fewer', file('sk-ABCDEFGHIJKLMNO')],
    [
      'may stand in a lang, beside words that have none',
      file('alpha, { text: beta, lang: sk-ABCDEFGHIJKLMNOP }'),
      'error[hotword-like-key]',
      'error[lang-unsupported]',
    ],
    [
      'may stand in a field, beside words that have none',
      file('alpha, { text: beta, extra: { note_x: sk-ABCDEFGHIJKLMNOP } }'),
      'error[hotword-like-key]',
    ],
    ['does not begin inside a word', file('desk-organizer-0123456789')],
  ]);
});
