import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/desired/size.js';
import { config, validate } from './validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';

/** What is counted, beside what is made: both must tell the same. */
async function sizesOf(vocabularies: string, consumers = '[]') {
  const files = config(`vocabularies: ${vocabularies}\nconsumers: ${consumers}`);
  const { config: read, desired, diagnostics } = await validate(files);
  if (read === null || desired === null)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const made = (all: readonly { readonly hotwords: readonly unknown[] }[]) => ({
    count: all.length,
    hotwords: all.reduce((sum, { hotwords }) => sum + hotwords.length, 0),
  });
  return { counted: sizeOf(read), made: { lists: made(desired.lists), instant: made(desired.instant) } };
}

describe('how much a configuration asks for', () => {
  it('is a list for each target model, and each word once a list', async () => {
    const { counted, made } = await sizesOf(
      '[{ name: medical, prefix: med, target_models: [fun-asr, fun-asr-2025-11-07], hotwords: [alpha, beta, alpha] }]',
    );
    expect(counted).toEqual({ lists: { count: 2, hotwords: 4 }, instant: { count: 0, hotwords: 0 } });
    expect(counted).toEqual(made);
  });

  it('counts words with two langs twice in a list, and once where no request carries a lang', async () => {
    const twice = 'hotwords: [{ text: ADR, lang: en }, { text: ADR, lang: zh }]';
    const { counted, made } = await sizesOf(
      `[{ name: drugs, prefix: drugs, ${twice} },
   { name: meeting, delivery: instant, target_model: ${qwen}, ${twice} }]`,
      `[{ name: app, vocabulary: meeting, model: ${qwen} }]`,
    );
    expect(counted).toEqual({ lists: { count: 1, hotwords: 2 }, instant: { count: 1, hotwords: 1 } });
    expect(counted).toEqual(made);
  });

  it('is nothing where there are no vocabularies', async () => {
    const { counted, made } = await sizesOf('[]');
    expect(counted).toEqual({ lists: { count: 0, hotwords: 0 }, instant: { count: 0, hotwords: 0 } });
    expect(counted).toEqual(made);
  });
});
