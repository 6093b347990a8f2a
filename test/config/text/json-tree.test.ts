import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from '../../../src/config/text/json-tree.js';
import { createSource } from '../../../src/config/text/source.js';
import type { Tree } from '../../../src/config/text/tree.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';

function read(text: string): { readonly tree: Tree | null; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  return { tree: parseJson(createSource('w.json', text), (one) => void found.push(one)), found };
}

/** What JSON.parse gives; a name of its own for what it refuses. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refused;
  }
}

const refused = Symbol('refused');

function meant(tree: Tree): unknown {
  if (tree.kind === 'list') return tree.items.map(meant);
  if (tree.kind === 'mapping')
    return Object.fromEntries(tree.pairs.map(({ key, value }) => [key, meant(value)]));
  return tree.style === 'quoted' ? tree.text : JSON.parse(tree.text);
}

const near = fc.constantFrom(
  ...Array.from('"\\{}[],: \n\t01-.eutfn\u0001\u2028词'),
  '\\"',
  '\\u00',
  '\\ud83d',
);

/** Valid JSON in which something may have been put in the place of something else. */
const almostJson = fc
  .tuple(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, 1), fc.nat(), fc.nat(2), fc.option(near))
  .map(([value, indent, at, length, other]) => {
    const text = JSON.stringify(value, null, indent);
    const start = at % (text.length + 1);
    return other === null ? text : text.slice(0, start) + other + text.slice(start + length);
  })
  .filter((text) => !text.includes('__proto__'));

it('takes what JSON.parse takes, as the same value, and refuses what it refuses', () => {
  fc.assert(
    fc.property(almostJson, (text) => {
      const { tree, found } = read(text);
      if (found.some(({ rule }) => rule === 'duplicate-key')) return;
      expect(tree === null ? refused : meant(tree)).toEqual(valueOf(text));
    }),
    { numRuns: 3000 },
  );
});

it.each([3, 7, 8, 9, 40])(
  'finds a key that is written twice among %i others, and keeps its first value',
  (others) => {
    const pairs = Array.from({ length: others }, (_, index) => `"k${index}": ${index}`);
    const { tree, found } = read(`{${[...pairs, '"k0": "again"', '"new": 1', '"new": 2'].join(', ')}}`);
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['duplicate-key', 'the key "k0" is written twice'],
      ['duplicate-key', 'the key "new" is written twice'],
    ]);
    expect(tree).toMatchObject({ pairs: { length: others + 1, 0: { value: { text: '0' } } } });
  },
);
