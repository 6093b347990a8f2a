import { config, type Files, range } from '../validate.js';
import type { Broken } from './broken.js';

const qwen = 'qwen-audio-3.1-asr-flash';

/** An instant vocabulary `meeting` of these hotwords, a list `clinic`, and a consumer that recognises with both. */
function together(instant: string, list: string): Files {
  return config(
    `vocabularies:
  - { name: clinic, prefix: acmecli, hotwords: [${list}] }
  - { name: meeting, delivery: instant, hotwords: [${instant}] }
consumers: [{ name: app, vocabularies: [clinic, meeting], model: ${qwen} }]`,
    { model: qwen },
  );
}

function sized(list: number, from: number, to: number): Files {
  return {
    ...config(
      `vocabularies:
  - { name: clinic, prefix: acmecli, include: [list.txt] }
  - { name: meeting, delivery: instant, include: [instant.txt] }
consumers: [{ name: app, vocabularies: [▸clinic, meeting], model: ${qwen} }]`,
      { model: qwen },
    ),
    'list.txt': range(list, (n) => `word${n}\n`).join(''),
    'instant.txt': range(to - from + 1, (n) => `word${n + from - 1}\n`).join(''),
  };
}

export const brokenInstant: readonly Broken[] = [
  {
    rule: 'model-not-instant',
    severity: 'error',
    files: config(`vocabularies: [{ name: meeting, delivery: instant, target_model: ▸fun-asr, hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: fun-asr }]`),
    message:
      '"meeting" is instant, and fun-asr takes no hotwords with a request (2026-11-26, 30 days old): they would silently do nothing',
    hint: 'write one of those of singapore: qwen-audio-3.0-asr-flash, qwen-audio-3.0-asr-flash-streaming, qwen-audio-3.0-asr-flash-filetrans, qwen-audio-3.1-asr-flash, qwen-audio-3.1-asr-flash-streaming, qwen-audio-3.1-asr-flash-filetrans; if it takes them by now, add `models: { fun-asr: { family: fun-asr, instant: true } }`',
  },
  {
    rule: 'model-unknown',
    severity: 'error',
    files:
      config(`vocabularies: [{ name: meeting, delivery: instant, target_model: ▸qwen-audio-4-asr, hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: qwen-audio-4-asr }]`),
    message:
      '"qwen-audio-4-asr" is not in the catalogue of models that take hotwords (2026-11-26, 30 days old)',
    hint: '`models: { qwen-audio-4-asr: { family: qwen-audio, instant: true } }`',
  },
  {
    rule: 'instant-fields',
    severity: 'warning',
    files: config(
      `vocabularies:
  - name: meeting
    delivery: instant
    hotwords: [a, { lang: en, text: ▸窦性心律 }, { text: c, extra: { translation: C } }, { text: d, lang: zh-CN }, { text: e, lang: zh }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen}, language_hints: [en] }]`,
      { model: qwen },
    ),
    message:
      '4 of the 5 hotwords of "meeting" have more than a text and a weight, and a request carries nothing else: "窦性心律" (lang), "c" (translation), "d" (lang) and 1 more',
    hint: 'leave lang and extra out',
  },
  {
    rule: 'contradictory-hotword',
    severity: 'error',
    files: config(
      `vocabularies: [{ name: meeting, delivery: instant, hotwords: [▹a, { weight: 5, text: ▸a }] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
      { model: qwen },
    ),
    message: '"a" is already in vocab.config.yaml:4 with weight 4, here it has 5',
    hint: 'keep the one',
  },
  {
    rule: 'weight-out-of-range',
    severity: 'error',
    files: together('{ text: ▸a, weight: 6 }', 'b'),
    message: '"a" has weight 6; qwen-audio-3.1-asr-flash takes 1 to 5, or 50 for a super hotword',
    hint: 'a weight of 1 to 5, or 50',
  },
  {
    rule: 'too-many-hotwords',
    severity: 'error',
    files: {
      ...config(
        `vocabularies: [{ name: ▸meeting, delivery: instant, include: [words.txt] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
        { model: qwen },
      ),
      'words.txt': range(2001, (n) => `word${n}\n`).join(''),
    },
    message: '"meeting" has 2001 hotwords; a request with qwen-audio-3.1-asr-flash may have 2000',
    hint: 'take out 1',
  },
  {
    rule: 'too-many-super-hotwords',
    severity: 'error',
    files: config(
      `vocabularies:
  - name: meeting
    delivery: instant
    hotwords: [${range(250, (n) => `other${n}`).join(', ')}, ${range(50, (n) => `{ text: s${n}, weight: 50 }`).join(', ')}, { text: ▸surplus, weight: 50 }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
      { model: qwen },
    ),
    message: '"meeting" has 51 hotwords of weight 50; a request with qwen-audio-3.1-asr-flash may have 50',
    hint: 'all but 50',
  },
  {
    rule: 'instant-unsent',
    severity: 'warning',
    files: config('vocabularies: [{ name: ▸meeting, delivery: instant, hotwords: [a] }]', { model: qwen }),
    message:
      'no consumer sends the words of "meeting": instant words do nothing but where a consumer sends them',
    hint: 'name it in the vocabularies of a consumer that recognises with qwen-audio-3.1-asr-flash',
  },
  {
    rule: 'instant-unsent',
    severity: 'warning',
    files:
      config(`vocabularies: [{ name: ▹meeting, delivery: instant, target_models: [${qwen}, ▸${qwen}-streaming], hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`),
    message:
      'no consumer of "meeting" recognises with qwen-audio-3.1-asr-flash-streaming: instant words do nothing but where a consumer sends them',
    hint: 'take it out of target_models',
  },
  {
    rule: 'consumer-model-mismatch',
    severity: 'error',
    files: config(
      `vocabularies: [{ name: meeting, delivery: instant, hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: ▸${qwen}-streaming }]`,
      { model: qwen },
    ),
    message:
      'the consumer "app" recognises with qwen-audio-3.1-asr-flash-streaming, but "meeting" is made for qwen-audio-3.1-asr-flash: its words would silently do nothing',
    hint: "add it to the vocabulary's target_models (no list, no slot)",
  },
  {
    rule: 'consumer-model-mismatch',
    severity: 'error',
    files: config(
      `vocabularies: [{ name: meeting, delivery: instant, hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: ▸fun-asr }]`,
      { model: qwen },
    ),
    message:
      'the consumer "app" recognises with fun-asr, but "meeting" is made for qwen-audio-3.1-asr-flash: its words would silently do nothing',
    hint: 'if that is fun-asr, the words need a list: it takes none with a request',
  },
  {
    rule: 'consumer-vocabulary-repeated',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: app, vocabularies: [▹medical, ▸medical], model: fun-asr }]`),
    message: 'the consumer "app" names "medical" twice',
    hint: 'delete one',
  },
  {
    rule: 'consumer-two-lists',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: surgery, prefix: acmesur, hotwords: [b] }
consumers: [{ name: app, vocabularies: [▹medical, ▸surgery], model: fun-asr }]`),
    message: 'the consumer "app" uses 2 lists (medical, surgery), and recognition takes one vocabulary_id',
    hint: 'merge them into one vocabulary: not all of their models take words with a request',
  },
  {
    rule: 'consumer-two-lists',
    severity: 'error',
    files: config(
      `vocabularies:
  - { name: medical, prefix: acmemed, target_models: [${qwen}, fun-asr], hotwords: [a] }
  - { name: surgery, prefix: acmesur, previous_prefixes: [acmeop], hotwords: [b] }
consumers: [{ name: app, vocabularies: [▹medical, ▸surgery], model: ${qwen} }]`,
      { model: qwen },
    ),
    message: 'the consumer "app" uses 2 lists (medical, surgery), and recognition takes one vocabulary_id',
    hint: 'make "surgery" instant: write `delivery: instant` and `previous_prefixes: [acmeop, acmesur]` in place of `prefix: acmesur`',
  },
  {
    rule: 'request-too-many-hotwords',
    severity: 'error',
    files: sized(1500, 1401, 2003),
    message:
      'the consumer "app" recognises with 2003 different hotwords together (1500 of "clinic", 603 of "meeting"); qwen-audio-3.1-asr-flash takes 2000, and the vendor takes so many of them at random',
    hint: 'take out 3',
  },
  {
    rule: 'request-limit-unclear',
    severity: 'warning',
    files: sized(1500, 1401, 2000),
    message:
      'the consumer "app" recognises with 2100 hotwords together (1500 of "clinic", 600 of "meeting"), 2000 of them different; qwen-audio-3.1-asr-flash takes 2000, above which the vendor takes so many at random, and it does not say whether a word of the list and of the request counts twice',
    hint: 'take out 100',
  },
  {
    rule: 'hotword-limit-disputed',
    severity: 'warning',
    files: {
      ...config(`models: { fun-asr: { family: fun-asr, instant: true } }
vocabularies:
  - { name: clinic, prefix: acmecli, include: [list.txt] }
  - { name: meeting, delivery: instant, hotwords: [b] }
consumers: [{ name: app, vocabularies: [▸clinic, meeting], model: fun-asr }]`),
      'list.txt': range(500, (n) => `word${n}\n`).join(''),
    },
    message: `the consumer "app" recognises with 501 hotwords together (500 of "clinic", 1 of "meeting"); for fun-asr the vendor's newest guide allows 2000, its other pages 500`,
    hint: 'within 500',
  },
  {
    rule: 'request-super-hotwords',
    severity: 'warning',
    files: config(
      `vocabularies:
  - name: clinic
    prefix: acmecli
    hotwords: [${range(200, (n) => `other${n}`).join(', ')}, ${range(26, (n) => `{ text: c${n}, weight: 50 }`).join(', ')}]
  - name: meeting
    delivery: instant
    hotwords: [${range(200, (n) => `mother${n}`).join(', ')}, ${range(26, (n) => `{ text: ${n === 1 ? 'c1' : `m${n}`}, weight: 50 }`).join(', ')}]
consumers:
  - { name: app, vocabularies: [▸clinic, meeting], model: ${qwen} }
  - { name: web, vocabularies: [meeting, clinic], model: ${qwen} }`,
      { model: qwen },
    ),
    message:
      'the consumers "app", "web" recognise with 51 hotwords of weight 50 together (226 of "clinic", 226 of "meeting"); the vendor allows 50, and does not say for which of the two kinds',
    hint: 'all but 50',
  },
  {
    rule: 'request-weights-differ',
    severity: 'warning',
    files: together('{ weight: 3, text: ▸b }, { text: a, weight: 2 }', 'a, { lang: zh, text: ▹b }, c'),
    message:
      '"meeting" and "clinic", which the consumer "app" brings together, give 2 words different weights: "b" (4, here 3), "a" (4, here 2); which of the list and the request counts, the vendor does not say',
    hint: 'write one weight in both',
  },
  {
    rule: 'request-weights-contradict',
    severity: 'error',
    files: config(
      `vocabularies:
  - { name: one, delivery: instant, hotwords: [▹a] }
  - { name: two, delivery: instant, hotwords: [{ weight: 5, text: ▸a }] }
consumers:
  - { name: app, vocabularies: [one, two], model: ${qwen} }
  - { name: web, vocabularies: [two, one], model: ${qwen} }`,
      { model: qwen },
    ),
    message:
      '"two" and "one", which the consumers "app", "web" bring together, give a word different weights: "a" (4, here 5); a request carries one',
    hint: 'write one weight in both',
  },
  {
    rule: 'near-duplicate',
    severity: 'warning',
    files: together('▸Wi-Fi Router, wi-fi router 2', '▹wi-fi router'),
    message:
      '"Wi-Fi Router" and "wi-fi router" in vocab.config.yaml:5 differ in nothing but upper and lower case; the consumer "app" brings them together',
    hint: 'keep the one',
  },
  {
    rule: 'sounds-alike',
    severity: 'warning',
    files: together('▸心律', '▹心率'),
    message:
      '"心率" and "心律" sound alike (xīn lǜ): by ear nobody can tell which was said; the consumer "app" brings them together',
    hint: 'the words around it',
  },
  {
    rule: 'part-outweighs-whole',
    severity: 'warning',
    files: together('{ weight: 5, text: ▸尿酸 }', '▹尿酸氧化酶'),
    message:
      '"尿酸" has weight 5 and is a part of "尿酸氧化酶" (4): with more weight the part wins, and the rest may be misheard; the consumer "app" brings them together',
    hint: 'at least the weight 5',
  },
];
