import { expect, it } from 'vitest';
import { word } from '../support/build.js';
import { config, rulesOf, validate } from './validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';
const meeting = (hotwords: string) =>
  config(
    `vocabularies: [{ name: meeting, delivery: instant, hotwords: [${hotwords}] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
    { model: qwen },
  );

it('takes one text with two langs for one word, of which one is kept', async () => {
  const found = await validate(meeting('{ text: ADR, lang: en }, { text: ADR, lang: zh }, b'));
  expect(rulesOf(found)).toEqual(['warning[instant-fields]', 'warning[duplicate-hotword]']);
  expect(found.diagnostics[1]?.message).toBe(
    '"ADR" is already in vocab.config.yaml:4 with another lang, which no request carries; one of the two is kept',
  );
  expect(found.desired?.instant[0]?.hotwords).toEqual([word('ADR'), word('b')]);
});

it('takes two weights of one text for a contradiction, also where the langs differ', async () => {
  const found = await validate(meeting('{ text: ADR, lang: en }, { text: ADR, lang: zh, weight: 5 }'));
  expect(rulesOf(found)).toEqual(['warning[instant-fields]', 'error[contradictory-hotword]']);
  expect(found.diagnostics[1]?.message).toContain(
    'with weight 4, here it has 5; its other lang does not tell it apart, since no request carries one',
  );
});

it('takes other extra fields for no difference', async () => {
  const found = await validate(meeting('{ text: a, extra: { translation: A } }, a'));
  expect(rulesOf(found)).toEqual(['warning[instant-fields]', 'warning[duplicate-hotword]']);
});

it('counts a text that stands there in two langs once', async () => {
  const files = config(
    `models: { ${qwen}: { family: qwen-audio, max_hotwords: 2 } }
vocabularies: [{ name: meeting, delivery: instant, hotwords: [{ text: a, lang: en }, { text: a, lang: zh }, b] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
    { model: qwen },
  );
  expect(rulesOf(await validate(files))).not.toContain('error[too-many-hotwords]');
});
