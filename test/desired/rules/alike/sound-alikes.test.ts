import { describe, expect, it } from 'vitest';
import { hasChinese, wordsToRead } from '../../../../src/desired/rules/alike/sound-alikes.js';
import type { Vocabulary } from '../../../../src/model/config.js';
import { check as checkConfig } from '../../../../src/pipelines/check.js';
import { temporaryFolder, writeInto } from '../../../support/world.js';
import { check } from '../../limits.js';
import { config, type Files, hotwords, validate } from '../../validate.js';

const found = 'warning[sounds-alike]';

const others = ['肝脏', '心脏', '银行', '早搏', '房颤', '水肿', '头孢', '骨折', '咳嗽', '头痛'];
const chinese = ['尺骨', '耻骨', '肝脏', '心脏', '银行', '早搏', '房颤', '水肿', '头孢'];

describe('hotwords that sound alike', () => {
  check([
    ['are found by their syllables and tones', hotwords(['尺骨', '耻骨']), found],
    ['are different with another tone', hotwords(['肝脏', '干杖', '妈妈', '马'])],
    ['are read as their phrase is', hotwords(['银行', '银杏', '行走', '型走']), found],
    ['are found beside Latin letters of any case', hotwords(['HER2阳性', 'her2羊性']), found],
    ['are different with other Latin letters', hotwords(['A型', 'B型'])],
    ['are found whatever the punctuation', hotwords(['吉兰-巴雷', '吉兰巴雷']), found],
    [
      'are no business of this rule when only the spelling differs',
      hotwords(['心律', '心 律']),
      'warning[near-duplicate]',
    ],
    ['are not looked for in Latin words', hotwords(['right', 'write'])],
    ['are not looked for in other langs', hotwords(['{ text: 尺骨, lang: ja }', '{ text: 耻骨, lang: ja }'])],
    [
      'are looked for where the lang is zh in another spelling',
      hotwords(['{ text: 尺骨, lang: zh }', '耻骨']),
      found,
    ],
    ['are not looked for in a list with kana', hotwords(['機会', '機械', '電子カルテ', '尺骨', '耻骨'])],
    [
      'are looked for beside a character that only looks like kana',
      hotwords(['人ロ普查', '尺骨', '耻骨']),
      'warning[look-alike-character]',
      found,
    ],
    ['are not looked for where more than a tenth has kana', hotwords(['アスピリン', ...chinese.slice(0, 8)])],
    [
      'are not looked for in words with kana, whatever the list is in',
      hotwords(['尺骨の型', '耻骨の型', ...others.map((word) => `${word}炎`), ...others]),
    ],
    [
      'are not looked for beside kana and words that tell nothing of it',
      hotwords([
        'アスピリン',
        '尺骨',
        '耻骨',
        ...Array.from('abcdefghijklm', (letter) => `${letter}${letter}word`),
      ]),
    ],
    ['are looked for beside a name with kana', hotwords(['アスピリン', ...chinese]), found],
    [
      'are looked for there in the words that are zh',
      hotwords(['カルテ', '{ text: 尺骨, lang: zh }', '{ text: 耻骨, lang: zh }']),
      found,
    ],
    [
      'are looked for beside kana that is said to be of another language',
      hotwords(['{ text: カルテ, lang: ja }', '尺骨', '耻骨']),
      found,
    ],
    ['may stand in two vocabularies', two('尺骨', '耻骨')],
  ]);

  it('are not pronounced where no other word may be read alike', async () => {
    const { loadRoughReading } = await import('../../../../src/pronunciation/load-pronunciation.js');
    const rough = await loadRoughReading();
    const read = (...texts: readonly string[]) => [
      ...wordsToRead({ vocabularies: [vocabularyOf(...texts)], consumers: [] }, rough),
    ];
    expect(read('肝脏', '心脏', '银行', 'alpha')).toEqual([]);
    // 行 is xíng alone: only the dictionary knows that it is háng here.
    expect(read('肝脏', '银行', '银杏', '银航')).toEqual(['银行', '银航']);
    // More readings than anybody would name.
    expect(read('行'.repeat(15), '航'.repeat(15), '肝脏')).toHaveLength(2);
  });

  it('are said of the first that is written so', async () => {
    const all = await validate(hotwords(['▹尺骨', '尺 骨', '▸耻骨']));
    expect(all.diagnostics.find(({ rule }) => rule === 'sounds-alike')).toMatchObject({
      location: all.location,
      related: all.related,
    });
  });

  it('are said once a group', async () => {
    const { diagnostics } = await validate(hotwords(['意义', '异议', '异意']));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"意义", "异议" and "异意" sound alike (yì yì): by ear nobody can tell which was said',
    ]);
  });

  it('are named up to five, and counted beyond, at the second of them', async () => {
    const five = ['意义', '异议', '异意', '熠熠', '奕奕'];
    const six = await validate(hotwords([`▹${five[0]}`, `▸${five[1]}`, ...five.slice(2), '翼翼']));
    expect(six.diagnostics).toMatchObject([{ location: six.location, related: six.related }]);
    expect(six.diagnostics[0]?.message).toMatch(/"奕奕" and 1 more sound alike \(yì yì\)/);
    const { diagnostics } = await validate(hotwords(five));
    expect(diagnostics[0]?.message).toMatch(/"熠熠" and "奕奕" sound alike \(yì yì\)/);
  });

  it('are not read where they look like a key', async () => {
    const key = 'sk-0123456789abcdef';
    const { diagnostics } = await validate({
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml': `name: medical\nprefix: acmemed\nhotwords: [${key} 心率, ${key} 心律]\n`,
    });
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('sounds-alike');
    expect(JSON.stringify(diagnostics)).not.toContain('0123456789abcdef');
  });

  function vocabularyOf(...texts: readonly string[]): Vocabulary {
    const entry = {
      weight: 4,
      lang: null,
      extra: null,
      note: null,
      expires: null,
      location: { file: 'a', line: 1, column: 1 },
    };
    const entries = texts.map((text) => ({ ...entry, text }));
    return { entries } as unknown as Vocabulary;
  }

  function two(one: string, other: string): Files {
    return config(`vocabularies:
  - { name: one, prefix: acmeone, hotwords: [${one}] }
  - { name: other, prefix: acmeother, hotwords: [${other}] }`);
  }
});

describe('what knows how Chinese is read', () => {
  it.each([
    ['is loaded for a Chinese word', hotwords(['alpha', '心律']), 1],
    ['is loaded for a rare character beyond the first plane', hotwords(['𠮷']), 1],
    ['is not loaded for words of other scripts', hotwords(['alpha', 'カルテ', '심장', 'Москва', 'α']), 0],
    ['is not loaded where the rule is off', rulesOff(), 0],
  ])('%s', async (_, files, times) => {
    let loaded = 0;
    const cwd = await temporaryFolder();
    for (const [file, text] of Object.entries(files)) await writeInto(cwd, file, text);
    const loadPronunciation = async () => {
      loaded++;
      return (text: string) => text;
    };
    const { diagnostics } = await checkConfig({ cwd }, { now: () => 0, loadPronunciation });
    expect([diagnostics, loaded]).toEqual([[], times]);
  });

  it('is not put among those that are read, where it is not read', async () => {
    const { loadPronunciation, loadRoughReading } = await import(
      '../../../../src/pronunciation/load-pronunciation.js'
    );
    const cwd = await temporaryFolder();
    const files = hotwords(['肝脏', '心律', '尺骨', '耻骨']);
    for (const [file, text] of Object.entries(files)) await writeInto(cwd, file, text);
    const ports = { now: () => 0, loadPronunciation, loadRoughReading };
    const { diagnostics } = await checkConfig({ cwd }, ports);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"尺骨" and "耻骨" sound alike/),
    ]);
  });

  function rulesOff(): Files {
    return config(
      'rules: { sounds-alike: off }\nvocabularies: [{ name: a, prefix: acme, hotwords: [尺骨, 耻骨] }]',
    );
  }

  it('is asked for by any vocabulary', () => {
    const location = { file: 'x', line: 1, column: 1 };
    const word = (text: string) => ({
      text,
      weight: 4,
      lang: null,
      extra: null,
      note: null,
      expires: null,
      location,
    });
    const vocabulary = (text: string) => ({
      name: 'a',
      delivery: 'list' as const,
      prefix: { value: 'a', location },
      target_models: [],
      previous_prefixes: [],
      vocabulary_ids: [],
      owner: null,
      entries: [word(text)],
      location,
    });
    expect(hasChinese({ vocabularies: [vocabulary('a'), vocabulary('心')] })).toBe(true);
    expect(hasChinese({ vocabularies: [vocabulary('a')] })).toBe(false);
  });
});
