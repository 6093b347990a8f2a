import { describe, expect, it } from 'vitest';
import { freeName, prefixFor, stemOf } from '../../../src/import/words/new-names.js';

describe('the name of an include', () => {
  it.each([
    ['terms.csv', 'terms'],
    ['/some/where/热词 2026.txt', '热词-2026'],
    ['C:\\lists\\words.tsv', 'words'],
    ['-rf.txt', 'rf'],
    ['.hidden', 'hidden'],
    ['..', 'words'],
    ['a\u202eb\u0000c\n.txt', 'a-b-c'],
    ['*[?]{,}.csv', 'words'],
    ['<stdin>', 'stdin'],
    [`${'x'.repeat(300)}.txt`, 'x'.repeat(60)],
    ['archive.tar.gz', 'archive.tar'],
  ])('after %j is %j', (file, stem) => {
    expect(stemOf(file)).toBe(stem);
  });

  it('is one that is free', () => {
    expect(freeName('a', () => false)).toBe('a');
    expect(freeName('a', (name) => name === 'a' || name === 'a-2')).toBe('a-3');
  });
});

describe('the prefix of a new vocabulary', () => {
  it.each([
    ['drugs', 'acme', [], 'acmedrugs'],
    ['Ward-3 names', '', [], 'ward3name'],
    ['medical', 'acme', ['acmemedic'], 'acmemedi2'],
    ['medical', 'acme', ['acmemedic', 'acmemedi2'], 'acmemedi3'],
    ['___', 'acme', [], 'acmewords'],
    ['x', 'abcdefghij', [], 'abcdefghi'],
  ])('%s in the namespace %j beside %j is %s', (name, namespace, ...[taken, prefix]) => {
    expect(prefixFor(name, namespace, new Set(taken))).toBe(prefix);
  });
});
