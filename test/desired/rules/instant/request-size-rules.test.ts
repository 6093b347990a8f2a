import { describe, expect, it } from 'vitest';
import { check } from '../../limits.js';
import { config, type Files, range, rulesOf, validate } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';

/** A consumer that recognises with all of the lists and instant words, where a request holds five. */
function hearing(vocabularies: Readonly<Record<string, string>>): Files {
  const written = Object.entries(vocabularies).map(([name, hotwords]) => {
    const delivery = name.startsWith('list') ? `prefix: acme${name}` : 'delivery: instant';
    return `  - { name: ${name}, ${delivery}, hotwords: [${hotwords}] }`;
  });
  return config(
    `models: { ${qwen}: { family: qwen-audio, max_hotwords: 5 } }
vocabularies:
${written.join('\n')}
consumers:
  - { name: app, vocabularies: [${Object.keys(vocabularies).join(', ')}], model: ${qwen} }
  - { name: web, vocabularies: [${Object.keys(vocabularies).toReversed().join(', ')}], model: ${qwen} }`,
    { model: qwen },
  );
}

describe('the words of one request', () => {
  const tooMany = 'error[request-too-many-hotwords]';
  const unclear = 'warning[request-limit-unclear]';
  check([
    ['may be as many as the model takes', hearing({ list: 'a, b, c', now: 'd, e' })],
    ['may not be more', hearing({ list: 'a, b, c', now: 'd, e, f' }), tooMany],
    [
      'may perhaps be as many with those that are in both',
      hearing({ list: 'a, b, c', now: 'c, d, e' }),
      unclear,
    ],
    [
      'count once in two instant vocabularies, which are sent as one',
      hearing({ now: 'a, b, c', later: 'c, d, e' }),
    ],
    ['may not be more without a list either', hearing({ now: 'a, b, c', later: 'd, e, f' }), tooMany],
    [
      'count for each lang in a list',
      hearing({ list: '{ text: a, lang: en }, { text: a, lang: zh }, b, c', now: 'd, e' }),
      unclear,
    ],
    [
      'are too many in the list alone, and not again',
      hearing({ list: 'a, b, c, d, e, f', now: 'g' }),
      'error[too-many-hotwords]',
    ],
    ['are no matter of one vocabulary', hearing({ now: 'a, b, c, d, e' })],
    ['may not be more where one vocabulary fills it', hearing({ list: 'a, b, c, d, e', now: 'f' }), tooMany],
  ]);
});

describe('who has too many words in a request', () => {
  const messageOf = async (files: Files) =>
    (await validate(files)).diagnostics.map(({ message }) => message).join('\n');
  const one = (files: Files): Files => ({
    'vocab.config.yaml': (files['vocab.config.yaml'] ?? '').replace(/ {2}- \{ name: web.*\n/, ''),
  });

  it('recognises with them where there is a list, and sends them where there is none', async () => {
    const both = hearing({ list: 'a, b, c', now: 'd, e, f' });
    expect(await messageOf(both)).toMatch(/^the consumers "app", "web" recognise with 6 /);
    expect(await messageOf(one(both))).toMatch(/^the consumer "app" recognises with 6 /);
    const sent = hearing({ now: 'a, b, c', later: 'd, e, f' });
    expect(await messageOf(sent)).toMatch(/^the consumers "app", "web" send 6 /);
    expect(await messageOf(one(sent))).toMatch(/^the consumer "app" sends 6 /);
  });
});

describe('a limit of which the vendor says two things', () => {
  const disputed = 'warning[hotword-limit-disputed]';
  const both = (list: number, now: number) =>
    config(`models: { fun-asr: { family: fun-asr, instant: true } }
vocabularies:
  - { name: list, prefix: acmelist, hotwords: [${range(list, (n) => `list${n}`).join(', ')}] }
  - { name: now, delivery: instant, hotwords: [${range(now, (n) => `now${n}`).join(', ')}] }
consumers: [{ name: app, vocabularies: [list, now], model: fun-asr }]`);
  check([
    ['is kept by what stays below both', both(250, 250)],
    ['is doubtful of a request above one of them', both(250, 251), disputed],
  ]);

  it('is said of a vocabulary that is above it alone, and not of its requests again', async () => {
    const { diagnostics } = await validate(both(501, 1));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"list" has 501 hotwords/),
    ]);
  });
});

it('a request of a model that nobody knows is no matter of size', async () => {
  const many = range(3000, (n) => `now${n}`).join(', ');
  const files = config(
    `vocabularies:
  - { name: list, prefix: acmelist, hotwords: [a] }
  - { name: now, delivery: instant, hotwords: [${many}] }
consumers: [{ name: app, vocabularies: [list, now], model: whisper-1 }]`,
    { model: 'whisper-1' },
  );
  expect(rulesOf(await validate(files))).toEqual(['error[model-unknown]']);
});

describe('the super hotwords of one request', () => {
  const supers = (name: string, count: number) =>
    Array.from({ length: 5 * count }, (_, index) =>
      index < count ? `{ text: ${name}s${index}, weight: 50 }` : `${name}${index}`,
    ).join(', ');
  const sending = (list: string, now: string) =>
    config(
      `vocabularies:
  - { name: list, prefix: acmelist, hotwords: [${list}] }
  - { name: now, delivery: instant, hotwords: [${now}] }
consumers: [{ name: app, vocabularies: [list, now], model: ${qwen} }]`,
      { model: qwen },
    );
  check([
    ['may be 50', sending(supers('a', 25), supers('b', 25))],
    ['may hardly be 51', sending(supers('a', 26), supers('b', 25)), 'warning[request-super-hotwords]'],
    [
      'may hardly be 51 of which one has 50',
      sending(supers('a', 50), supers('b', 1)),
      'warning[request-super-hotwords]',
    ],
    ['count once in both', sending(supers('a', 26), supers('a', 26))],
    [
      'are too many in one, and not again',
      sending(supers('a', 51), supers('b', 1)),
      'error[too-many-super-hotwords]',
    ],
  ]);
});
