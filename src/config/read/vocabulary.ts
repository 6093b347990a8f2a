import type * as z from 'zod/mini';
import type { Entry, InstantVocabulary, ListVocabulary } from '../../model/config.js';
import {
  asError,
  type Diagnostic,
  type DiagnosticDraft,
  type Located,
  type Location,
} from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { once } from '../schema/fields.js';
import { explain } from '../schema/issues.js';
import { structureOf } from '../schema/structure.js';
import { vocabularySchema } from '../schema/vocabulary-schema.js';
import { locationAt, type Source } from '../text/source.js';
import { child, type MappingTree, pairOf, type Tree } from '../text/tree.js';
import { type Field, fields, type Include } from '../words/include.js';
import { normaliseText } from '../words/normalise-text.js';
import { readWordList } from '../words/word-list.js';

/** A vocabulary without its includes. */
export interface VocabularyDraft {
  /** null: so much is wrong that nothing can be said of it. */
  readonly identity: Omit<ListVocabulary, 'entries'> | Omit<InstantVocabulary, 'entries'> | null;
  readonly entries: readonly Entry[];
  readonly includes: readonly Include[];
}

export function readVocabulary(root: MappingTree, context: Reading): VocabularyDraft {
  return {
    identity: readIdentity(root, context),
    entries: readWordList(itemsOf(child(root, 'hotwords')), context, 'yaml'),
    includes: includesOf(child(root, 'include'), context.source),
  };
}

/** The texts of a list, or of a single scalar, with their places. */
export function locatedTexts(tree: Tree | null, source: Source): Located<string>[] {
  if (tree?.kind === 'list') return tree.items.flatMap((item) => locatedTexts(item, source));
  if (tree?.kind !== 'scalar') return [];
  return [{ value: tree.text, location: locationAt(source, tree.start) }];
}

/** Files alone, and files with the headers of their columns. What is neither was said by the schema. */
function includesOf(tree: Tree | null, source: Source): Include[] {
  if (tree?.kind !== 'list') return [];
  return tree.items.flatMap((item) => {
    const [file] = locatedTexts(item.kind === 'mapping' ? child(item, 'file') : item, source);
    return file === undefined ? [] : [{ file, columns: columnsOf(child(item, 'columns'), source) }];
  });
}

function columnsOf(tree: Tree | null, source: Source): Include['columns'] {
  if (tree?.kind !== 'mapping') return null;
  const named = fields.flatMap((field): [Field, Located<string>][] => {
    const [name] = locatedTexts(child(tree, field), source);
    return name === undefined ? [] : [[field, name]];
  });
  return new Map(named);
}

function readIdentity(root: MappingTree, context: Reading): VocabularyDraft['identity'] {
  const { source, report } = context;
  const structure = structureOf(root, 'hotwords', context);
  if (structure === null) return null;
  const delivery = locatedTexts(child(root, 'delivery'), source)[0]?.value ?? 'list';
  const isInstant = delivery === 'instant';
  // What else was written there, the schema says; which keys belong to it, nobody can tell.
  const isKnown = isInstant || delivery === 'list';
  for (const diagnostic of isKnown ? checkKeys(root, source, isInstant) : []) report(diagnostic);
  const parsed = vocabularySchema.safeParse(structure, once);
  const issues = parsed.error?.issues ?? [];
  for (const diagnostic of explain(issues, root, source)) report(diagnostic);
  const target_models = readTargets(root, context);
  const [name] = locatedTexts(child(root, 'name'), source);
  if (!issues.every(isDispensable) || name === undefined || target_models === null) return null;
  const identity = {
    name: name.value,
    target_models,
    previous_prefixes: locatedTexts(child(root, 'previous_prefixes'), source),
    owner: ownerOf(root, source),
    location: locationOfVocabulary(root, source),
  };
  if (isInstant) return { ...identity, delivery: 'instant' };
  const [prefix] = locatedTexts(child(root, 'prefix'), source);
  if (prefix === undefined) return null;
  const vocabulary_ids = locatedTexts(child(root, 'vocabulary_id'), source);
  return { ...identity, delivery: 'list', prefix, vocabulary_ids };
}

/** Keys without which the others mean the same. */
const dispensable: readonly unknown[] = ['previous_prefixes', 'description', 'owner', 'include'];

/** What is wrong there is said, and all else is checked as if it had not been written. */
function isDispensable({ code, path: [key] }: z.core.$ZodIssue): boolean {
  return key === undefined ? code === 'unrecognized_keys' : dispensable.includes(key);
}

/** What only a list has, and each list must have. Instant words are the same without it, so the rest is still checked. */
function checkKeys(root: MappingTree, source: Source, isInstant: boolean): Diagnostic[] {
  if (!isInstant) {
    const isMissing = pairOf(root, 'prefix') === null;
    return isMissing ? [asError(prefixMissing, locationAt(source, root.start))] : [];
  }
  return (['prefix', 'vocabulary_id'] as const).flatMap((key) => {
    const pair = pairOf(root, key);
    return pair === null ? [] : [asError(instantDrafts[key], locationAt(source, pair.keyStart))];
  });
}

function ownerOf(root: MappingTree, source: Source): Located<string> | null {
  const [owner] = locatedTexts(child(root, 'owner'), source);
  return owner === undefined ? null : { ...owner, value: normaliseText(owner.value) };
}

/** Finds where a vocabulary's name stands, or its mapping when it has none. */
export function locationOfVocabulary(root: MappingTree, source: Source): Location {
  return locationAt(source, child(root, 'name')?.start ?? root.start);
}

function readTargets(root: MappingTree, context: Reading): readonly Located<string>[] | null {
  const { source, report, defaultModel } = context;
  const one = child(root, 'target_model');
  const several = pairOf(root, 'target_models');
  if (one !== null && several !== null) {
    report(asError(targetsTwice, locationAt(source, several.keyStart)));
    return null;
  }
  const written = locatedTexts(one ?? several?.value ?? null, source);
  if (written.length > 0) return written;
  if (several === null && one === null && defaultModel !== null) return [defaultModel];
  report(
    asError(
      noTarget,
      several === null ? locationOfVocabulary(root, source) : locationAt(source, several.keyStart),
    ),
  );
  return null;
}

function itemsOf(tree: Tree | null): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

const prefixMissing: DiagnosticDraft = {
  rule: 'missing-key',
  message: 'prefix is missing',
  hint: 'add `prefix:` and 1 to 9 lower-case letters and digits; a vocabulary with `delivery: instant` needs none',
};
const instantDrafts: Readonly<Record<'prefix' | 'vocabulary_id', DiagnosticDraft>> = {
  prefix: {
    rule: 'instant-prefix',
    message: 'an instant vocabulary has no prefix: its words go with each request, and no list is made',
    hint: 'delete the line; if it was a list once, write its prefix under previous_prefixes, so that the list is kept until the consumers have switched',
  },
  vocabulary_id: {
    rule: 'instant-vocabulary-id',
    message:
      'an instant vocabulary has no vocabulary_id: its words go with each request, and no list is made',
    hint: 'delete the line; to keep the list until the consumers have switched, write its prefix under previous_prefixes',
  },
};
const targetsTwice: DiagnosticDraft = {
  rule: 'target-model-twice',
  message: 'target_model and target_models are both written',
  hint: 'keep one of them; target_models takes a list',
};
const noTarget: DiagnosticDraft = {
  rule: 'target-model-missing',
  message: 'the vocabulary names no target_model, and there is no default',
  hint: 'add target_model: and the model string that recognition uses, or set defaults.target_model',
};
