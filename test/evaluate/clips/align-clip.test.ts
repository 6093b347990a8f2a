import { expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { clip } from '../build.js';

it('aligns each text of each side with the reference', () => {
  const { reference, texts } = alignClip(clip('你好', ['你号', '你好'], { with: '你好' }));
  expect(reference.units).toEqual(['你', '好']);
  expect(texts.without?.map(({ alignment }) => [...alignment.right])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(texts.with).toHaveLength(1);
  expect(texts.planned).toBeNull();
});

it('has what was heard with planned words, where these were tried', () => {
  const { texts } = alignClip(clip('你好', '你号', { planned: '你好' }));
  expect(texts.planned?.map(({ tokens }) => tokens.original)).toEqual(['你好']);
});

it('aligns what was heard several times once', () => {
  const { texts } = alignClip(clip('你好', ['你号', '你号'], { with: '你号' }));
  expect(texts.without?.[1]).toBe(texts.without?.[0]);
  expect(texts.with?.[0]).toBe(texts.without?.[0]);
});
