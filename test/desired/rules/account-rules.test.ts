import { describe } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, range } from '../validate.js';

describe('the number of lists', () => {
  const tooMany = 'error[more-lists-than-slots]';
  const lists = (count: number) =>
    `vocabularies:\n${range(count, (n) => `  - { name: list${n}, prefix: acme${n}, hotwords: [a] }`).join('\n')}`;
  const models = (names: string) =>
    `vocabularies: [{ name: medical, prefix: acmemed, target_models: [${names}], hotwords: [a] }]`;
  const withQuota = (quota: number, rest: string): Files => ({
    'vocab.config.yaml': `version: 1
account: { region: singapore, list_quota: ${quota} }
defaults: { target_model: fun-asr }
${rest}
`,
  });
  check([
    ['may be the quota of 10', config(lists(10))],
    ['may not be 11', config(lists(11)), tooMany],
    ['may be 11 when the quota is', withQuota(11, lists(11))],
    ['counts a list for each target model', withQuota(1, models('fun-asr, fun-asr-mtl')), tooMany],
    ['may be nothing at all', config('vocabularies: []')],
  ]);
});

describe('removed and protect', () => {
  const medical =
    'vocabularies: [{ name: medical, prefix: acmemed, previous_prefixes: [acmemd], hotwords: [a] }]';
  const removing = (value: string) => config(`${medical}\nremoved: [${value}]`);
  check([
    ['may name a prefix of 10 characters', removing('acmemedica')],
    ['may not name one of 11', removing('acmemedical'), 'error[removed-invalid]'],
    [
      'may name an id under a prefix that is in use',
      removing('vocab-acmemed-0123456789abcdef0123456789abcdef'),
    ],
    ['may name a previous prefix', removing('acmemd')],
    ['may not name the id of nothing', removing('vocab-acmemed-'), 'error[removed-invalid]'],
    ['may protect a prefix that is in use', config(`${medical}\nprotect: [acmemed]`)],
    ['may name different prefixes', config(`${medical}\nremoved: [acmeold]\nprotect: [acmesup]`)],
    [
      'may not name one and the same',
      config(`${medical}\nremoved: [acmeold]\nprotect: [acmeold]`),
      'error[removed-but-protected]',
    ],
  ]);
});
