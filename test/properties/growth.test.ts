import { expect, it } from 'vitest';
import { expand } from '../../src/desired/expand.js';
import { checkRules } from '../../src/desired/rules/rules.js';
import { catalogueWith } from '../../src/model/catalogue/target-models.js';
import type { Config, Delivery, Vocabulary } from '../../src/model/config.js';
import { planBetween } from '../../src/pipelines/compare.js';
import { config as smallest, validate } from '../desired/validate.js';

const model = 'qwen-audio-3.1-asr-flash';
const many = 8000;

/** A configuration of many vocabularies, each with a word, a former prefix and a consumer of its own. */
async function large(delivery: Delivery, weight: number): Promise<Config> {
  const { config } = await validate(smallest('vocabularies: []'));
  if (config === null) throw new Error('the smallest configuration cannot be read');
  const { vocabularies_location: location } = config;
  const located = <Value>(value: Value) => ({ value, location });
  const numbers = Array.from({ length: many }, (_, n) => n);
  return {
    ...config,
    account: { ...config.account, list_quota: many },
    vocabularies: numbers.map((n): Vocabulary => {
      const entry = {
        text: `word ${n}`,
        weight,
        lang: null,
        extra: null,
        note: null,
        expires: null,
        location,
      };
      const common = {
        name: `v${n}`,
        target_models: [located(model)],
        previous_prefixes: [located(`o${n}`)],
        owner: null,
        entries: [entry],
        location,
      };
      return delivery === 'list'
        ? { ...common, delivery, prefix: located(`p${n}`), vocabulary_ids: [] }
        : { ...common, delivery };
    }),
    consumers: numbers.map((n) => ({
      name: `c${n}`,
      vocabularies: [located(`v${n}`)],
      model: located(model),
      language_hints: null,
      location,
    })),
  };
}

// One by one they would take minutes; a ratio of two short times says more of the machine than of the program.
it.each(['list', 'instant'] as const)(
  'thousands of vocabularies with consumers (%s) are checked and compared in seconds',
  { timeout: 120_000 },
  async (delivery) => {
    const [before, after] = [await large(delivery, 3), await large(delivery, 4)];
    const catalogue = catalogueWith({});
    const start = performance.now();
    for (const config of [before, after]) {
      const found = checkRules({ config, catalogue, now: 0, readings: null });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    const plan = planBetween(expand(before, catalogue), expand(after, catalogue));
    expect(delivery === 'list' ? plan.changes : plan.instant).toHaveLength(many);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);
