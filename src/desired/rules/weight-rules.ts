import { tooManyAtTop, topWeight } from '../../model/catalogue/heavy-words.js';
import type { Entry, Vocabulary } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { pairingKey } from '../../model/hotword.js';
import { repeatedHashes, surveyOf } from '../../model/text/survey.js';
import { asSent } from '../as-sent.js';
import { differentWeights } from './different-weights.js';
import { pairsHeardTogether } from './instant/request-weight-rules.js';
import type { Rule } from './rule.js';

/** Weight is relative: where everything is emphasised nothing is, and each heavy word is also heard where it is not said. */
export const heavyHotwordsAreFew: Rule = function* ({ config, catalogue }) {
  for (const vocabulary of config.vocabularies) {
    const { entries, target_models } = vocabulary;
    const limit = topWeight(
      target_models.map(({ value }) => value),
      catalogue,
    );
    const heavy = tooManyAtTop(entries, limit);
    const [first] = heavy;
    if (first === undefined) continue;
    yield asWarning({
      rule: 'many-heavy-hotwords',
      location: vocabulary.location,
      related: first.location,
      message: `${heavy.length} of the ${entries.length} hotwords of "${vocabulary.name}" have weight ${limit} or more: that is more than a fifth, and such words are also heard where nobody says them`,
      hint: `keep ${limit} for what is still misheard at ${limit - 1}`,
    });
  }
};

/** Recognition takes one list: a word that is tuned in one and not in the other works here and fails there. */
export const listsOfAModelAgree: Rule = function* ({ config }) {
  const pairs = new Map<string, Disagreement>();
  for (const [model, vocabularies] of byModel(config.vocabularies)) {
    if (vocabularies.size > 1 && haveSeveralWeights(vocabularies)) compare(model, vocabularies, pairs);
  }
  // What one request brings together is worse, and said by a rule of its own.
  const said = new Set(
    pairsHeardTogether(config).flatMap(({ one, other }) => [pairKey(one, other), pairKey(other, one)]),
  );
  for (const [key, pair] of pairs) if (!said.has(key)) yield disagreement(pair);
};

/** In most configurations all words have the default weight. */
function haveSeveralWeights(vocabularies: ReadonlySet<Vocabulary>): boolean {
  const weights = new Set<number>();
  for (const { entries } of vocabularies) for (const { weight } of entries) weights.add(weight);
  return weights.size > 1;
}

function compare(model: string, vocabularies: Iterable<Vocabulary>, pairs: Map<string, Disagreement>): void {
  const first = new Map<string, Weighed>();
  // Few words are in several lists. A key and an object for each of all the others were most of what a large account took.
  const hashes = Array.from(vocabularies, ({ entries }) => surveyOf(entries).hashes);
  const shared = repeatedHashes(hashes);
  for (const vocabulary of shared.size === 0 ? [] : vocabularies) {
    const own = surveyOf(vocabulary.entries).hashes;
    for (const [index, entry] of asSent(vocabulary).entries()) {
      if (!shared.has(own[index] ?? 0)) continue;
      const key = pairingKey(entry);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { vocabulary, entry });
      else if (disagree(earlier, { vocabulary, entry })) {
        add(pairs, { model, one: earlier, other: { vocabulary, entry } });
      }
    }
  }
}

/** Within one vocabulary it is an error of its own. */
function disagree(one: Weighed, other: Weighed): boolean {
  return one.vocabulary !== other.vocabulary && one.entry.weight !== other.entry.weight;
}

interface Weighed {
  readonly vocabulary: Vocabulary;
  readonly entry: Entry;
}

interface Meeting {
  readonly model: string;
  readonly one: Weighed;
  readonly other: Weighed;
}

interface Disagreement extends Meeting {
  readonly entries: { readonly one: Entry; readonly other: Entry }[];
}

function byModel(vocabularies: readonly Vocabulary[]): Map<string, Set<Vocabulary>> {
  const all = new Map<string, Set<Vocabulary>>();
  for (const vocabulary of vocabularies) {
    for (const { value } of vocabulary.target_models) {
      const sharing = all.get(value) ?? new Set();
      all.set(value, sharing.add(vocabulary));
    }
  }
  return all;
}

/** Two vocabularies may share several models, and disagree once. */
function add(pairs: Map<string, Disagreement>, meeting: Meeting): void {
  const { model, one, other } = meeting;
  const key = pairKey(one.vocabulary, other.vocabulary);
  const pair = pairs.get(key) ?? { ...meeting, entries: [] };
  if (pair.model === model) pair.entries.push({ one: one.entry, other: other.entry });
  pairs.set(key, pair);
}

function pairKey(one: Vocabulary, other: Vocabulary): string {
  return `${one.name}\n${other.name}`;
}

function disagreement({ model, one, other, entries }: Disagreement): Diagnostic {
  return asWarning({
    rule: 'weights-differ',
    location: other.entry.location,
    related: one.entry.location,
    message: `"${other.vocabulary.name}" and "${one.vocabulary.name}", both for ${model}, give ${differentWeights(entries)}`,
    hint: 'write one weight in both, or include the words from one file',
  });
}
