import { describe, expect, it } from 'vitest';
import { check } from '../../limits.js';
import { config, type Files, rulesOf, validate } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';
const app = `consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`;
const meeting = (fields: string, rest = app): Files =>
  config(`vocabularies: [{ name: meeting, delivery: instant, ${fields} }]\n${rest}`, { model: qwen });

describe('the model of an instant vocabulary', () => {
  const notInstant = 'error[model-not-instant]';
  check([
    ['may be one of qwen-audio', meeting('hotwords: [a]')],
    [
      'may not be another, nor one of several',
      meeting(`target_models: [${qwen}, fun-asr], hotwords: [a]`),
      notInstant,
      'warning[instant-unsent]',
    ],
    [
      'may be what the configuration says takes them',
      config(`models: { new-asr: { family: fun-asr, instant: true } }
vocabularies: [{ name: meeting, delivery: instant, target_model: new-asr, hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: new-asr }]`),
    ],
    [
      'may not be what it says takes none',
      meeting('hotwords: [a]', `${app}\nmodels: { ${qwen}: { family: qwen-audio, instant: false } }`),
      notInstant,
    ],
    [
      'is said once where it is a default',
      config(`vocabularies:
  - { name: one, delivery: instant, hotwords: [a] }
  - { name: two, delivery: instant, hotwords: [b] }
consumers: [{ name: app, vocabularies: [one, two], model: fun-asr }]`),
      notInstant,
    ],
    [
      'is no matter of a list',
      config('vocabularies: [{ name: clinic, prefix: acmecli, target_model: fun-asr, hotwords: [a] }]'),
    ],
  ]);

  it('is added to the line that the configuration has for it', async () => {
    const files = meeting(
      'target_model: fun-asr, hotwords: [a]',
      'models: { fun-asr: { family: fun-asr } }\nconsumers: [{ name: app, vocabulary: meeting, model: fun-asr }]',
    );
    const [found] = (await validate(files)).diagnostics;
    expect(found?.hint).toMatch(/; if it takes them by now, add `instant: true` to its line under models$/);
  });
});

it('what is wrong with a default is said of the first vocabulary that has it', async () => {
  const { diagnostics } = await validate(
    config(`vocabularies:
  - { name: one, delivery: instant, hotwords: [a] }
  - { name: two, delivery: instant, hotwords: [b] }
consumers: [{ name: app, vocabularies: [one, two], model: fun-asr }]`),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/^"one" is instant/)]);
});

describe('what a request does not carry', () => {
  check([
    [
      'is said once of a vocabulary',
      meeting('hotwords: [{ text: a, lang: zh }, { text: b, lang: xx }]'),
      'warning[instant-fields]',
    ],
    ['is nothing of text and weight', meeting('hotwords: [{ text: a, weight: 5 }]')],
    ['is nothing where a field has nothing in it', meeting('hotwords: [{ text: a, extra: {} }]')],
    [
      'is said once more of another',
      config(
        `vocabularies:
  - { name: one, delivery: instant, hotwords: [{ text: a, lang: zh }] }
  - { name: two, delivery: instant, hotwords: [{ text: b, lang: zh }] }
consumers: [{ name: app, vocabularies: [one, two], model: ${qwen} }]`,
        { model: qwen },
      ),
      'warning[instant-fields]',
      'warning[instant-fields]',
    ],
  ]);
});

describe('what a request does not carry', () => {
  const lossOf = async (items: readonly string[]) => {
    const { diagnostics } = await validate(meeting(`hotwords: [${items.join(', ')}]`));
    return diagnostics.find(({ rule }) => rule === 'instant-fields')?.message;
  };
  const losing = ['a', 'b', 'c', 'd'].map((text) => `{ text: ${text}, lang: zh }`);

  it('is named with the words, three of them, and counted beyond', async () => {
    expect(await lossOf([...losing.slice(0, 1), 'x'])).toBe(
      '1 of the 2 hotwords of "meeting" has more than a text and a weight, and a request carries nothing else: "a" (lang)',
    );
    expect(await lossOf(losing.slice(0, 3))).toMatch(/"b" \(lang\), "c" \(lang\)$/);
    expect(await lossOf(losing)).toMatch(/^4 of the 4 hotwords of "meeting" have .*"c" \(lang\) and 1 more$/);
  });

  it('is each field beside text and weight', async () => {
    expect(await lossOf(['{ text: a, lang: zh, extra: { translation: x } }'])).toMatch(
      /: "a" \(lang, translation\)$/,
    );
  });
});

describe('instant words', () => {
  const unsent = 'warning[instant-unsent]';
  check([
    ['reach nobody without a consumer', meeting('hotwords: [a]', ''), unsent],
    [
      'reach nobody that names another vocabulary',
      config(
        `vocabularies:
  - { name: meeting, delivery: instant, hotwords: [a] }
  - { name: clinic, prefix: acmecli, hotwords: [b] }
consumers: [{ name: app, vocabulary: clinic, model: ${qwen} }]`,
        { model: qwen },
      ),
      unsent,
    ],
    [
      'are not doubted twice where a consumer has the wrong model',
      meeting('hotwords: [a]', `consumers: [{ name: app, vocabulary: meeting, model: ${qwen}-streaming }]`),
      'error[consumer-model-mismatch]',
    ],
  ]);
});

describe('models of an instant vocabulary with which nobody recognises', () => {
  const found = async (models: string) => {
    const { diagnostics } = await validate(meeting(`target_models: [${models}], hotwords: [a]`));
    return diagnostics.find(({ rule }) => rule === 'instant-unsent');
  };

  it('are named, one or several', async () => {
    const one = await found(`${qwen}, ${qwen}-streaming`);
    expect(one?.message).toContain(`recognises with ${qwen}-streaming: `);
    expect(one?.hint).toBe('declare under consumers who recognises with it, or take it out of target_models');
    const two = await found(`${qwen}-streaming, ${qwen}, qwen-audio-3.0-asr-flash`);
    expect(two?.message).toContain(`recognises with ${qwen}-streaming, qwen-audio-3.0-asr-flash: `);
    expect(two?.hint).toBe(
      'declare under consumers who recognises with them, or take them out of target_models',
    );
  });
});

describe('the previous prefix of an instant vocabulary', () => {
  const previous = 'previous_prefixes: [acmemeet], hotwords: [a]';
  check([
    ['may be kept', meeting(previous)],
    ['may be under protect', meeting(previous, `${app}\nprotect: [acmemeet]`)],
    [
      'may be under removed, but not without a word',
      meeting(previous, `${app}\nremoved: [acmemeet]`),
      'warning[previous-prefix-removed]',
    ],
    [
      'may not be the prefix of a list',
      config(
        `vocabularies:
  - { name: meeting, delivery: instant, ${previous} }
  - { name: clinic, prefix: acmemeet, hotwords: [b] }
${app}`,
        { model: qwen },
      ),
      'error[previous-prefix-in-use]',
    ],
    [
      'has the form of a prefix',
      meeting('previous_prefixes: [Acme], hotwords: [a]'),
      'error[prefix-invalid]',
    ],
  ]);

  it('is told at its own line under removed, and not at that of another', async () => {
    const { diagnostics, location, related } = await validate(
      meeting('previous_prefixes: [▹acmemeet], hotwords: [a]', `${app}\nremoved: [acmeother, ▸acmemeet]`),
    );
    expect(diagnostics).toMatchObject([{ rule: 'previous-prefix-removed', location, related }]);
  });

  it('leaves no list to be desired, so that removed may name it', async () => {
    const { desired, ...found } = await validate(meeting(previous, `${app}\nremoved: [acmemeet]`));
    expect(rulesOf(found)).not.toContain('error[removed-but-desired]');
    expect(desired?.policy.removed).toEqual(['acmemeet']);
  });
});
