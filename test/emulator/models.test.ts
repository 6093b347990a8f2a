import { expect, it } from 'vitest';
import { wayTo } from '../../src/emulator/models.js';
import { catalogueWith } from '../../src/model/catalogue/target-models.js';
import { wayOf } from '../../src/model/recognition/ways.js';

/* The emulator reads the vendor's pages by itself. Both readings have to come to the same models and ways. */

it.each([...catalogueWith({}).keys()])('the emulator recognises with %s, the way that it goes', (model) => {
  expect(wayTo(model)).toBe(wayOf(model));
});

it.each(['fun-asr-realtme', 'fun-asr-realtime-v9', 'qwen-audio-3.7-asr-flash', 'paraformer', 'whisper'])(
  'the emulator has no model %s',
  (model) => {
    expect(wayTo(model)).toBeNull();
  },
);
