import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, unitOf } from '../../../src/evaluate/text/tokens.js';
import { grapheme } from '../../support/any-text.js';

describe('a text is taken apart', () => {
  it.each([
    ['at each Chinese character', '游览曲阜。', ['游', '览', '曲', '阜']],
    ['at each character of Japanese', 'コーヒーを', ['コ', 'ー', 'ヒ', 'ー', 'を']],
    ['at each syllable of Korean', '서울 시', ['서', '울', '시']],
    ['at spaces between words', 'The  quick fox', ['the', 'quick', 'fox']],
    ['with a run of letters inside Chinese as one unit', '用iPhone拍照', ['用', 'iphone', '拍', '照']],
    ['with digits as such a run', '13号楼', ['13', '号', '楼']],
    ['with characters beyond the first plane', '𠮷野家', ['𠮷', '野', '家']],
    ['with marks beside their characters', 'น้ำ', ['น้', 'า']],
    ['with emoji as runs', '好👍🏽', ['好', '👍🏽']],
    ['into nothing, where nothing is said', ' 。', []],
  ])('%s', (_title, text, units) => {
    const marked = (unit: string) => unit.normalize('NFKD').replace(/\u0e4d/gu, '');
    expect(tokenise(text).units.map(marked)).toEqual(units.map(marked));
  });
});

it('says where units stand in the original, in UTF-16 units', () => {
  const text = '“𠮷”， ＡＢ！中';
  const { units, starts, ends } = tokenise(text);
  expect(units).toEqual(['𠮷', 'ab', '中']);
  expect(units.map((_, unit) => text.slice(starts[unit], ends[unit]))).toEqual(['𠮷', 'ＡＢ', '中']);
});

it('leaves nothing out but spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: grapheme }), (text) => {
      const { units, normal } = tokenise(text);
      expect(units.join('')).toBe(normal.replaceAll(' ', ''));
    }),
  );
});

describe('the unit of an evaluation', () => {
  it.each([
    ['is the character where most units are characters', ['用iPhone拍照'], 'character'],
    ['is the word where most are words', ['open the 文件 now please'], 'word'],
    ['is decided by all references together', ['hello there', '你好，世界'], 'character'],
    ['is the word where nothing is said', [''], 'word'],
    ['is the word where it is half and half', ['好 ok'], 'word'],
  ])('%s', (_title, references, unit) => {
    expect(unitOf(references.map(tokenise))).toBe(unit);
  });
});
