import { resolve } from 'node:path';
import { stemOf } from '../../../import/words/new-names.js';
import type { Settled, SettledFile } from '../../../import/words/settle.js';
import { type Config, type Entry, isInstant, type Vocabulary } from '../../../model/config.js';
import { pairingsOf } from '../../../model/pairings.js';
import { andMore } from '../../../model/text/and-more.js';
import { composed } from '../../../model/text/composed.js';
import { listed } from '../../../model/text/users-named.js';
import { count } from '../../../report/layout.js';
import { saidOfNew } from './choose-vocabulary.js';
import { entriesOf, realOf } from './entries-of.js';
import type { ReadFile } from './read-files.js';

export interface Around {
  readonly vocabulary: Vocabulary;
  /** Whether it is made. */
  readonly isNew: boolean;
  readonly config: Config;
  /** Absolute. */
  readonly cwd: string;
}

/** What people should know of an import, a sentence each: how files were read, what was changed, what is there already. */
export function notesOf(read: readonly ReadFile[], settled: Settled, around: Around): readonly string[] {
  const { vocabulary, isNew, config } = around;
  const { name, target_models } = vocabulary;
  const models = target_models.map(({ value }) => value);
  const isAdding = settled.files.some(({ words }) => words.length > 0);
  return [
    ...(isNew ? [saidOfNew(vocabulary, config)] : []),
    ...saidOfUnsent(vocabulary, config),
    ...read.flatMap(({ file, remarks, target_model, unread }) => [
      ...remarks.map((remark) => `${file}: ${remark}`),
      ...(unread === 0
        ? []
        : [`${file}: ${count(unread, 'entry')} not read and left out; a warning names each`]),
      ...(target_model === null || models.includes(target_model.value)
        ? []
        : [`${file} was saved from a list for ${target_model.value}; "${name}" is for ${models.join(', ')}`]),
    ]),
    ...(isAdding ? settled.notes : []),
    ...settled.files.flatMap(({ file, present, otherwise, refused }) => [
      ...(present === 0
        ? []
        : [
            `${file}: ${count(present, 'word')} already in "${name}" and not added again${saidOfDifferences(otherwise)}`,
          ]),
      ...(refused === 0
        ? []
        : [`${file}: ${count(refused, 'word')} left out; a warning names the reason of each`]),
    ]),
    ...saidOfIncluded(settled, around),
    ...read.flatMap((one) => saidOfEarlier(one, around)),
  ];
}

function saidOfDifferences({ words, in: names }: SettledFile['otherwise']): string {
  if (words === 0) return '';
  const [differs, stays] = words === 1 ? ['differs', 'stays as it is'] : ['differ', 'stay as they are'];
  const them = words === 1 ? 'it' : 'them';
  return `; ${words} ${differs} here in ${listed(names)}, and ${stays} there: --verbose names ${them}`;
}

/** A list can be used by its id; words of an instant vocabulary reach only whom the configuration names. */
function saidOfUnsent(vocabulary: Vocabulary, { consumers }: Config): readonly string[] {
  const { name, target_models } = vocabulary;
  const users = pairingsOf({ consumers, vocabularies: [vocabulary] }).usersOf(vocabulary);
  if (!isInstant(vocabulary) || users.length > 0) return [];
  const [model] = target_models.map(({ value }) => value);
  const user = consumers.find((consumer) => consumer.model.value === model);
  const line =
    user === undefined
      ? `- { name: my-app, vocabulary: ${name}, model: ${model} }`
      : `the one called ${user.name}, which recognises with ${model}: vocabularies: [${[...user.vocabularies.map(({ value }) => value), name].join(', ')}]`;
  return [`no program sends the words of "${name}" yet; under \`consumers\`, name one: ${line}`];
}

/** A file that goes on being included as it is, weights and all. */
function saidOfIncluded({ files }: Settled, { vocabulary, config, cwd }: Around): readonly string[] {
  return files.flatMap(({ file, words, present, refused, isMisread }) => {
    const path = resolve(cwd, file);
    const others = config.vocabularies.filter(
      (one) => one.name !== vocabulary.name && entriesOf(one, path, cwd).length > 0,
    );
    return [
      ...(isMisread && words.length === 0 && present > 0 && refused === 0
        ? [`"${vocabulary.name}" has the words of ${file} beside it: delete the line that includes it`]
        : []),
      ...others.map(({ name }) => `${file} is a part of "${name}" as it is, and stays one`),
    ];
  });
}

const mostNamed = 3;

/**
 * What an earlier import of the same file has made stays beside what this one makes, also where the file was corrected: nothing says
 * for sure that it came of the same file, so nobody takes it away.
 */
function saidOfEarlier({ file, words }: ReadFile, { vocabulary, cwd }: Around): readonly string[] {
  const here = new Set(words.map(({ text }) => composed(text)));
  const isHere = ({ text }: Entry) => here.has(composed(text));
  const made = vocabulary.entries.filter(({ location }) => isMadeOf(location.file, file, cwd));
  return [...new Set(made.map(({ location }) => location.file))].flatMap((earlier) => {
    const all = made.filter(({ location }) => location.file === earlier);
    const others = all.filter((entry) => !isHere(entry));
    const isOfTheSame =
      all.filter((entry) => isHere(entry) || here.has(bodyOf(entry))).length * 2 >= all.length;
    if (others.length === 0 || !isOfTheSame) return [];
    const named = andMore(others, mostNamed, ({ text }) => `"${text}"`);
    const has = `${count(others.length, 'word')} that ${file} has not: ${named}`;
    return [`${earlier}, made of an earlier ${file} as it seems, has ${has}; delete there what shall go`];
  });
}

/** By the name that an import gives: `words/hot.csv`, `words/hot-2.csv`. */
function isMadeOf(earlier: string, file: string, cwd: string): boolean {
  const [, name = ''] = /(?:^|\/)words\/([^/]+)\.(?:csv|yaml)$/.exec(earlier) ?? [];
  const stem = stemOf(file);
  const isNamed =
    name === stem || (name.startsWith(`${stem}-`) && /^\d{1,2}$/.test(name.slice(stem.length + 1)));
  return isNamed && realOf(resolve(cwd, earlier)) !== realOf(resolve(cwd, file));
}

/** A word without a number behind it that was taken for a part of it. */
function bodyOf({ text }: Entry): string {
  return composed(text.replace(/(?<=\S)[\s(（[【:：=＝|｜*×~,，-]+\d+[)）\]】]?$/u, ''));
}
