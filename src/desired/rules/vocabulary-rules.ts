import {
  catalogueAge,
  families,
  isModelName,
  type Region,
  type TargetModel,
} from '../../model/catalogue/target-models.js';
import { isInstant, isList, type ListVocabulary, type Vocabulary } from '../../model/config.js';
import { asError, asInfo, asWarning, type Diagnostic, type Located } from '../../model/diagnostic.js';
import { prefixForm, prefixOf } from '../../model/observed.js';
import { didYouMean } from '../../model/text/closest.js';
import { modelsLine } from './models-line.js';
import type { Rule, RuleInput } from './rule.js';

export const namesAreUnique: Rule = function* ({ config }) {
  const first = new Map<string, Vocabulary>();
  for (const vocabulary of config.vocabularies) {
    const earlier = first.get(vocabulary.name);
    if (earlier === undefined) first.set(vocabulary.name, vocabulary);
    else {
      yield asError({
        rule: 'duplicate-name',
        location: vocabulary.location,
        related: earlier.location,
        message: `two vocabularies are called "${vocabulary.name}"; the other is in ${earlier.location.file}:${earlier.location.line}`,
        hint: 'rename one of them',
      });
    }
  }
};

export const prefixesAreValid: Rule = function* ({ config }) {
  for (const vocabulary of config.vocabularies) {
    const current = isList(vocabulary) ? [vocabulary.prefix] : [];
    for (const candidate of [...current, ...vocabulary.previous_prefixes]) {
      const found = checkPrefix(candidate);
      if (found !== null) yield found;
    }
  }
};

/** A list's key is its prefix and model: two vocabularies with one key would overwrite each other for ever. */
export const keysAreUnique: Rule = function* ({ config }) {
  const first = new Map<string, WantedList>();
  for (const vocabulary of config.vocabularies.filter(isList)) {
    for (const model of vocabulary.target_models) {
      const key = `${vocabulary.prefix.value}@${model.value}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { vocabulary, model });
      else yield duplicateList({ vocabulary, model }, earlier);
    }
  }
};

export const previousPrefixesAreFree: Rule = function* ({ config }) {
  // Of two that share a prefix, the first.
  const lists = config.vocabularies.filter(isList).toReversed();
  const owners = new Map(lists.map((one) => [one.prefix.value, one]));
  for (const vocabulary of config.vocabularies) {
    for (const previous of vocabulary.previous_prefixes) {
      const owner = owners.get(previous.value);
      if (owner === undefined) continue;
      yield asError({
        rule: 'previous-prefix-in-use',
        location: previous.location,
        related: owner.prefix.location,
        message: `"${previous.value}" is a previous prefix of "${vocabulary.name}" and the prefix of "${owner.name}"`,
        hint: 'remove it from previous_prefixes: lists there belong to the vocabulary that has the prefix now',
      });
    }
  }
};

/** A model that takes no hotwords gives no error anywhere: the words silently do nothing. */
export const modelsAreKnown: Rule = function* (input) {
  // A set, because a default is one model of many vocabularies.
  const models = new Set(input.config.vocabularies.flatMap(({ target_models }) => target_models));
  for (const model of models) {
    const known = input.catalogue.get(model.value);
    if (known === undefined) yield unknownModel(model, input);
    else if (!known.regions.includes(input.config.account.region))
      yield otherRegion(model, known, input.config.account.region);
  }
};

export const pinsBelongToThePrefix: Rule = function* ({ config }) {
  for (const { prefix, vocabulary_ids } of config.vocabularies.filter(isList)) {
    for (const pin of vocabulary_ids) {
      const pinned = prefixOf(pin.value);
      if (pinned === prefix.value) continue;
      yield asError({
        rule: 'vocabulary-id-mismatch',
        location: pin.location,
        message:
          pinned === null
            ? `"${pin.value}" is not a vocabulary_id`
            : `"${pin.value}" has the prefix "${pinned}"; this vocabulary has "${prefix.value}"`,
        hint: `write an id of the form vocab-${prefix.value}-… with 32 hexadecimal digits, as \`plan\` shows it`,
      });
    }
  }
};

export const prefixesLieInTheNamespace: Rule = function* ({
  config: {
    policy: { namespace },
    vocabularies,
  },
}) {
  if (namespace === null) return;
  for (const { name, prefix } of vocabularies.filter(isList)) {
    if (prefix.value.startsWith(namespace.value)) continue;
    yield asInfo({
      rule: 'prefix-outside-namespace',
      location: prefix.location,
      message: `the prefix "${prefix.value}" of "${name}" is outside the namespace "${namespace.value}"`,
      hint: 'its lists will not be recognised as orphans once the vocabulary is gone; name the prefix under `removed` then',
    });
  }
};

function checkPrefix({ value, location }: Located<string>): Diagnostic | null {
  if (!prefixForm.test(value)) {
    return asError({
      rule: 'prefix-invalid',
      location,
      message: `"${value}" is not a valid prefix: 1 to 9 lower-case letters and digits, nothing else`,
      hint: 'lists of another prefix are another list: to rename one that exists, add the old one to previous_prefixes',
    });
  }
  if (value.length < 10) return null;
  return asWarning({
    rule: 'prefix-of-ten',
    location,
    message: `"${value}" has 10 characters; some of the vendor's pages allow 10, some only fewer`,
    hint: 'use at most 9 to be safe either way',
  });
}

interface WantedList {
  readonly vocabulary: ListVocabulary;
  readonly model: Located<string>;
}

/** The model of two vocabularies may be written once, as the default; their prefixes never are. */
function duplicateList({ vocabulary, model }: WantedList, earlier: WantedList): Diagnostic {
  const isRepeat = vocabulary === earlier.vocabulary;
  const { location } = isRepeat ? model : vocabulary.prefix;
  const related = isRepeat ? earlier.model.location : earlier.vocabulary.prefix.location;
  return asError({
    rule: 'duplicate-list',
    location,
    related,
    message: `"${vocabulary.name}" asks for the list of prefix ${vocabulary.prefix.value} and model ${model.value} a second time; the first is in ${related.file}:${related.line}`,
    hint: isRepeat ? 'delete one of them' : 'give one of them another prefix, or merge their words',
  });
}

function unknownModel(
  { value, location }: Located<string>,
  { config, catalogue, now }: RuleInput,
): Diagnostic {
  const isSent = config.vocabularies
    .filter(isInstant)
    .some(({ target_models }) => target_models.some((model) => model.value === value));
  const offered = [...catalogue.values()].filter(
    ({ regions, instant }) => regions.includes(config.account.region) && (instant || !isSent),
  );
  const guess = didYouMean(
    value,
    offered.map(({ name }) => name),
  );
  const family = families.find((name) => value.startsWith(name)) ?? (isSent ? 'qwen-audio' : 'fun-asr');
  const fields = isSent ? `family: ${family}, instant: true` : `family: ${family}`;
  const allow = isModelName(value)
    ? `to use it as it is, add to ${config.file}: ${modelsLine(value, fields)}`
    : 'write the name of a model as the vendor spells it';
  return asError({
    rule: 'model-unknown',
    location,
    message: `"${value}" is not in the catalogue of models that take hotwords (${catalogueAge(now)})`,
    hint: guess === null ? allow : `${guess} ${allow}`,
  });
}

function otherRegion({ value, location }: Located<string>, model: TargetModel, region: Region): Diagnostic {
  const line = modelsLine(value, `family: ${model.family}, regions: [${region}]`);
  return asError({
    rule: 'model-not-in-region',
    location,
    message: `"${value}" is offered in ${model.regions.join(', ')}, not in ${region}`,
    hint: `choose a model of ${region}; if it is offered there by now, add ${line}`,
  });
}
