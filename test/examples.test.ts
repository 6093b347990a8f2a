import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { missingLines, parseReadme, squeeze } from './examples/readme.js';
import { contradictions, play, type Scenario, type Turn } from './examples/scenario.js';

/*
 * Plays the examples. Each folder of examples/ is a repository as a user may have it, with a README.md for people and a
 * scenario.yaml for this test:
 *
 *   account:                               the lists there at the start, the oldest first
 *     - acmemed@fun-asr: [alpha, beta]     PREFIX@TARGET_MODEL and the hotwords, of weight 4
 *     - vocab-acmemed-…@fun-asr:           VOCABULARY_ID@TARGET_MODEL, where the id matters
 *         - { text: gamma, weight: 5, lang: en }
 *     - billing@fun-asr                    alone, where the hotwords do not matter
 *   accounts: { CONFIG: [lists] }          instead, where there are several configurations
 *   git: true                              the copy is a git repository, and what it begins with is committed
 *   steps:                                 run one after another, in a copy of the folder
 *     - commit: true                       everything is committed first of all
 *       write: { FILE: text }              files that get another text
 *       append: { FILE: text }             put at the end of files first; one that is not there is made
 *       run: plan --detailed-exitcode      the command, without `vocabsync`, with nobody at the terminal; in it,
 *                                          "$(jq -r .digest FILE)" is the digest in a file of an earlier step
 *       exit: 2
 *       stdout_has: [texts]                what it says, on either stream
 *       stderr_has: [texts]
 *       account: [lists]                   all lists there afterwards; left out: it has changed none
 *       accounts: { CONFIG: [lists] }      the same for several; one that is left out has not changed
 *       files_have: { FILE: [texts] }      what files of the folder contain afterwards
 *
 * The commands a README shows must be among the steps, and the lines it shows below one must be in that step's output,
 * in that order.
 */

const project = join(import.meta.dirname, '..');
const generated = ['.vocabsync', 'build'];
/** The other folders are for a CI system; test/ci-examples reads them. */
const names = readdirSync(join(project, 'examples')).filter((name) => /^\d\d-/.test(name));

describe.each(names)('the example %s', (name) => {
  const folder = join(project, 'examples', name);
  const scenario: Scenario = parse(read(folder, 'scenario.yaml'));
  const readme = read(folder, 'README.md');
  let directory: string;
  let turns: readonly Turn[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'vocabsync-example-'));
    const shipped = (path: string) => !generated.includes(basename(path));
    await cp(folder, directory, { recursive: true, filter: shipped });
    turns = await play(scenario, directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each(scenario.steps.map(({ run }, index) => [index + 1, run] as const))(
    'does what its scenario says in step %d, `%s`',
    (number) => expect(contradictions(turns[number - 1]!)).toEqual([]),
  );

  it.each(parseReadme(readme).map(({ command, output }) => [command, output] as const))(
    'does what its README shows of `%s`',
    (command, output) => {
      const said = turns
        .filter(({ step }) => step.run === command)
        .map(({ ended }) => squeeze(`${ended.stdout}\n${ended.stderr}`));
      expect(said.map((text) => missingLines(output, text))).toContainEqual([]);
    },
  );

  it('shows a command in its README', () => {
    expect(parseReadme(readme)).not.toEqual([]);
  });
});

describe('a YAML file that ships', () => {
  const folders = [
    'vocabularies',
    'examples/kubernetes/vocabularies',
    ...names.map((name) => `examples/${name}`),
  ];
  const configs = ['vocab.config.yaml', 'examples/kubernetes/vocab.config.yaml'];
  const shipped = [...configs, ...folders.flatMap(yamlFilesIn)];

  it.each(shipped)('names a schema that is there and that it keeps: %s', (file) => {
    const text = read(project, file);
    const [, schema] = /^# yaml-language-server: \$schema=(\.\.?\/\S+)\n/.exec(text) ?? [];
    expect(schema).toBeDefined();
    const isValid = validatorOf(join(project, dirname(file), schema!));
    expect({ valid: isValid(parse(text)), errors: isValid.errors }).toEqual({ valid: true, errors: null });
  });
});

const validators = new Map<string, ValidateFunction>();

/** Many files name the same schema, and to compile it takes longer than all that is held against it. */
function validatorOf(schema: string): ValidateFunction {
  const made =
    validators.get(schema) ??
    new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(read(schema)));
  validators.set(schema, made);
  return made;
}

function yamlFilesIn(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.ya?ml$/.test(item.name))
    .map((item) => relative(project, join(item.parentPath, item.name)))
    .filter((path) => !path.split(/[\\/]/).some((part) => generated.includes(part)));
}

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}
