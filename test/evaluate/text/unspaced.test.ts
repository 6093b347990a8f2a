import { expect, it } from 'vitest';
import { isUnspaced, unspacedCharacter } from '../../../src/evaluate/text/unspaced.js';

it('knows the characters of scripts that put no spaces between words', () => {
  const characters = ['中', '々', '𠮷', 'あ', 'カ', 'ー', '한', 'ㄅ', 'ไ', 'ພ', 'ក', 'မ'];
  expect(characters.filter((character) => !isUnspaced(character))).toEqual([]);
});

it('knows letters, digits and symbols of others', () => {
  const characters = ['a', 'é', 'Ж', 'א', 'ع', 'अ', '7', '+', '👍', ''];
  expect(characters.filter(isUnspaced)).toEqual([]);
});

it('is the same by code as by pattern', () => {
  const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
  const differing = all.filter(
    (character) =>
      /[\p{L}\p{N}]/u.test(character) && isUnspaced(character) !== unspacedCharacter.test(character),
  );
  expect(differing).toEqual([]);
});
