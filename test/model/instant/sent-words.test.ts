import { describe, expect, it } from 'vitest';
import { sentWords } from '../../../src/model/instant/sent-words.js';
import { instantWords, word } from '../../support/build.js';

const change = (name: string, ...hotwords: ReturnType<typeof word>[]) => ({
  name,
  before: null,
  after: instantWords({ name, hotwords }),
  hotwords: null,
  replaces: [],
});

describe('what a consumer sends', () => {
  const instant = [
    change('people', word('Nguyen', { weight: 5 }), word('Abel')),
    change('places', word('Oslo')),
  ];

  it('is the words of its vocabularies and of no other, in the order of the words', () => {
    expect(JSON.stringify(sentWords({ instant: ['people'] }, instant))).toBe('{"Abel":4,"Nguyen":5}');
    expect(JSON.stringify(sentWords({ instant: ['places', 'people'] }, instant))).toBe(
      '{"Abel":4,"Nguyen":5,"Oslo":4}',
    );
  });

  it('is nothing of a vocabulary that goes', () => {
    const going = [...instant, { ...change('old', word('Bergen')), after: null }];
    expect(sentWords({ instant: ['old', 'places'] }, going)).toStrictEqual({ Oslo: 4 });
  });

  it('is nothing where it has no instant vocabulary', () => {
    expect(sentWords({ instant: [] }, instant)).toBeNull();
  });

  it('holds words that mean something to JavaScript', () => {
    expect(
      JSON.stringify(sentWords({ instant: ['x'] }, [change('x', word('__proto__'), word('constructor'))])),
    ).toBe('{"__proto__":4,"constructor":4}');
  });
});
