import { catalogueWith, isModelName, type Region } from '../model/catalogue/target-models.js';
import type { deliveries } from '../model/config.js';
import { didYouMean } from '../model/text/closest.js';
import { quotable } from '../model/text/printable.js';

/* Why an answer cannot be taken, each a line without its subject, or null. What the schema would say comes too late to ask again. */

export type Delivery = (typeof deliveries)[number];

/** One more is a warning: the vendor's pages disagree. */
export const longestPrefix = 9;

export const namespaceForm = /^[a-z0-9]{3,8}$/;
const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const accountName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u;

export function namespaceProblem(text: string): string | null {
  return namespaceForm.test(text)
    ? null
    : `must be 3 to 8 of a-z and 0-9: the prefix of each list begins with it, and has ${longestPrefix} at most`;
}

export function nameProblem(text: string): string | null {
  return safeName.test(text)
    ? null
    : 'must be 1 to 63 letters of ASCII, digits and - _ . that begin with a letter or digit';
}

export function accountProblem(text: string): string | null {
  return accountName.test(text)
    ? null
    : 'must be 1 to 63 letters, digits and . _ - that begin with a letter or digit';
}

/** @param delivery that the model has to take */
export function modelProblem(text: string, region: Region, delivery: Delivery = 'list'): string | null {
  const offered = modelsOf(region, delivery);
  if (offered.includes(text)) return null;
  if (modelsOf(region).includes(text))
    return `takes no words with requests, so its vocabulary cannot be instant; those that do: ${offered.join(', ')}`;
  const elsewhere = isModelName(text) && catalogueWith({}).has(text);
  const near = didYouMean(text, offered);
  return [
    elsewhere ? `is not offered in ${region}` : 'is no model that takes hotwords, as far as is known here',
    near ?? (elsewhere ? `such as ${offered[0]}` : 'take one that is, and name yours under `models:` later'),
  ].join('; ');
}

/** The models that take hotwords in a region, the usual one first. */
export function modelsOf(region: Region, delivery: Delivery = 'list'): string[] {
  const models = [...catalogueWith({}).values()].filter(({ regions }) => regions.includes(region));
  if (delivery === 'list') return models.map(({ name }) => name);
  const names = models.filter(({ instant }) => instant).map(({ name }) => name);
  return names.sort((one, other) => Number(other === usualInstant) - Number(one === usualInstant));
}

/** The newest of those for real time, as the usual one of all is for that. */
const usualInstant = 'qwen-audio-3.1-asr-flash-streaming';

/** Says that an answer cannot be taken: `--namespace "Ac" must be …`. */
export function refusal(flag: string, text: string, problem: string | null): string[] {
  return problem === null ? [] : [`${flag} ${JSON.stringify(quotable(text))} ${problem}`];
}
