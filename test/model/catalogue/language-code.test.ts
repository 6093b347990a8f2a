import { describe, expect, it } from 'vitest';
import { isSameLanguage, languageMeant } from '../../../src/model/catalogue/language-code.js';

it.each([
  ['zh-CN', 'zh'],
  ['zh_Hans_CN', 'zh'],
  ['cmn', 'zh'],
  ['cmn-Hans-CN', 'zh'],
  ['ZH', 'zh'],
  ['中文', 'zh'],
  ['Chinese', 'zh'],
  ['en-US', 'en'],
  ['eng', 'en'],
  ['jp', 'ja'],
  ['ja-JP', 'ja'],
  ['zh-yue', 'yue'],
  ['yue-Hant-HK', 'yue'],
  ['kr', 'ko'],
  ['deu', 'de'],
])('knows that %s is what the vendor writes %s', (written, code) => {
  expect(languageMeant(written)).toBe(code);
});

it.each([
  'azh-yue',
  'zh',
  'en',
  'ja',
  'yue',
  'ko',
  'de',
  'fr',
  'ru',
  'uk',
  'vi',
  'xx',
  '',
  '-',
  'constructor',
])('has nothing better than %j', (written) => {
  expect(languageMeant(written)).toBeNull();
});

describe('two spellings', () => {
  it.each([
    ['zh', 'zh', true],
    ['zh-CN', 'zh', true],
    ['cmn', 'zh-Hans', true],
    ['zh', 'yue', false],
    ['vi', 'vi', true],
    ['vi', 'th', false],
  ])('%s and %s are one language: %s', (one, other, same) => {
    expect(isSameLanguage(one, other)).toBe(same);
  });
});
