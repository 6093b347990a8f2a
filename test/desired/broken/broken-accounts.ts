import { config, range } from '../validate.js';
import type { Broken } from './broken.js';

const qwen = 'qwen-audio-3.1-asr-flash';

export const brokenAccounts: readonly Broken[] = [
  {
    rule: 'more-lists-than-slots',
    severity: 'error',
    files: config(`▸vocabularies:
${range(11, (n) => `  - { name: list${n}, prefix: acme${n}, hotwords: [a] }`).join('\n')}`),
    message: 'the vocabularies need 11 lists, one for each target model; the account has 10 slots, 1 too few',
    hint: 'account.list_quota',
  },
  {
    rule: 'more-lists-than-slots',
    severity: 'error',
    files: config(
      `▸vocabularies:
${range(9, (n) => `  - { name: list${n}, prefix: acme${n}, target_model: fun-asr, hotwords: [${range(n, (m) => `w${n}x${m}`).join(', ')}] }`).join('\n')}
  - { name: meeting, prefix: acmemeet, target_models: [${qwen}, ${qwen}-streaming], hotwords: [a, { text: b, lang: zh }] }
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]`,
    ),
    message: 'the vocabularies need 11 lists, one for each target model; the account has 10 slots, 1 too few',
    hint: 'make "meeting" instant: write `delivery: instant` and `previous_prefixes: [acmemeet]` in place of `prefix: acmemeet`: that frees 2 slots once its consumers have switched and `--retire` was given; 1 of 2 words loses its lang ("b");',
  },
  {
    rule: 'more-lists-than-slots',
    severity: 'error',
    files: {
      'vocab.config.yaml': `version: 1
account: { region: singapore, list_quota: 1 }
defaults: { target_model: fun-asr-2025-11-07 }
▸vocabularies:
  - { name: ward, prefix: acmew, include: [ward.txt] }
  - { name: archive, prefix: acmea, include: [archive.txt] }
`,
      'ward.txt': range(300, (n) => `word${n}\n`).join(''),
      'archive.txt': range(300, (n) => `word${n + 100}\n`).join(''),
    },
    message: 'the vocabularies need 2 lists, one for each target model; the account has 1 slot, 1 too few',
    hint: 'merge archive@fun-asr-2025-11-07 (300), ward@fun-asr-2025-11-07 (300): they fit into one list of 500 hotwords, with 400 different ones; merge vocabularies',
  },
  {
    rule: 'previous-prefix-removed',
    severity: 'warning',
    files: config(
      `vocabularies: [{ name: meeting, delivery: instant, previous_prefixes: [▹acmemeet], hotwords: [a] }]
consumers: [{ name: app, vocabulary: meeting, model: ${qwen} }]
removed: [▸acmemeet]`,
      { model: qwen },
    ),
    message:
      '"acmemeet" is listed under removed and a previous prefix of "meeting", which is instant: the next apply deletes the list, also where consumers still recognise with it',
    hint: '--retire',
  },
  {
    rule: 'removed-invalid',
    severity: 'error',
    files: config('vocabularies: []\nremoved: [acmeold, ▸acme-older]'),
    message: '"acme-older" is neither a prefix nor a vocabulary_id',
    hint: 'the exact prefix, or the whole id',
  },
  {
    rule: 'removed-but-desired',
    severity: 'error',
    files: config(`vocabularies: [{ name: ▹medical, prefix: acmemed, hotwords: [a] }]
removed: [▸acmemed]`),
    message: '"acmemed" is listed under removed and used by the vocabulary "medical"',
    hint: 'remove the vocabulary, or this line',
  },
  {
    rule: 'removed-but-desired',
    severity: 'error',
    files: config(`vocabularies:
  - { name: ▹medical, prefix: acmemed, vocabulary_id: vocab-acmemed-01, hotwords: [a] }
removed: [▸vocab-acmemed-01]`),
    message: '"vocab-acmemed-01" is listed under removed and used by the vocabulary "medical"',
    hint: 'remove the vocabulary, or this line',
  },
  {
    rule: 'removed-but-protected',
    severity: 'error',
    files: config('vocabularies: []\nremoved: [▸vocab-acmesup-01]\nprotect: [acmemed, ▹acmesup]'),
    message: '"vocab-acmesup-01" is listed under removed, but the prefix "acmesup" is under protect',
    hint: 'delete one',
  },
  {
    rule: 'protect-invalid',
    severity: 'error',
    files: config('vocabularies: []\nprotect: [acmesup, ▸vocab-acmemed-01]'),
    message: '"vocab-acmemed-01" is no prefix: 1 to 10 lower-case letters and digits',
    hint: 'write acmemed',
  },
  {
    rule: 'protect-invalid',
    severity: 'error',
    files: config('vocabularies: []\nprotect: [▸acme*]'),
    message: '"acme*" is no prefix: 1 to 10 lower-case letters and digits',
    hint: 'the exact prefix',
  },
];
