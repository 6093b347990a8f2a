import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StoredList } from '../../src/emulator/account-state.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { fileStorage } from '../../src/emulator/storage.js';
import { type Ended, runCli } from '../support/cli.js';
import { type ManualClock, manualClock } from '../support/emulator.js';
import { testFiles } from '../support/shared-files.js';
import { compareLists, type ListText, seedOf } from './lists.js';

/** What scenario.yaml holds; test/examples.test.ts describes it, examples/scenario.schema.json checks it. */
export interface Scenario {
  readonly account?: readonly ListText[];
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  readonly append?: Readonly<Record<string, string>>;
  readonly run: string;
  readonly exit: number;
  readonly stdout_has?: readonly string[];
  readonly stderr_has?: readonly string[];
  readonly account?: readonly ListText[];
  readonly files_have?: Readonly<Record<string, readonly string[]>>;
}

/** What a step did. */
export interface Turn {
  readonly step: ScenarioStep;
  readonly ended: Ended;
  readonly before: readonly StoredList[];
  readonly after: readonly StoredList[];
  /** The contents of those files the step speaks of that are there. */
  readonly files: ReadonlyMap<string, string>;
}

/** Fills the account of a folder, and runs the steps there. */
export async function play({ account = [], steps }: Scenario, directory: string): Promise<readonly Turn[]> {
  const clock = manualClock();
  const storage = fileStorage(join(directory, '.vocabsync', 'emulator.json'), testFiles);
  const emulator = createEmulator({ clock, storage });
  await emulator.seed(account.map((list, index) => seedOf(list, clock.now() - day + index * 60_000)));
  const turns: Turn[] = [];
  for (const step of steps) turns.push(await take(step, { directory, clock, emulator }));
  return turns;
}

const day = 86_400_000;

interface Stage {
  readonly directory: string;
  readonly clock: ManualClock;
  readonly emulator: Emulator;
}

async function take(step: ScenarioStep, { directory, clock, emulator }: Stage): Promise<Turn> {
  for (const [file, text] of Object.entries(step.append ?? {})) {
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await appendFile(join(directory, file), text);
  }
  const before = await emulator.account();
  const ended = await runCli(step.run.split(' '), { cwd: directory, clock });
  const after = await emulator.account();
  return { step, ended, before, after, files: readFiles(Object.keys(step.files_have ?? {}), directory) };
}

function readFiles(files: readonly string[], directory: string): ReadonlyMap<string, string> {
  const there = files.filter((file) => existsSync(join(directory, file)));
  return new Map(there.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
}

/** Where a step did something else than is said of it, and what it printed; nothing when all of it is true. */
export function contradictions({ step, ended, before, after, files }: Turn): string[] {
  const { exit, stdout_has = [], stderr_has = [], account, files_have = {} } = step;
  const found = [
    ...(ended.code === exit ? [] : [`it ended with ${ended.code}, not ${exit}`]),
    ...missingTexts(stdout_has, ended.stdout, 'stdout'),
    ...missingTexts(stderr_has, ended.stderr, 'stderr'),
    ...(account === undefined ? changedLists(before, after) : compareLists(account, after)),
    ...Object.entries(files_have).flatMap(([file, texts]) => missingTexts(texts, files.get(file), file)),
  ];
  return found.length === 0 ? [] : [...found, ended.stdout, ended.stderr];
}

function missingTexts(texts: readonly string[], whole: string | undefined, where: string): string[] {
  return texts.filter((text) => !whole?.includes(text)).map((text) => `not in ${where}: ${text}`);
}

function changedLists(before: readonly StoredList[], after: readonly StoredList[]): string[] {
  return isDeepStrictEqual(before, after) ? [] : ['it changed the account'];
}
