import type { Config, Consumer, Output } from '../../model/config.js';
import { asError, type DiagnosticDraft, type Located } from '../../model/diagnostic.js';
import type { Reading, Reporting } from '../reading.js';
import type { RawConfig } from '../schema/config-schema.js';
import { locateKey } from '../text/locate.js';
import { locationAt, type Source } from '../text/source.js';
import { child, type MappingTree, pairOf, type Tree } from '../text/tree.js';
import type { Collected } from './collect.js';
import { evaluationsOf, isManifest } from './evaluations.js';
import { directoryOf, joined, resolveInside } from './paths.js';
import { locatedTexts } from './vocabulary.js';

/** What a configuration is put together from. */
export interface Parts {
  readonly raw: RawConfig;
  readonly root: MappingTree;
  readonly vocabularies: readonly Collected[];
}

/** Puts the configuration together from what the schema made of it and the places of its tree. */
export function assembleConfig(parts: Parts, reading: Reading): Config {
  const { raw, root } = parts;
  const { source, directory } = reading;
  const { account, guards, models } = raw;
  const vocabularies = parts.vocabularies.filter((one) => typeof one !== 'string');
  const consumers = consumersOf(parts, reading);
  return {
    file: source.file,
    directory,
    account: {
      ...account,
      name: account.name ?? null,
      workspace: account.workspace ?? null,
      endpoint: firstText(child(child(root, 'account'), 'endpoint'), source),
    },
    policy: {
      namespace: raw.namespace === undefined ? null : firstText(child(root, 'namespace'), source),
      prune: raw.prune ?? false,
      removed: raw.removed === undefined ? [] : locatedTexts(child(root, 'removed'), source),
      protect: raw.protect === undefined ? [] : locatedTexts(child(root, 'protect'), source),
      guards,
    },
    default_weight: raw.defaults.weight,
    vocabularies,
    unread_vocabularies: parts.vocabularies.filter((one) => one === 'unread').length,
    consumers,
    outputs: outputsOf(parts, reading),
    evaluations: evaluationsOf(parts.raw, root, { ...reading, consumers }),
    models: models ?? {},
    rules: Object.entries(raw.rules ?? {}).map(([rule, level]) => ({
      rule,
      level,
      location: locationAt(source, locateKey(root, ['rules'], rule)),
    })),
    vocabularies_location: locationAt(source, pairOf(root, 'vocabularies')?.keyStart ?? root.start),
  };
}

/** Checks what must hold between keys, and no schema of one of them can say. */
export function checkPruneAndNamespace(root: MappingTree, { source, report }: Reporting): void {
  const namespace = pairOf(root, 'namespace');
  const prune = pairOf(root, 'prune');
  if (namespace !== null && prune === null)
    report(asError(pruneMissing, locationAt(source, namespace.keyStart)));
  if (namespace === null && prune !== null) report(asError(pruneAlone, locationAt(source, prune.keyStart)));
}

function consumersOf(
  { raw: { consumers = [] }, root, vocabularies }: Parts,
  { source, report }: Reporting,
): Consumer[] {
  const known = new Set(vocabularies.map((one) => (typeof one === 'string' ? undefined : one.name)));
  const placed = consumers.flatMap((consumer, index) => {
    const tree = itemAt(root, 'consumers', index);
    const misnamed = checkVocabularies(consumer);
    if (misnamed === null) return [locateConsumer(consumer, tree, source)];
    report(asError(misnamed, locationAt(source, tree?.start ?? root.start)));
    return [];
  });
  if (!known.has(undefined)) return placed;
  // A vocabulary that could not be read may be the one a consumer names: nothing is said of that consumer then.
  return placed.filter(({ vocabularies: named }) => named.every(({ value }) => known.has(value)));
}

type RawConsumer = NonNullable<RawConfig['consumers']>[number];

function checkVocabularies({ vocabulary, vocabularies }: RawConsumer): DiagnosticDraft | null {
  if (vocabulary !== undefined && vocabularies !== undefined) return vocabulariesTwice;
  if (vocabulary !== undefined) return null;
  if (vocabularies === undefined) return vocabularyMissing;
  return vocabularies.length === 0 ? vocabulariesEmpty : null;
}

function locateConsumer(
  { name, model, language_hints }: RawConsumer,
  tree: Tree | null,
  source: Source,
): Consumer {
  const at = (key: string) => locationAt(source, child(tree, key)?.start ?? tree?.start ?? 0);
  return {
    name,
    vocabularies: locatedTexts(child(tree, 'vocabulary') ?? child(tree, 'vocabularies'), source),
    model: { value: model, location: at('model') },
    // No hint at all restricts recognition to nothing, just as no hints do.
    language_hints:
      language_hints === undefined || language_hints.length === 0
        ? null
        : { value: language_hints, location: at('language_hints') },
    location: at('name'),
  };
}

function outputsOf({ raw, root }: Parts, reading: Reading): Output[] {
  const { source, report } = reading;
  const { outputs = [] } = raw;
  const kept = new Map<string, Output>();
  for (const [index, { path: written, format }] of outputs.entries()) {
    const path = resolveInside('', written);
    const folder = directoryOf(reading.configPath);
    const isRead = (output: string): boolean =>
      reading.isRead(joined(folder, output)) || isManifest(output, raw);
    const draft = checkOutput(path, written, { isRead, kept });
    const location = locationAt(source, child(itemAt(root, 'outputs', index), 'path')?.start ?? root.start);
    if (draft !== null) report(asError(draft, location));
    else if (path !== null) kept.set(path, { path, format });
  }
  return [...kept.values()];
}

function checkOutput(
  path: string | null,
  written: string,
  {
    kept,
    isRead,
  }: { readonly kept: ReadonlyMap<string, Output>; readonly isRead: (path: string) => boolean },
): DiagnosticDraft | null {
  if (path === null || path === '') return outputOutside(written);
  if (isRead(path)) return outputOverSource(path);
  if (/^\.(?:git|vocabsync)(?:\/|$)/.test(path)) return outputInTools(path);
  return kept.has(path) ? outputTwice(path) : null;
}

function itemAt(root: Tree, key: string, index: number): Tree | null {
  const list = child(root, key);
  return list?.kind === 'list' ? (list.items[index] ?? null) : null;
}

function firstText(tree: Tree | null, source: Source): Located<string> | null {
  return locatedTexts(tree, source)[0] ?? null;
}

const vocabulariesTwice: DiagnosticDraft = {
  rule: 'consumer-vocabularies-twice',
  message: 'vocabulary and vocabularies are both written',
  hint: 'keep one of them; vocabularies takes a list',
};
const vocabularyMissing: DiagnosticDraft = {
  rule: 'missing-key',
  message: 'the consumer names no vocabulary',
  hint: 'add `vocabulary:` and the name of a vocabulary, or `vocabularies:` and several',
};
const vocabulariesEmpty: DiagnosticDraft = {
  rule: 'invalid-value',
  message: 'vocabularies is empty: the consumer would recognise without any hotword',
  hint: 'name at least one vocabulary, or delete the consumer',
};
const pruneMissing: DiagnosticDraft = {
  rule: 'prune-missing',
  message: 'a namespace is named, but not what becomes of the lists in it that no vocabulary names',
  hint: 'add prune: true to delete them, or prune: false to only report them',
};
const pruneAlone: DiagnosticDraft = {
  rule: 'prune-without-namespace',
  message: 'prune is written without a namespace: there is nothing it could apply to',
  hint: 'add namespace: and 3 to 10 characters your prefixes begin with, or delete prune',
};

function outputOutside(path: string): DiagnosticDraft {
  return {
    rule: 'path-outside',
    message: `the output ${path} leads out of the folder of the configuration`,
    hint: 'write a relative path to a file inside the folder, with / between the names',
  };
}

function outputInTools(path: string): DiagnosticDraft {
  return {
    rule: 'output-over-source',
    message: `the output ${path} is in a folder that belongs to a tool`,
    hint: 'give the output another path, such as build/vocabularies.json',
  };
}

function outputTwice(path: string): DiagnosticDraft {
  return {
    rule: 'output-twice',
    message: `two outputs are written to ${path}`,
    hint: 'give one of them another path',
  };
}

function outputOverSource(path: string): DiagnosticDraft {
  return {
    rule: 'output-over-source',
    message: `the output ${path} would overwrite a file of this configuration`,
    hint: 'give the output another path, such as build/vocabularies.json',
  };
}
