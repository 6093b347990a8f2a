import { describe, expect, it } from 'vitest';
import { closest, didYouMean } from '../../../src/model/text/closest.js';

describe('the word that was probably meant', () => {
  it.each([
    ['a letter too many', 'weeight', 'weight'],
    ['a letter too few', 'weght', 'weight'],
    ['a wrong letter', 'waight', 'weight'],
    ['two letters in the wrong order', 'wieght', 'weight'],
    ['another case', 'Weight', 'weight'],
    ['as many as a third of its letters wrong', 'waigth', 'weight'],
  ])('is found in spite of %s', (_mistake, written, meant) => {
    expect(closest(written, ['lang', meant, 'text'])).toBe(meant);
  });

  it('counts letters that changed places as one mistake', () => {
    expect(closest('txet', ['text'])).toBe('text');
    expect(closest('txat', ['text'])).toBeNull();
  });

  it('is none when more than a third of the letters are wrong', () => {
    expect(closest('waidth', ['weight'])).toBeNull();
    expect(closest('colour', ['weight', 'text'])).toBeNull();
  });

  it('may differ in one letter however short the word is', () => {
    expect(closest('zn', ['en-us', 'zh'])).toBe('zh');
  });

  it('of a single letter is that letter in another case, and no other', () => {
    expect(closest('A', ['b', 'a'])).toBe('a');
    expect(closest('A', ['b', 'ab', ''])).toBeNull();
    expect(closest('词', ['詞', 'a'])).toBeNull();
    expect(closest('𠮷', ['吉'])).toBeNull();
  });

  it('is the nearest of several', () => {
    expect(closest('fun-asr-realtme', ['fun-asr-realtime-8k', 'fun-asr-realtime', 'fun-asr'])).toBe(
      'fun-asr-realtime',
    );
  });

  it('is the first of several that are equally near', () => {
    expect(closest('acmex', ['acmea', 'acmeb'])).toBe('acmea');
  });

  it('is none among no candidates', () => {
    expect(closest('weight', [])).toBeNull();
  });

  it('is asked for in words', () => {
    expect(didYouMean('weigth', new Set(['weight']))).toBe('did you mean "weight"?');
    expect(didYouMean('weigth', ['lang'])).toBeNull();
  });
});

describe('a word of any length', () => {
  it('is compared up to a hundred characters, which no name has', () => {
    expect(closest('x'.repeat(100), ['x'.repeat(99)])).toBe('x'.repeat(99));
    expect(closest('x'.repeat(101), ['x'.repeat(100)])).toBeNull();
  });
});

it('finds a letter too many at either end, and takes a letter that only moved for two mistakes', () => {
  expect(closest('xtext', ['text'])).toBe('text');
  expect(closest('textx', ['text'])).toBe('text');
  expect(closest('xa', ['ay'])).toBeNull();
});
