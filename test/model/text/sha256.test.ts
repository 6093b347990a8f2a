import { expect, it } from 'vitest';
import { sha256, sha256InBase64 } from '../../../src/model/text/sha256.js';

// The hash of the empty text, as FIPS 180-4's examples have it.
it('hashes the UTF-8 bytes of a text', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256InBase64('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  expect(sha256('肺')).not.toBe(sha256('?'));
});
