import type { Config, Consumer, Entry, Vocabulary } from '../../../model/config.js';
import { asError, asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { composed } from '../../../model/text/composed.js';
import { differentWeights } from '../different-weights.js';
import type { Rule } from '../rule.js';
import { consumersNamed, requestsOf, vocabulariesOf } from './requests.js';

/*
 * One word with two weights in one request. Of a list and instant words nobody knows which the vendor takes; of two
 * instant vocabularies only one can be sent, for what is sent is a map. A lang tells no words apart there: a request
 * carries none.
 */

export const weightsOfARequestAgree: Rule = function* ({ config }) {
  for (const pair of pairsHeardTogether(config)) {
    const entries = disagreements(pair);
    const [first] = entries;
    if (first !== undefined) yield disagreement(pair, entries, first);
  }
};

/** Two vocabularies of one request, the earlier one of the configuration or the list first. */
export interface HeardPair {
  readonly one: Vocabulary;
  readonly other: Vocabulary;
  readonly consumers: readonly Consumer[];
}

/** Every two vocabularies whose words one request brings together, once. */
export function pairsHeardTogether(config: Pick<Config, 'consumers' | 'vocabularies'>): HeardPair[] {
  const pairs = new Map<Vocabulary, Map<Vocabulary, HeardPair>>();
  for (const request of requestsOf(config)) {
    const vocabularies = vocabulariesOf(request);
    for (const [index, one] of vocabularies.entries()) {
      for (const other of vocabularies.slice(index + 1)) {
        const others = pairs.get(one) ?? new Map<Vocabulary, HeardPair>();
        const consumers = [...(others.get(other)?.consumers ?? []), ...request.consumers];
        pairs.set(one, others.set(other, { one, other, consumers }));
      }
    }
  }
  return [...pairs.values()].flatMap((others) => [...others.values()]);
}

interface Disagreement {
  readonly one: Entry;
  readonly other: Entry;
}

function disagreements({ one, other }: HeardPair): Disagreement[] {
  const weighed = new Map<string, Entry[]>();
  for (const entry of one.entries) {
    const text = composed(entry.text);
    weighed.set(text, [...(weighed.get(text) ?? []), entry]);
  }
  const found = new Map<string, Disagreement>();
  for (const entry of other.entries) {
    const text = composed(entry.text);
    const differing = weighed.get(text)?.find(({ weight }) => weight !== entry.weight);
    if (differing !== undefined && !found.has(text)) found.set(text, { one: differing, other: entry });
  }
  return [...found.values()];
}

function disagreement(
  { one, other, consumers }: HeardPair,
  entries: readonly Disagreement[],
  first: Disagreement,
): Diagnostic {
  const brings = consumers.length === 1 ? 'brings' : 'bring';
  const said = `"${other.name}" and "${one.name}", which ${consumersNamed(consumers)} ${brings} together, give ${differentWeights(entries)}`;
  const where = { location: first.other.location, related: first.one.location };
  return one.delivery === 'list'
    ? asWarning({
        rule: 'request-weights-differ',
        ...where,
        message: `${said}; which of the list and the request counts, the vendor does not say`,
        hint: 'write one weight in both, or take the word out of one',
      })
    : asError({
        rule: 'request-weights-contradict',
        ...where,
        message: `${said}; a request carries one`,
        hint: 'write one weight in both, or take the word out of one',
      });
}
