import { expect, it } from 'vitest';
import { catalogueWith } from '../../../src/model/catalogue/target-models.js';
import { wayOf } from '../../../src/model/recognition/ways.js';

it.each([
  ['fun-asr-realtime', 'stream'],
  ['fun-asr-realtime-2026-02-28', 'stream'],
  ['fun-asr-flash-8k-realtime', 'stream'],
  ['fun-asr-flash-8k-realtime-2026-01-28', 'stream'],
  ['paraformer-realtime-v2', 'stream'],
  ['paraformer-realtime-8k-v2', 'stream'],
  ['qwen-audio-3.1-asr-flash-streaming', 'stream'],
  ['qwen-audio-3.0-asr-flash', 'flash'],
  ['qwen-audio-3.1-asr-flash-message', 'flash'],
  ['fun-asr-flash-2026-06-15', 'flash'],
  ['qwen-audio-3.0-asr-flash-filetrans', 'file'],
  ['fun-asr', 'file'],
  ['fun-asr-2025-11-07', 'file'],
  ['fun-asr-mtl', 'file'],
  ['paraformer-v2', 'file'],
  ['paraformer-8k-v2', 'file'],
  ['something-new', 'file'],
])('%s is given audio by %s', (model, way) => {
  expect(wayOf(model)).toBe(way);
});

it('knows a way for every model of the catalogue', () => {
  const ways = new Set([...catalogueWith({}).keys()].map(wayOf));
  expect(ways).toEqual(new Set(['stream', 'flash', 'file']));
});
