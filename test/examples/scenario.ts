import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StoredList } from '../../src/emulator/account-state.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { fileStorage } from '../../src/emulator/storage.js';
import { statePath } from '../../src/workspace/state-folder.js';
import { commitAll, git } from '../action/git-history.js';
import { type Ended, runCli } from '../support/cli.js';
import { listeningClock, type ManualClock, manualClock } from '../support/emulator.js';
import { testFiles } from '../support/shared-files.js';
import { compareLists, type ListText, seedOf } from './lists.js';

/** What scenario.yaml holds; test/examples.test.ts describes it, examples/scenario.schema.json checks it. */
export interface Scenario extends Holdings {
  readonly git?: boolean;
  readonly steps: readonly ScenarioStep[];
}

/** What accounts hold: that of the one configuration, or those of several by their files. */
interface Holdings {
  readonly account?: readonly ListText[];
  readonly accounts?: Readonly<Record<string, readonly ListText[]>>;
}

export interface ScenarioStep extends Holdings {
  readonly commit?: boolean;
  readonly write?: Readonly<Record<string, string>>;
  readonly append?: Readonly<Record<string, string>>;
  readonly run: string;
  readonly exit: number;
  readonly stdout_has?: readonly string[];
  readonly stderr_has?: readonly string[];
  readonly files_have?: Readonly<Record<string, readonly string[]>>;
}

/** What a step did. */
export interface Turn {
  readonly step: ScenarioStep;
  readonly ended: Ended;
  /** What each account held before and after it, by the file of its configuration. */
  readonly before: Accounts;
  readonly after: Accounts;
  /** The contents of those files the step speaks of that are there. */
  readonly files: ReadonlyMap<string, string>;
}

type Accounts = ReadonlyMap<string, readonly StoredList[]>;

/** Fills the accounts of a folder, and runs the steps there. */
export async function play(scenario: Scenario, directory: string): Promise<readonly Turn[]> {
  const clock = manualClock();
  const held = byConfig(scenario);
  const emulators = new Map<string, Emulator>();
  for (const config of configsOf(scenario)) {
    const owner = { directory: join(directory, dirname(config)), file: config };
    const storage = fileStorage(statePath(owner, 'emulator.json'), testFiles);
    const emulator = createEmulator({ clock, storage });
    const lists = held.get(config) ?? [];
    await emulator.seed(lists.map((list, index) => seedOf(list, clock.now() - day + index * 60_000)));
    emulators.set(config, emulator);
  }
  if (scenario.git === true) {
    git(directory, 'init', '--quiet', '--initial-branch=main');
    commitAll(directory, 'Start');
  }
  const turns: Turn[] = [];
  for (const step of scenario.steps) turns.push(await take(step, { directory, clock, emulators }));
  return turns;
}

const day = 86_400_000;
const usualConfig = 'vocab.config.yaml';

function byConfig({ account, accounts = {} }: Holdings): Map<string, readonly ListText[]> {
  const named = Object.entries(accounts);
  return new Map(account === undefined ? named : [[usualConfig, account], ...named]);
}

/** All configurations whose accounts are spoken of anywhere; one that is not, is the usual one. */
function configsOf({ steps, ...start }: Scenario): ReadonlySet<string> {
  const named = [start, ...steps].flatMap((holdings) => [...byConfig(holdings).keys()]);
  return new Set(named.length === 0 ? [usualConfig] : named);
}

interface Stage {
  readonly directory: string;
  readonly clock: ManualClock;
  readonly emulators: ReadonlyMap<string, Emulator>;
}

async function take(step: ScenarioStep, { directory, clock, emulators }: Stage): Promise<Turn> {
  if (step.commit === true) commitAll(directory, 'Merge');
  for (const [file, text] of Object.entries(step.write ?? {})) {
    await writeFile(await placeOf(file, directory), text);
  }
  for (const [file, text] of Object.entries(step.append ?? {})) {
    await appendFile(await placeOf(file, directory), text);
  }
  const before = await accountsOf(emulators);
  const ended = await runCli(wordsOf(step.run, directory), { cwd: directory, clock: listeningClock(clock) });
  const after = await accountsOf(emulators);
  return { step, ended, before, after, files: readFiles(Object.keys(step.files_have ?? {}), directory) };
}

async function placeOf(file: string, directory: string): Promise<string> {
  const path = join(directory, file);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

async function accountsOf(emulators: ReadonlyMap<string, Emulator>): Promise<Accounts> {
  const accounts = new Map<string, readonly StoredList[]>();
  for (const [config, emulator] of emulators) accounts.set(config, await emulator.account());
  return accounts;
}

/** The words of a command, as far as the examples need a shell. */
function wordsOf(run: string, directory: string): string[] {
  const digestOf = (_words: string, file: string) =>
    JSON.parse(readFileSync(join(directory, file), 'utf8')).digest as string;
  const words = run.replaceAll(/"\$\(jq -r \.digest ([^\s)]+)\)"/g, digestOf).split(' ');
  return words.map((word) => word.replace(/^'(.*)'$/, '$1'));
}

function readFiles(files: readonly string[], directory: string): ReadonlyMap<string, string> {
  const there = files.filter((file) => existsSync(join(directory, file)));
  return new Map(there.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
}

/** Where a step did something else than is said of it, and what it printed; nothing when all of it is true. */
export function contradictions({ step, ended, before, after, files }: Turn): string[] {
  const { exit, stdout_has = [], stderr_has = [], files_have = {} } = step;
  const found = [
    ...(ended.code === exit ? [] : [`it ended with ${ended.code}, not ${exit}`]),
    ...missingTexts(stdout_has, ended.stdout, 'stdout'),
    ...missingTexts(stderr_has, ended.stderr, 'stderr'),
    ...wrongAccounts(step, before, after),
    ...Object.entries(files_have).flatMap(([file, texts]) => missingTexts(texts, files.get(file), file)),
  ];
  return found.length === 0 ? [] : [...found, ended.stdout, ended.stderr];
}

function missingTexts(texts: readonly string[], whole: string | undefined, where: string): string[] {
  return texts.filter((text) => !whole?.includes(text)).map((text) => `not in ${where}: ${text}`);
}

function wrongAccounts(step: ScenarioStep, before: Accounts, after: Accounts): string[] {
  const expected = byConfig(step);
  return [...after].flatMap(([config, lists]) => {
    const said = expected.get(config);
    if (said !== undefined) return compareLists(said, lists).map((problem) => `${config}: ${problem}`);
    return isDeepStrictEqual(before.get(config), lists) ? [] : [`it changed the account of ${config}`];
  });
}
