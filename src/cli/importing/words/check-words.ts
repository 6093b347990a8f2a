import { checkRules } from '../../../desired/rules/rules.js';
import { type Catalogue, catalogueWith } from '../../../model/catalogue/target-models.js';
import { withLevels } from '../../../model/catalogue/with-levels.js';
import { type Config, type Entry, levelsOf, type Vocabulary } from '../../../model/config.js';
import type { Diagnostic } from '../../../model/diagnostic.js';

/** No file has this name, so that what is said of a word is told from everything else. */
const nowhere = '\0';

/** The rules only count findings of a kind beyond the first 10,000, and here each word has to hear of its own. */
const askedAtOnce = 5000;

interface Asked {
  readonly config: Config;
  readonly now: number;
}

/** Asks the rules of a configuration about words, as if a vocabulary had them and no others: the first error of each. */
export function refusalsOf(
  words: readonly Entry[],
  vocabulary: Vocabulary,
  asked: Asked,
): readonly (Diagnostic | null)[] {
  const refusals: (Diagnostic | null)[] = [];
  for (let from = 0; from < words.length; from += askedAtOnce) {
    for (const one of refusalsAmong(words.slice(from, from + askedAtOnce), vocabulary, asked))
      refusals.push(one);
  }
  return refusals;
}

function refusalsAmong(
  words: readonly Entry[],
  vocabulary: Vocabulary,
  { config, now }: Asked,
): readonly (Diagnostic | null)[] {
  const entries = words.map((word, index) => ({
    ...word,
    location: { file: nowhere, line: index + 1, column: 1 },
  }));
  const others = config.vocabularies.filter(({ name }) => name !== vocabulary.name);
  const draft: Config = {
    ...config,
    vocabularies: [...others.map((other) => ({ ...other, entries: [] })), { ...vocabulary, entries }],
  };
  const refusals: (Diagnostic | null)[] = words.map(() => null);
  // How words sound is a matter of lists, and no word is left out for it.
  const said = checkRules({ config: draft, catalogue: catalogueWith(config.models), now, readings: null });
  for (const found of withLevels(said, levelsOf(config))) {
    const { severity, location } = found;
    // How many words there may be is no matter of one of them.
    if (severity !== 'error' || location?.file !== nowhere || found.rule === 'too-many-super-hotwords')
      continue;
    refusals[location.line - 1] ??= found;
  }
  return refusals;
}

/** Whether all models of a vocabulary know super hotwords. */
export function knowsSuper({ target_models }: Vocabulary, catalogue: Catalogue): boolean {
  return target_models.every(({ value }) => (catalogue.get(value)?.weights.super ?? null) !== null);
}

/** The errors of a configuration that were not there before a change of it. */
export function newErrors(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Set(before.map(keyOf));
  return after.filter((found) => found.severity === 'error' && !known.has(keyOf(found)));
}

/** Lines move when something is put in above them, and how many of something there are may change. */
function keyOf({ rule, message, location }: Diagnostic): string {
  return `${rule} ${location?.file ?? ''} ${message.replace(/\d+/g, '')}`;
}
