import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, validate } from '../validate.js';

const unread = 'warning[language-hints-unread]';
const qwen = { model: 'qwen-audio-3.0-asr-flash' };

describe('the number of language_hints', () => {
  check([
    ['may be 1 for fun-asr', passing('[zh]')],
    ['may not be 2', passing('[zh, en]'), unread],
    ['does not count one twice', passing('[zh, zh]')],
    ['may be 4 for qwen-audio', passing('[zh, en, ja, ko]', qwen)],
    ['may not be 5 there', passing('[zh, en, ja, ko, de]', qwen), unread],
    [
      'may be any for paraformer',
      passing('[zh, en, ja, yue, ko, de]', { model: 'paraformer-v2', region: 'beijing' }),
    ],
  ]);

  it('is said with the words that do nothing, a few by name', async () => {
    const words = Array.from({ length: 7 }, (_, n) => `{ text: word${n}, lang: en }`).join(', ');
    const { diagnostics } = await validate(
      passing('[zh, en, ja]', { words: `${words}, 心律, { text: 早搏, lang: zh }` }),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the consumer "clinic" passes 3 language_hints, and fun-asr reads only the first: en, ja do nothing, and neither do 7 hotwords: "word0", "word1", "word2", "word3", "word4" and 2 more',
    ]);
  });

  it('names five words without counting what is left, where none is', async () => {
    const words = Array.from({ length: 5 }, (_, n) => `{ text: word${n}, lang: en }`).join(', ');
    const { diagnostics } = await validate(passing('[zh, en]', { words }));
    expect(diagnostics[0]?.message).toMatch(/"word3", "word4"$/);
    expect(diagnostics[0]?.hint).toContain('leave out the lang of those words');
  });

  it('names no words that go with the request, with which no lang travels', async () => {
    const model = 'qwen-audio-3.1-asr-flash';
    const { diagnostics } = await validate(
      config(
        `vocabularies:
  - { name: now, delivery: instant, hotwords: [{ text: a, lang: de }] }
  - { name: clinic, prefix: acmecli, hotwords: [b] }
consumers: [{ name: app, vocabularies: [now, clinic], model: ${model}, language_hints: [zh, en, ja, ko, de] }]`,
        { model },
      ),
    );
    expect(diagnostics.find(({ rule }) => rule === 'language-hints-unread')?.message).toMatch(
      /reads only the first 4: de does nothing$/,
    );
  });

  it('names none where there is no list', async () => {
    const model = 'qwen-audio-3.1-asr-flash';
    const { diagnostics } = await validate(
      config(
        `vocabularies: [{ name: now, delivery: instant, hotwords: [a] }]
consumers: [{ name: app, vocabulary: now, model: ${model}, language_hints: [zh, en, ja, ko, de] }]`,
        { model },
      ),
    );
    expect(diagnostics.find(({ rule }) => rule === 'language-hints-unread')?.message).toMatch(
      /de does nothing$/,
    );
  });

  it('names no words when all of them work', async () => {
    const { diagnostics } = await validate(passing('[zh, en]'));
    expect(diagnostics[0]?.message).toBe(
      'the consumer "clinic" passes 2 language_hints, and fun-asr reads only the first: en does nothing',
    );
    expect(diagnostics[0]?.hint).toBe('put what is spoken most first');
  });
});

describe('a language_hint', () => {
  const unusual = 'warning[language-hint-unusual]';
  check([
    ['is written as the vendor does', passing('[ja]')],
    ['is not zh-CN', passing('[zh-CN]'), unusual],
    ['is not en-US', passing('[en-US]'), unusual],
    ['is not cmn', passing('[cmn]'), unusual],
    ['is not jp', passing('[jp]'), unusual],
    ['may be one that no hotword can have', passing('[vi]')],
  ]);
});

describe('several language_hints', () => {
  it('in other spellings are one warning that names them all', async () => {
    const files = passing('[zh-CN, vi, en-US]', qwen);
    expect((await validate(files)).diagnostics).toMatchObject([
      {
        rule: 'language-hint-unusual',
        message: expect.stringContaining(
          'the language_hints "zh-CN", "en-US"; the vendor\'s codes are "zh", "en"',
        ),
        hint: 'did you mean "zh", "en"? Correct them here and in the program',
      },
    ]);
  });

  it('of which one is in another spelling are one warning about that one', async () => {
    const { diagnostics } = await validate(passing('[zh-CN, vi]', qwen));
    expect(diagnostics).toMatchObject([
      {
        message: expect.stringContaining('the language_hint "zh-CN"; the vendor\'s code is "zh"'),
        hint: expect.stringMatching(/Correct it here and in the program$/),
      },
    ]);
  });

  it('of one language in two spellings leave no word unheard', async () => {
    const { diagnostics } = await validate(passing('[zh, zh-CN]', { words: '{ text: a, lang: zh }' }));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['language-hint-unusual']);
  });
});

function passing(hints: string, { model = 'fun-asr', region = 'singapore', words = 'a' } = {}): Files {
  return config(
    `vocabularies: [{ name: medical, prefix: acmemed, hotwords: [${words}] }]
consumers: [{ name: clinic, vocabulary: medical, model: ${model}, language_hints: ${hints} }]`,
    { model, region },
  );
}
