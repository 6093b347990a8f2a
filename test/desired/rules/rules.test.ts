import { describe, expect, it } from 'vitest';
import { emittedRules } from '../../docs/emitted-rules.js';
import { everyBroken } from '../broken/every-broken.js';
import { config, rulesOf, validate } from '../validate.js';

describe('a configuration in which one thing is wrong', () => {
  it.each(everyBroken)('is told $severity[$rule] and nothing else: $message', async (one) => {
    const { rule, severity, files, message, hint } = one;
    const { diagnostics, location, related } = await validate(files);
    expect(location).not.toBeNull();
    expect(diagnostics).toEqual([
      { severity, rule, location, related, message, hint: expect.stringContaining(hint) },
    ]);
  });

  it.each(everyBroken)('asks for nothing when $rule is an error, and goes on otherwise', async (one) => {
    const { desired } = await validate(one.files);
    expect(desired === null).toBe(one.severity === 'error');
  });

  it('is shown here for every rule there is', async () => {
    const { ids } = await emittedRules('src/desired');
    expect([...new Set(everyBroken.map(({ rule }) => rule))].toSorted()).toEqual([...ids].toSorted());
  });
});

describe('a configuration in which many things are wrong', () => {
  it('is told all of them in one run, structure and rules, in every file', async () => {
    const found = await validate({
      ...config(
        `vocabularys: []
vocabularies:
  - { name: support, prefix: Acme, target_model: fun-asr-2024, hotwords: [{ text: a, weight: 9, lang: ko }] }
  - lists/*.yaml
removed: [acmeold, '?']
protect: [acmeold]
consumers:
  - { name: clinic, vocabulary: medical, model: fun-asr-2025-11-07, language_hints: [en] }
  - { name: clinic, vocabulary: suport, model: fun-asr }`,
      ),
      'lists/medical.yaml':
        'name: medical\nprefix: acmemed\ninclude: [more.csv]\nhotwords: [alpha, "beta\\u202e"]\n',
      'lists/more.csv': 'text,weight,lang\nalpha,5,\nzeta,6,\ngamma,many,\n',
    });
    expect(rulesOf(found).toSorted()).toEqual([
      'error[consumer-model-mismatch]',
      'error[consumer-vocabulary-unknown]',
      'error[contradictory-hotword]',
      'error[duplicate-consumer]',
      'error[hotword-hidden-character]',
      'error[model-unknown]',
      'error[prefix-invalid]',
      'error[removed-but-protected]',
      'error[removed-invalid]',
      'error[unknown-key]',
      'error[weight-invalid]',
      'error[weight-out-of-range]',
    ]);
    expect(found.diagnostics.filter(({ hint, location }) => hint === null || location === null)).toEqual([]);
    expect(found.desired).toBeNull();
  });

  it('is told each breach of one rule, not only the first', async () => {
    const found = await validate(
      config(
        'vocabularies: [{ name: medical, prefix: acmemed, hotwords: [{ text: a, weight: 6 }, { text: b, weight: 0 }] }]',
      ),
    );
    expect(found.diagnostics.map(({ message }) => message)).toEqual([
      '"a" has weight 6; fun-asr takes 1 to 5',
      '"b" has weight 0; fun-asr takes 1 to 5',
    ]);
  });

  it('is told once of a default that many vocabularies share', async () => {
    const { diagnostics } = await validate(
      config(
        `vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: support, prefix: acmesup, hotwords: [b] }`,
        { model: 'whisper-1' },
      ),
    );
    expect(diagnostics).toMatchObject([{ rule: 'model-unknown', location: { line: 3, column: 27 } }]);
  });

  it('is told of a key among the hotwords without seeing it again, whatever else is wrong with the word', async () => {
    const key = 'sk-0123456789abcdef';
    const { diagnostics } = await validate({
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml': `name: medical\nprefix: acmemed\nhotwords: [{ text: ${key}, weight: 9, lang: ko }, ${key} 的名称是一个很长的词]\n`,
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      'hotword-too-long',
      'hotword-like-key',
      'hotword-like-key',
      'weight-out-of-range',
      'lang-unsupported',
      'part-outweighs-whole',
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain(key);
  });
});
