import { describe, expect, it } from 'vitest';
import { scaleOf, type WeightsOfFile, weightFrom } from '../../../src/import/words/scales.js';

function mapped(weights: readonly number[], file: Partial<WeightsOfFile> = {}, superAllowed = false) {
  const scale = scaleOf({ weights, style: null, isGiven: false, ...file });
  return weights.map((weight) => weightFrom(weight, scale, superAllowed));
}

type Case = readonly [
  what: string,
  weights: readonly number[],
  file: Partial<WeightsOfFile>,
  expected: readonly (number | 'default' | null)[],
];

describe('the weights of a file', () => {
  it.each<Case>([
    ['1 to 5 stay', [1, 2, 3, 4, 5], {}, [1, 2, 3, 4, 5]],
    ['a half of 1 to 5 is rounded down', [4, 4.5, 4.6, 1.4], {}, [4, 4, 5, 1]],
    ['1 to 10', [1, 2, 3, 5, 8, 10, 11], {}, [1, 1, 2, 3, 4, 4, 5]],
    ['100 beside 1 to 11 is above all of them', [8, 100], {}, [4, 5]],
    ['1 to 100', [1, 5, 15, 20, 49, 50, 100], {}, [1, 2, 3, 4, 4, 5, 5]],
    ['1 to 100 by the form, also where no number is high', [2, 10], { style: 'number' }, [1, 3]],
    ['numbers behind words that are 1 to 5 anyway', [3, 5], { style: 'number' }, [3, 5]],
    ['numbers that were said to be FunASR’s', [3, 5], { style: 'number', isGiven: true }, [1, 2]],
    ['boosts by the form', [0.3, 0.5, 1, 1.5, 2, 3.5], { style: 'sherpa' }, [1, 2, 3, 4, 4, 5]],
    ['boosts by their numbers', [0.5, 1.5, 3.5], {}, [2, 4, 5]],
    ['shares', [0.1, 0.5, 1], {}, [1, 3, 5]],
    ['-6 to 5', [-6, 0, 3, 5], {}, [null, 1, 3, 5]],
    ['counts', [606946, 20], {}, ['default', 'default']],
    ['counts by the form', [3, 5], { style: 'jieba' }, ['default', 'default']],
    ['a negative boost', [-1, 1.5], { style: 'sherpa' }, [null, 4]],
  ])('%s', (_, weights, ...[file, expected]) => {
    expect(mapped(weights, file)).toEqual(expected);
  });

  it('keep a super hotword where the model knows it, and it is 5 elsewhere', () => {
    expect(mapped([4, 50], {}, true)).toEqual([4, 50]);
    expect(mapped([4, 50])).toEqual([4, 5]);
  });

  it.each(['number', null, 'sherpa', 'bar'] as const)(
    'never fall where another rises, in the style %s',
    (style) => {
      for (const top of [1, 5, 5.5, 11, 60, 100]) {
        const weights = Array.from({ length: 41 }, (_, index) => (top * index) / 40);
        const found = mapped(weights, { style }).map((weight) => (weight === null ? 0 : weight));
        expect(found).toEqual([...found].sort((one, other) => Number(one) - Number(other)));
        expect(found.every((weight) => Number(weight) >= 0 && Number(weight) <= 5)).toBe(true);
      }
    },
  );
});
