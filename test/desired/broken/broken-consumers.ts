import { config } from '../validate.js';
import type { Broken } from './broken.js';

export const brokenConsumers: readonly Broken[] = [
  {
    rule: 'duplicate-consumer',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers:
  - { name: ▹clinic, vocabulary: medical, model: fun-asr }
  - { vocabulary: medical, model: fun-asr, name: ▸clinic }`),
    message: 'two consumers are called "clinic"',
    hint: 'rename one',
  },
  {
    rule: 'dotenv-collision',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
outputs: [{ path: ids.env, format: dotenv }]
consumers:
  - { name: ▹call-centre, vocabulary: medical, model: fun-asr }
  - { name: ▸call_centre, vocabulary: medical, model: fun-asr }`),
    message:
      'the consumers "call-centre" and "call_centre" would both be VOCAB_CALL_CENTRE_ID in the dotenv output',
    hint: 'rename one',
  },
  {
    rule: 'consumer-vocabulary-unknown',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: clinic, vocabulary: ▸medcial, model: fun-asr }]`),
    message: 'the consumer "clinic" uses "medcial", and there is no vocabulary of that name',
    hint: 'did you mean "medical"?',
  },
  {
    rule: 'consumer-vocabulary-unknown',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: support, prefix: acmesup, hotwords: [b] }
consumers: [{ name: clinic, vocabulary: ▸legal-terms, model: fun-asr }]`),
    message: 'the consumer "clinic" uses "legal-terms", and there is no vocabulary of that name',
    hint: 'write one of: medical, support',
  },
  {
    rule: 'consumer-vocabulary-unknown',
    severity: 'error',
    files: config(`vocabularies: []
consumers: [{ name: clinic, vocabulary: ▸medical, model: fun-asr }]`),
    message: 'the consumer "clinic" uses "medical", and there is no vocabulary of that name',
    hint: 'add the vocabulary',
  },
  {
    rule: 'consumer-model-mismatch',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: clinic, vocabulary: medical, model: ▸fun-asr-realtime }]`),
    message:
      'the consumer "clinic" recognises with fun-asr-realtime, but "medical" is made for fun-asr: its words would silently do nothing',
    hint: `add it to the vocabulary's target_models`,
  },
  {
    rule: 'hotword-unheard',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [{ text: ▸不整脈, lang: ja }] }
consumers:
  - { name: clinic, vocabulary: medical, model: fun-asr, language_hints: [en] }
  - { name: ward, vocabulary: medical, model: fun-asr, language_hints: [zh] }`),
    message:
      '"不整脈" has lang "ja", which the language_hints of clinic, ward leave out: the word does nothing there',
    hint: "correct the word's lang, or leave it out: fun-asr reads no more language_hints than there are",
  },
  {
    rule: 'hotword-partly-unheard',
    severity: 'info',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [{ text: ▸arrhythmia, lang: en }] }
consumers:
  - { name: clinic, vocabulary: medical, model: fun-asr, language_hints: [en] }
  - { name: ward, vocabulary: medical, model: fun-asr, language_hints: [zh] }`),
    message:
      '"arrhythmia" has lang "en", which the language_hints of ward leave out: the word does nothing there',
    hint: "correct the word's lang, or leave it out: fun-asr reads no more language_hints than there are",
  },
  {
    rule: 'language-hints-unread',
    severity: 'warning',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [{ text: arrhythmia, lang: en }, 心律, { text: 早搏, lang: zh }] }
consumers:
  - { name: clinic, vocabulary: medical, model: fun-asr, language_hints: ▸[zh, en] }`),
    message:
      'the consumer "clinic" passes 2 language_hints, and fun-asr reads only the first: en does nothing, and neither does 1 hotword: "arrhythmia"',
    hint: 'put what is spoken most first',
  },
  {
    rule: 'language-hint-unusual',
    severity: 'warning',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: clinic, vocabulary: medical, model: fun-asr, language_hints: ▸[zh-CN] }]`),
    message: 'the consumer "clinic" passes the language_hint "zh-CN"; the vendor\'s code is "zh"',
    hint: 'did you mean "zh"?',
  },
  {
    rule: 'duplicate-evaluation',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]
evaluations:
  - { name: ▹rounds, consumer: ward, clips: clips/one.jsonl }
  - { consumer: ward, name: ▸rounds, clips: clips/two.jsonl }`),
    message: 'two evaluations are called "rounds"',
    hint: 'rename one of them',
  },
  {
    rule: 'evaluation-consumer-unknown',
    severity: 'error',
    files: config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]
evaluations:
  - { name: rounds, consumer: ▸warden, clips: clips/one.jsonl }`),
    message: 'the evaluation "rounds" is of "warden", and there is no consumer of that name',
    hint: 'did you mean "ward"?',
  },
];
