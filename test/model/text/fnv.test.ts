import { expect, it } from 'vitest';
import { fnv, fnvBasis } from '../../../src/model/text/fnv.js';

// From the test vectors that its authors published.
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of "%s" is the one that FNV-1a has for it', (text, hash) => {
  const found = Array.from(text).reduce((before, one) => fnv(before, one.charCodeAt(0)), fnvBasis);
  expect(found >>> 0).toBe(hash);
});
