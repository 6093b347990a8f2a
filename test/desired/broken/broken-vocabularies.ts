import { config } from '../validate.js';
import type { Broken } from './broken.js';

export const brokenVocabularies: readonly Broken[] = [
  {
    rule: 'duplicate-name',
    severity: 'error',
    files: config(`vocabularies:
  - { name: ▹medical, prefix: acmemed, hotwords: [a] }
  - { name: ▸medical, prefix: acmedic, hotwords: [b] }`),
    message: 'two vocabularies are called "medical"; the other is in vocab.config.yaml:5',
    hint: 'rename one',
  },
  {
    rule: 'prefix-invalid',
    severity: 'error',
    files: config('vocabularies: [{ name: medical, prefix: ▸Acme-Med, hotwords: [a] }]'),
    message: '"Acme-Med" is not a valid prefix: 1 to 9 lower-case letters and digits, nothing else',
    hint: 'previous_prefixes',
  },
  {
    rule: 'prefix-invalid',
    severity: 'error',
    files: config(
      'vocabularies: [{ name: medical, prefix: acmemed, previous_prefixes: [old, ▸acmemedical], hotwords: [a] }]',
    ),
    message: '"acmemedical" is not a valid prefix: 1 to 9 lower-case letters and digits, nothing else',
    hint: 'previous_prefixes',
  },
  {
    rule: 'prefix-of-ten',
    severity: 'warning',
    files: config('vocabularies: [{ name: medical, prefix: ▸acmemedica, hotwords: [a] }]'),
    message: `"acmemedica" has 10 characters; some of the vendor's pages allow 10, some only fewer`,
    hint: 'at most 9',
  },
  {
    rule: 'key-in-config',
    severity: 'error',
    files: {
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml': 'name: medical\nprefix: acmemed\nowner: ▸ward sk-0123456789abcdef\nhotwords: [a]\n',
    },
    message: 'the owner of a vocabulary looks like an API key (not shown)',
    hint: 'revoke the key',
  },
  {
    rule: 'prefix-outside-namespace',
    severity: 'info',
    files: config(`namespace: acme
prune: true
vocabularies: [{ name: medical, prefix: ▸med, hotwords: [a] }]`),
    message: 'the prefix "med" of "medical" is outside the namespace "acme"',
    hint: 'under `removed`',
  },
  {
    rule: 'previous-prefix-in-use',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, previous_prefixes: [▸acmesup], hotwords: [a] }
  - { name: support, prefix: ▹acmesup, hotwords: [b] }`),
    message: '"acmesup" is a previous prefix of "medical" and the prefix of "support"',
    hint: 'remove it from previous_prefixes',
  },
  {
    rule: 'duplicate-list',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: ▹acmemed, hotwords: [a] }
  - { name: surgery, prefix: ▸acmemed, target_models: [fun-asr-realtime, fun-asr], hotwords: [b] }`),
    message:
      '"surgery" asks for the list of prefix acmemed and model fun-asr a second time; the first is in vocab.config.yaml:5',
    hint: 'another prefix',
  },
  {
    rule: 'duplicate-list',
    severity: 'error',
    files: config(
      'vocabularies: [{ name: medical, prefix: acmemed, target_models: [▹fun-asr, ▸fun-asr], hotwords: [a] }]',
    ),
    message:
      '"medical" asks for the list of prefix acmemed and model fun-asr a second time; the first is in vocab.config.yaml:4',
    hint: 'delete one',
  },
  {
    rule: 'model-unknown',
    severity: 'error',
    files: config(
      'vocabularies: [{ name: medical, prefix: acmemed, target_model: ▸fun-asr-realtme, hotwords: [a] }]',
    ),
    message:
      '"fun-asr-realtme" is not in the catalogue of models that take hotwords (2026-11-26, 30 days old)',
    hint: 'did you mean "fun-asr-realtime"?',
  },
  {
    rule: 'model-not-in-region',
    severity: 'error',
    files: config(
      'vocabularies: [{ name: medical, prefix: acmemed, target_model: ▸paraformer-v2, hotwords: [a] }]',
    ),
    message: '"paraformer-v2" is offered in beijing, not in singapore',
    hint: 'choose a model of singapore',
  },
  {
    rule: 'vocabulary-id-mismatch',
    severity: 'error',
    files: config(`vocabularies:
  - { name: medical, prefix: acmemed, vocabulary_id: ▸vocab-acmesup-0123456789abcdef0123456789abcdef, hotwords: [a] }`),
    message:
      '"vocab-acmesup-0123456789abcdef0123456789abcdef" has the prefix "acmesup"; this vocabulary has "acmemed"',
    hint: 'vocab-acmemed-…',
  },
  {
    rule: 'vocabulary-id-mismatch',
    severity: 'error',
    files: config(
      'vocabularies: [{ name: medical, prefix: acmemed, vocabulary_id: ▸acmemed, hotwords: [a] }]',
    ),
    message: '"acmemed" is not a vocabulary_id',
    hint: 'vocab-acmemed-…',
  },
];
