import { foreignScale } from '../../model/catalogue/foreign-weight.js';
import { languageMeant } from '../../model/catalogue/language-code.js';
import type { TargetModel } from '../../model/catalogue/target-models.js';
import { type Entry, isInstant, isList, type Vocabulary } from '../../model/config.js';
import { asError, asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { equalityKey, mayRepeat, pairingKey } from '../../model/hotword.js';
import { closest } from '../../model/text/closest.js';
import { asSent } from '../as-sent.js';
import type { Rule, RuleInput } from './rule.js';

/** The vendor accepts other weights without a word; what they do is undefined. */
export const weightsSuitTheModel: Rule = function* ({ config, catalogue }) {
  for (const { vocabulary, model } of knownModels({ config, catalogue })) {
    for (const entry of vocabulary.entries) {
      if (!weightFits(entry.weight, model)) yield weightOutOfRange(entry, model);
    }
  }
};

export const superHotwordsAreFew: Rule = function* ({ config, catalogue }) {
  for (const { vocabulary, model } of knownModels({ config, catalogue })) {
    const { super: superWeight, max_super } = model.weights;
    const supers = distinct(asSent(vocabulary).filter(({ weight }) => weight === superWeight));
    const surplus = supers[max_super];
    if (surplus === undefined) continue;
    yield asError({
      rule: 'too-many-super-hotwords',
      location: surplus.location,
      message: `"${vocabulary.name}" has ${supers.length} hotwords of weight ${superWeight}; ${holderOf(vocabulary, model)} may have ${max_super}`,
      hint: `give all but ${max_super} of them a weight of ${model.weights.min} to ${model.weights.max}`,
    });
  }
};

export const langsSuitTheModel: Rule = function* ({ config, catalogue }) {
  for (const { vocabulary, model } of knownModels({ config, catalogue })) {
    // With a request no lang travels, which is said once.
    if (isInstant(vocabulary)) continue;
    for (const entry of vocabulary.entries) {
      const { lang } = entry;
      if (lang === null || model.langs?.includes(lang)) continue;
      if (model.langs !== null) yield unsupportedLang(entry, model, model.langs);
      else if (languageMeant(lang) !== null) yield unusualLang(entry, model);
    }
  }
};

export const hotwordsFitIntoTheList: Rule = function* ({ config, catalogue }) {
  for (const { vocabulary, model } of knownModels({ config, catalogue })) {
    const found = listSize(vocabulary, model);
    if (found !== null) yield found;
  }
};

/** Across the file and its includes. The vendor would keep both of two equal entries. */
export const hotwordsAreWrittenOnce: Rule = function* ({ config }) {
  for (const vocabulary of config.vocabularies) {
    if (!mayRepeat(vocabulary.entries)) continue;
    const first = new Map<string, Twice>();
    for (const [index, sent] of asSent(vocabulary).entries()) {
      const entry = { sent, written: vocabulary.entries[index] ?? sent };
      const key = pairingKey(sent);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, entry);
      else yield duplicate(entry, earlier);
    }
  }
};

interface Twice {
  readonly sent: Entry;
  readonly written: Entry;
}

function* knownModels({
  config,
  catalogue,
}: Pick<RuleInput, 'config' | 'catalogue'>): Iterable<{ vocabulary: Vocabulary; model: TargetModel }> {
  for (const vocabulary of config.vocabularies) {
    for (const { value } of vocabulary.target_models) {
      const model = catalogue.get(value);
      if (model !== undefined) yield { vocabulary, model };
    }
  }
}

function weightFits(weight: number, { weights }: TargetModel): boolean {
  return weight === weights.super || (weight >= weights.min && weight <= weights.max);
}

function weightOutOfRange({ text, weight, location }: Entry, { name, weights }: TargetModel): Diagnostic {
  const range = `${weights.min} to ${weights.max}`;
  const allowed = weights.super === null ? range : `${range}, or ${weights.super} for a super hotword`;
  const scale = foreignScale(weight);
  const guess = scale === null ? '' : `${weight} looks like ${scale}: `;
  return asError({
    rule: 'weight-out-of-range',
    location,
    message: `"${text}" has weight ${weight}; ${name} takes ${allowed}`,
    hint: `${guess}write a weight of ${allowed}; 4 is the vendor's recommendation`,
  });
}

function unsupportedLang(
  { text, lang, location }: Entry,
  { name }: TargetModel,
  langs: readonly string[],
): Diagnostic {
  const guess = meantAmong(lang ?? '', langs);
  const advice = 'correct the lang, or leave it out';
  return asError({
    rule: 'lang-unsupported',
    location,
    message: `"${text}" has lang "${lang}"; ${name} takes ${langs.join(', ')}`,
    hint: guess === null ? advice : `did you mean "${guess}"? Otherwise ${advice}`,
  });
}

/** One of the codes that a model takes, by what the written one is known to stand for, else by its letters. */
function meantAmong(written: string, langs: readonly string[]): string | null {
  const meant = languageMeant(written);
  return meant !== null && langs.includes(meant) ? meant : closest(written, langs);
}

/** Where the vendor documents no codes, nobody can say that one is wrong; but all that it does document are short. */
function unusualLang({ text, lang, location }: Entry, { name }: TargetModel): Diagnostic {
  return asWarning({
    rule: 'lang-unusual',
    location,
    message: `"${text}" has lang "${lang}"; the vendor writes "${languageMeant(lang ?? '')}" for its other models, and lists none for ${name}`,
    hint: `write "${languageMeant(lang ?? '')}", or leave the lang out`,
  });
}

function listSize(vocabulary: Vocabulary, model: TargetModel): Diagnostic | null {
  if (vocabulary.entries.length <= Math.min(model.safe_hotwords, model.max_hotwords)) return null;
  const count = distinct(asSent(vocabulary)).length;
  const { location, name } = vocabulary;
  if (count > model.max_hotwords) {
    return asError({
      rule: 'too-many-hotwords',
      location,
      message: `"${name}" has ${count} hotwords; ${holderOf(vocabulary, model)} may have ${model.max_hotwords}`,
      hint: `take out ${count - model.max_hotwords}, or move them to a vocabulary of their own`,
    });
  }
  if (count <= model.safe_hotwords) return null;
  return asWarning({
    rule: 'hotword-limit-disputed',
    location,
    message: `"${name}" has ${count} hotwords; for ${model.name} the vendor's newest guide allows ${model.max_hotwords}, its other pages ${model.safe_hotwords}`,
    hint: `stay within ${model.safe_hotwords} to be safe either way`,
  });
}

function holderOf(vocabulary: Vocabulary, { name }: TargetModel): string {
  return isList(vocabulary) ? `a list for ${name}` : `a request with ${name}`;
}

/** The first of each word: a list holds no others. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  if (!mayRepeat(entries)) return entries;
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const key = pairingKey(entry);
    if (!first.has(key)) first.set(key, entry);
  }
  return [...first.values()];
}

function isSamePlace({ location: one }: Entry, { location: other }: Entry): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

/** Nothing can be said of two places where there is one. */
function repeated({ text, location }: Entry): Diagnostic {
  return asWarning({
    rule: 'duplicate-hotword',
    location,
    message: `"${text}" is in the vocabulary twice: what stands here is repeated by an alias; one of the two is kept`,
    hint: 'delete the alias, which is written `*` and a name',
  });
}

function duplicate({ sent: entry, written }: Twice, { sent: earlier, written: other }: Twice): Diagnostic {
  const where = `${earlier.location.file}:${earlier.location.line}`;
  const common = { location: entry.location, related: earlier.location };
  const unsent = written.lang === other.lang ? '' : ' with another lang, which no request carries';
  if (isSamePlace(entry, earlier)) return repeated(entry);
  if (equalityKey(entry) === equalityKey(earlier)) {
    return asWarning({
      ...common,
      rule: 'duplicate-hotword',
      message: `"${entry.text}" is already in ${where}${unsent}; one of the two is kept`,
      hint: 'delete one of them',
    });
  }
  const contrast =
    entry.weight === earlier.weight
      ? 'with other fields'
      : `with weight ${earlier.weight}, here it has ${entry.weight}`;
  return asError({
    ...common,
    rule: 'contradictory-hotword',
    message: `"${entry.text}" is already in ${where} ${contrast}${unsent && '; its other lang does not tell it apart, since no request carries one'}`,
    hint: 'keep the one that is meant',
  });
}
