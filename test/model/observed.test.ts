import { describe, expect, it } from 'vitest';
import { isReady, nameOf, prefixOf } from '../../src/model/observed.js';
import { idOf, observedList } from '../support/build.js';

describe('the prefix in an id', () => {
  it.each([
    [idOf('acmemed', 1), 'acmemed'],
    ['vocab-a-0123456789abcdef0123456789abcdef', 'a'],
    ['vocab-1e3-00', '1e3'],
    // Longer than the vendor allows today, of another length, or in capitals: still a list with a prefix.
    ['vocab-acmemedicallists-00', 'acmemedicallists'],
    ['vocab-acme-0123456789ABCDEFGHIJ', 'acme'],
  ])('of %s is %s', (id, prefix) => {
    expect(prefixOf(id)).toBe(prefix);
  });

  it.each([
    '',
    'acmemed',
    'vocab-acmemed',
    'vocab-acmemed-',
    'vocab--0123',
    'vocab-Acme-0123',
    'vocab-acme_med-0123',
    'Vocab-acme-0123',
    'xvocab-acme-0123',
    'vocab-acme-0123\n',
    'vocab-acme-01 23',
    'vocab-acme-../0123',
  ])('of %j is unknown', (id) => {
    expect(prefixOf(id)).toBeNull();
  });
});

describe('a list', () => {
  it.each([
    ['OK', true],
    ['UNDEPLOYED', false],
    ['ok', false],
    ['', false],
  ])('with the status %j is ready: %s', (status, ready) => {
    expect(isReady(observedList({ status }))).toBe(ready);
  });
});

it('is named in a sentence by its id, and a list of an account that is made up by what it is called', () => {
  const list = observedList();
  expect(nameOf(list)).toBe(list.vocabulary_id);
  expect(nameOf({ ...list, called: { name: 'the list of the base', address: 'a@m' } })).toBe(
    'the list of the base',
  );
});
