import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Prompts } from '../../src/cli/asking/prompts.js';
import type { ImportWordsOptions } from '../../src/cli/importing/words/words-options.js';
import type { Entry } from '../../src/model/config.js';
import { check } from '../../src/pipelines/check.js';
import { type Ended, runCli } from './cli.js';
import { temporaryFolder, writeInto } from './world.js';

/** A folder with a configuration into which words are imported. */
export interface Shelf {
  readonly directory: string;
  write(file: string, text: string | Uint8Array): Promise<void>;
  read(file: string): Promise<string>;
  importWords(files: string | readonly string[], also?: Partial<ImportWordsOptions & Played>): Promise<Ended>;
  /** What a vocabulary holds, by the configuration as it is now; fails where it has errors. */
  entries(name?: string): Promise<readonly Entry[]>;
  /** `text|weight|lang` of them. */
  words(name?: string): Promise<readonly string[]>;
}

export interface Played {
  readonly prompts: Prompts;
  readonly stdin: string;
}

/** @param files beside the configuration; `vocab.config.yaml` may be another than the one of `medical` */
export async function openShelf(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Shelf> {
  const directory = await temporaryFolder();
  const write = (file: string, text: string | Uint8Array) => writeInto(directory, file, text);
  for (const [file, text] of Object.entries({ ...ordinary, ...files })) await write(file, text);

  async function entries(name = 'medical'): Promise<readonly Entry[]> {
    const { config, diagnostics } = await check({ cwd: directory }, { now: () => 0 });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const vocabulary = config?.vocabularies.find((one) => one.name === name);
    if (vocabulary === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
    return vocabulary.entries;
  }

  return {
    directory,
    write,
    read: (file) => readFile(join(directory, file), 'utf8'),
    importWords: (names, also) => run(typeof names === 'string' ? [names] : names, directory, also),
    entries,
    words: async (name) =>
      (await entries(name)).map(({ text, weight, lang }) => `${text}|${weight}|${lang ?? ''}`),
  };
}

const ordinary = {
  'vocab.config.yaml':
    'version: 1\naccount: { region: beijing }\ndefaults: { target_model: fun-asr }\nvocabularies:\n  - vocabularies/*.yaml # all of them\n',
  'vocabularies/medical.yaml':
    '# of the wards\nname: medical\nprefix: acmemed # short\nhotwords:\n  - 心电图\n',
};

async function run(
  names: readonly string[],
  cwd: string,
  { prompts, stdin, dryRun, verbose, quiet, ...named }: Partial<ImportWordsOptions & Played> = {},
): Promise<Ended> {
  const flags = Object.entries({ 'dry-run': dryRun, verbose, quiet }).flatMap(([flag, isOn]) =>
    isOn === true ? [`--${flag}`] : [],
  );
  const values = Object.entries(named).map(([flag, value]) => `--${flag}=${String(value)}`);
  return runCli(['import', ...flags, ...values, '--', ...names], {
    cwd,
    terminal: prompts !== undefined,
    ...(prompts === undefined ? {} : { prompts }),
    ...(stdin === undefined ? {} : { input: stdin }),
  });
}
