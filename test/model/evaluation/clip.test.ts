import { expect, it } from 'vitest';
import { clipName } from '../../../src/model/evaluation/clip.js';

it('is called by its path, and by its URL only where there is no file', () => {
  expect(clipName({ path: 'a.wav', url: 'https://clips.example/a.wav' })).toBe('a.wav');
  expect(clipName({ path: null, url: 'https://clips.example/a.wav' })).toBe('https://clips.example/a.wav');
});
