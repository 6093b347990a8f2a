import { describe, expect, it } from 'vitest';
import { packingAdvice } from '../../src/schedule/packing.js';
import { desiredList, words } from '../support/build.js';

const list = (name: string, fields: Parameters<typeof desiredList>[0] = {}) =>
  desiredList({
    name,
    address: `${name}@m`,
    target_model: 'm',
    hotwords: words(name),
    max_hotwords: 1,
    ...fields,
  });

describe('how to do with fewer lists', () => {
  it('is to share one where two have the same words for one model, in whatever order', () => {
    const lists = [
      list('b', { hotwords: words('x', 'y') }),
      list('a', { hotwords: words('y', 'x') }),
      list('c', { hotwords: words('x', 'y'), target_model: 'other' }),
    ];
    expect(packingAdvice(lists)).toEqual([
      'remove b@m: it has the words of a@m, which its consumers can use',
    ]);
  });

  it('is to remove what no consumer uses, where consumers are declared at all', () => {
    expect(packingAdvice([list('a'), list('b')])).toEqual([]);
    expect(packingAdvice([list('a', { consumers: ['app'] }), list('b')])).toEqual([
      'remove b@m, which no consumer uses, or declare who does',
    ]);
  });

  it('is to merge as many of the smallest as fit into one list of their model', () => {
    const sized = (name: string, size: number, target_model = 'm') =>
      list(name, {
        hotwords: words(size).map((word) => ({ ...word, text: `${name} ${word.text}` })),
        target_model,
        max_hotwords: 10,
      });
    const lists = [sized('a', 6), sized('b', 3), sized('c', 7), sized('d', 2, 'other')];
    expect(packingAdvice(lists)).toEqual(['merge b@m (3), a@m (6): they fit into one list of 10 hotwords']);
    expect(packingAdvice([sized('a', 6), sized('c', 7)])).toEqual([]);
  });
});
