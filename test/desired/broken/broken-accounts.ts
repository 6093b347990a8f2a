import { config, range } from '../validate.js';
import type { Broken } from './broken.js';

export const brokenAccounts: readonly Broken[] = [
  {
    rule: 'more-lists-than-slots',
    severity: 'error',
    files: config(`▸vocabularies:
${range(11, (n) => `  - { name: list${n}, prefix: acme${n}, hotwords: [a] }`).join('\n')}`),
    message: 'the vocabularies need 11 lists, one for each target model; the account has 10 slots',
    hint: 'account.list_quota',
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
