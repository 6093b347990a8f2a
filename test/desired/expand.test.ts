import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import { pairingKey } from '../../src/model/hotword.js';
import { word } from '../support/build.js';
import { config, type Files, hotwords, rulesOf, validate } from './validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';

async function desiredOf(files: Files): Promise<Desired> {
  const { desired, diagnostics } = await validate(files);
  if (desired === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return desired;
}

describe('what a valid configuration asks for', () => {
  it('is a list for each target model, with the same words and its own consumers and limit', async () => {
    const { lists } = await desiredOf(
      config(`vocabularies:
  - { name: medical, prefix: acmemed, previous_prefixes: [acmemd], vocabulary_id: vocab-acmemed-01,
      target_models: [fun-asr, fun-asr-2025-11-07], hotwords: [alpha, { text: 肺炎, weight: 5, lang: zh }] }
consumers:
  - { name: clinic, vocabulary: medical, model: fun-asr }
  - { name: ward, vocabulary: medical, model: fun-asr }`),
    );
    const shared = {
      name: 'medical',
      prefix: 'acmemed',
      previous_prefixes: ['acmemd'],
      vocabulary_ids: ['vocab-acmemed-01'],
      hotwords: [word('alpha'), word('肺炎', { weight: 5, lang: 'zh' })],
      remarks: new Map(),
      owner: null,
      super_hotwords: { super: null, max_super: 0 },
      location: expect.objectContaining({ file: 'vocab.config.yaml' }) as unknown,
    };
    expect(lists).toEqual([
      {
        ...shared,
        address: 'medical@fun-asr',
        target_model: 'fun-asr',
        consumers: ['clinic', 'ward'],
        max_hotwords: 2000,
        could_be_instant: false,
      },
      {
        ...shared,
        address: 'medical@fun-asr-2025-11-07',
        target_model: 'fun-asr-2025-11-07',
        consumers: [],
        max_hotwords: 500,
        could_be_instant: false,
      },
    ]);
  });

  it('knows the super hotwords of its model', async () => {
    const { lists } = await desiredOf(
      config(`models: { own: { family: fun-asr, weights: { min: 1, max: 5, super: 9 } } }
vocabularies:
  - { name: medical, prefix: acmemed, target_models: [qwen-audio-3.1-asr-flash, own], hotwords: [alpha] }`),
    );
    expect(lists.map(({ super_hotwords }) => super_hotwords)).toMatchObject([
      { super: 50, max_super: 50 },
      { super: 9, max_super: 50 },
    ]);
  });

  it('keeps one of two equal words', async () => {
    const { lists } = await desiredOf(
      config('vocabularies: [{ name: medical, prefix: acmemed, hotwords: [alpha, beta, alpha] }]'),
    );
    expect(lists[0]?.hotwords).toEqual([word('alpha'), word('beta')]);
  });

  it('comes with what people say of it, to show and for nothing else', async () => {
    const { lists } = await desiredOf(
      config(`vocabularies:
  - name: medical
    prefix: acmemed
    owner: ward 3
    hotwords:
      - { text: ECG, note: heard as easy G, expires: 2027-03-31 }
      - { text: ECG, lang: en, note: in English too }
      - beta`),
    );
    expect(lists).toEqual([
      expect.objectContaining({
        owner: 'ward 3',
        hotwords: [word('ECG'), word('ECG', { lang: 'en' }), word('beta')],
        remarks: new Map([
          [pairingKey(word('ECG')), { note: 'heard as easy G', expires: '2027-03-31' }],
          [pairingKey(word('ECG', { lang: 'en' })), { note: 'in English too', expires: null }],
        ]),
      }),
    ]);
  });

  it.each([
    ['the first note', ['note: a', 'note: b, expires: 2027-03-31'], { note: 'a', expires: null }],
    ['a note before a date', ['expires: 2027-03-31', 'note: b'], { note: 'b', expires: null }],
    [
      'a date where nothing else is said',
      ['weight: 4', 'expires: 2027-03-31'],
      { note: null, expires: '2027-03-31' },
    ],
    ['the first date', ['expires: 2027-03-31', 'expires: 2028-03-31'], { note: null, expires: '2027-03-31' }],
  ])('keeps of a word that is written twice %s', async (_, entries, remark) => {
    const items = entries.map((fields) => `{ text: alpha, ${fields} }`);
    const { diagnostics, desired } = await validate(hotwords(items));
    expect(rulesOf({ diagnostics })).toEqual(['warning[duplicate-hotword]']);
    expect(desired?.lists[0]?.hotwords).toEqual([word('alpha')]);
    expect([...(desired?.lists[0]?.remarks.values() ?? [])]).toEqual([remark]);
  });

  it('is everything else the configuration says of the account', async () => {
    const desired = await desiredOf(
      config(`namespace: acme
prune: true
vocabularies: []
removed: [acmeold, vocab-acmeolder-01]
protect: [acmesup]
guards: { max_deletes: 3, max_hotword_loss: 25%, update_interval: 90s }`),
    );
    expect(desired).toEqual({
      lists: [],
      instant: [],
      consumers: [],
      policy: {
        namespace: 'acme',
        prune: true,
        removed: ['acmeold', 'vocab-acmeolder-01'],
        protect: ['acmesup'],
        list_quota: 10,
        guards: { max_deletes: 3, max_hotword_loss: 0.25, update_interval: 90_000 },
      },
    });
  });

  it('says of an instant vocabulary what goes with requests, to whom, and how much any of its models takes', async () => {
    const { instant, consumers } = await desiredOf(
      config(
        `models: { ${qwen}: { family: qwen-audio, max_hotwords: 40 }, ${qwen}-streaming: { family: qwen-audio, max_hotwords: 30 } }
vocabularies:
  - { name: clinic, prefix: acmecli, target_model: ${qwen}, hotwords: [a] }
  - name: meeting
    delivery: instant
    target_models: [${qwen}, ${qwen}-streaming]
    previous_prefixes: [acmemeet]
    owner: ward 3
    hotwords: [{ text: ECG, note: heard as easy G }, beta]
consumers:
  - { name: app, vocabularies: [clinic, meeting], model: ${qwen} }
  - { name: live, vocabularies: [meeting], model: ${qwen}-streaming }
  - { name: ward, vocabularies: [clinic], model: ${qwen} }`,
        { model: qwen },
      ),
    );
    expect(instant).toEqual([
      {
        name: 'meeting',
        target_models: [qwen, `${qwen}-streaming`],
        previous_prefixes: ['acmemeet'],
        hotwords: [word('ECG'), word('beta')],
        remarks: new Map([[pairingKey(word('ECG')), { note: 'heard as easy G', expires: null }]]),
        owner: 'ward 3',
        consumers: ['app', 'live'],
        max_hotwords: 30,
        location: expect.objectContaining({ file: 'vocab.config.yaml' }) as unknown,
      },
    ]);
    expect(consumers).toEqual([
      { name: 'app', model: qwen, list: `clinic@${qwen}`, instant: ['meeting'] },
      { name: 'live', model: `${qwen}-streaming`, list: null, instant: ['meeting'] },
      { name: 'ward', model: qwen, list: `clinic@${qwen}`, instant: [] },
    ]);
  });

  it.each([
    [`[${qwen}]`, [true]],
    [`[${qwen}, fun-asr]`, [false, false]],
  ])('could be instant where each of its models takes words with a request: %s', async (models, able) => {
    const { lists } = await desiredOf(
      config(`vocabularies: [{ name: clinic, prefix: acmecli, target_models: ${models}, hotwords: [a] }]`),
    );
    expect(lists.map(({ could_be_instant }) => could_be_instant)).toEqual(able);
  });

  it('comes with how seriously rules are taken, where the configuration says so', async () => {
    const { levels } = await desiredOf(config('vocabularies: []\nrules: { sounds-alike: info }'));
    expect([...(levels ?? [])]).toEqual([['sounds-alike', 'info']]);
  });

  it('is nothing undeclared without a namespace', async () => {
    expect(await desiredOf(config('vocabularies: []'))).toMatchObject({
      policy: { namespace: null, prune: false },
    });
  });
});
