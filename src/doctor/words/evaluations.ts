import type { Config, Consumer } from '../../model/config.js';
import { type Finding, ok, problem, skipped, withConfig } from '../examination.js';
import type { ManifestFact } from '../facts.js';

/** Is there an evaluation of each consumer, with clips that can be read? That words are there says not that they are heard. */
export const wordsAreEvaluated = withConfig((config, { manifests }) => {
  const { consumers, evaluations } = config;
  if (consumers.length === 0) return [ok('no consumer is named whose words could be evaluated')];
  if (evaluations.length === 0)
    return [ok(`no evaluation covers ${namesOf(consumers)}: whether the words are heard, nobody has asked`)];
  const broken = manifests.filter(({ diagnostics }) => diagnostics.length > 0).map(unusable);
  const open = uncovered(config);
  const found = open.length === 0 ? broken : [...broken, unevaluated(open)];
  const clips = manifests.map(({ evaluation, clips: count, file }) => `${evaluation}: ${count} in ${file}`);
  return found.length > 0 ? found : [ok('an evaluation covers each consumer', clips)];
});

/** Consumers that recognise alike are one to recognition, and one evaluation is of all of them. */
function uncovered({ consumers, evaluations }: Config): Consumer[] {
  const evaluated = new Set(evaluations.map(({ consumer }) => consumer.value));
  const covered = new Set(consumers.filter(({ name }) => evaluated.has(name)).map(likeness));
  return consumers.filter((consumer) => !covered.has(likeness(consumer)));
}

function likeness({ model, vocabularies, language_hints }: Consumer): string {
  const named = vocabularies.map(({ value }) => value).sort();
  return JSON.stringify([model.value, named, language_hints?.value ?? null]);
}

function unevaluated(consumers: readonly Consumer[]): Finding {
  const finding = skipped(
    `no evaluation covers ${namesOf(consumers)}: whether the words are heard there, nobody has asked`,
    'name clips and consumer under `evaluations`',
  );
  const evidence = consumers.map(({ name, vocabularies, location }) => ({
    text: `${name}, with ${vocabularies.map(({ value }) => value).join(' and ')}`,
    location,
  }));
  return { ...finding, evidence };
}

function namesOf(consumers: readonly Consumer[]): string {
  return consumers.map(({ name }) => name).join(', ');
}

function unusable({ evaluation, diagnostics }: ManifestFact): Finding {
  const [first] = diagnostics;
  const more = diagnostics.length - 1;
  const and = more === 0 ? '' : `, and ${more} more of its lines ${more === 1 ? 'is' : 'are'} wrong`;
  return problem(
    'warn',
    {
      message: `the evaluation "${evaluation}" cannot be made: ${first?.message ?? 'its manifest cannot be read'}${and}`,
      hint: first?.hint ?? 'correct its manifest',
    },
    diagnostics.slice(0, mostSaid).map(({ rule, message, location }) => ({
      text: `${rule}: ${message}`,
      ...(location === null ? {} : { location }),
    })),
  );
}

const mostSaid = 5;
