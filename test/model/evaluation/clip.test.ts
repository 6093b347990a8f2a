import { expect, it } from 'vitest';
import { addressesOf, clipName } from '../../../src/model/evaluation/clip.js';

it('is called by its path, and by its URL only where there is no file', () => {
  expect(clipName({ path: 'a.wav', url: 'https://clips.example/a.wav' })).toBe('a.wav');
  expect(clipName({ path: null, url: 'https://clips.example/a.wav' })).toBe('https://clips.example/a.wav');
});

it('is called by its URL without what signs it', () => {
  const signed = 'https://clips.example/a.wav?Expires=9&Signature=s3cret#t';
  expect(clipName({ path: null, url: signed })).toBe('https://clips.example/a.wav');
});

it('is fetched from the same address whoever signs it, unless the query tells two apart', () => {
  const [a, b, again] = ['https://x.example/a?s=1', 'https://x.example/b?s=1', 'https://x.example/b?s=2'];
  expect([...addressesOf([a, b]).values()]).toEqual(['https://x.example/a', 'https://x.example/b']);
  expect([...addressesOf([a, b, again]).values()]).toEqual(['https://x.example/a', b, again]);
  expect([...addressesOf([a, a]).values()]).toEqual(['https://x.example/a']);
});

it('is called nothing where it is neither a file nor a URL', () => {
  expect(clipName({ path: null, url: null })).toBe('');
});
