import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ApplyEvent, SaveBackup } from '../../src/apply/run.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { Allowance, Plan, Shaping } from '../../src/model/plan.js';
import type { Transport } from '../../src/model/ports.js';
import type { ApplyResult } from '../../src/model/result/apply-result.js';
import { check } from '../../src/pipelines/check.js';
import { openSession, plan, reconcile, type Session } from '../../src/pipelines/reconcile.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { noShaping } from './build.js';
import { type ManualClock, manualClock } from './emulator.js';

export interface Turn {
  readonly shaping?: Partial<Shaping>;
  readonly allow?: readonly Allowance[];
  /** How long a written list may take to be OK, in milliseconds. */
  readonly wait?: number;
  readonly waitSlot?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
  readonly stop?: AbortSignal;
  /** Instead of keeping the backups in `World.backups`. */
  readonly saveBackup?: SaveBackup;
}

/** A repository, an account, and the program between them: configuration text in, account state out. */
export interface World {
  readonly directory: string;
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  /** What was kept before it was overwritten or deleted. */
  readonly backups: readonly ObservedList[];
  write(file: string, text: string): Promise<void>;
  plan(turn?: Turn): Promise<Plan>;
  /** Plans and applies without asking. */
  apply(turn?: Turn): Promise<ApplyResult>;
  /** Carries out a plan that was made before. */
  carryOut(approved: Plan, turn?: Turn): Promise<ApplyResult>;
  /** What the account holds: a line for each list, `acmemed@fun-asr: alpha beta`, in alphabetical order. */
  lists(): Promise<string[]>;
}

export interface WorldOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly switches?: Partial<EmulatorSwitches>;
  /** Stands between the client and the account. */
  readonly interpose?: (transport: Transport) => Transport;
}

export async function createWorld({ files, switches = {}, interpose }: WorldOptions): Promise<World> {
  const directory = await temporaryFolder();
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches });
  const write = (file: string, text: string) => writeInto(directory, file, text);
  for (const [file, text] of Object.entries(files)) await write(file, text);
  const transport = interpose?.(emulator.transport) ?? emulator.transport;

  const backups: ObservedList[] = [];
  const keep: SaveBackup = async (list) => {
    backups.push(list);
  };

  async function carryOut(approved: Plan, turn: Turn = {}): Promise<ApplyResult> {
    const { saveBackup = keep } = turn;
    const replan = () => makePlan(turn);
    return reconcile({ approved, replan }, sessionOf(turn), { ...optionsOf(turn), saveBackup });
  }

  function sessionOf({ signal }: Turn): Session {
    return session({ transport, clock, signal });
  }

  async function makePlan(turn: Turn = {}): Promise<Plan> {
    return plan(await desiredOf(directory), sessionOf(turn), optionsOf(turn));
  }

  return {
    directory,
    emulator,
    clock,
    backups,
    write,
    plan: makePlan,
    apply: async (turn) => carryOut(await makePlan(turn), turn),
    carryOut,
    lists: () => listsOf(emulator),
  };
}

/** A folder that is gone when the running test is. */
export async function temporaryFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'vocabsync-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export async function writeInto(directory: string, file: string, text: string | Uint8Array): Promise<void> {
  const path = join(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** `config({ medical: ['alpha', 'beta'] })`: a configuration with inline vocabularies of the prefixes `acme` + three letters. */
export function config(vocabularies: Readonly<Record<string, readonly string[]>>, extra = ''): string {
  const lists = Object.entries(vocabularies).map(
    ([name, words]) =>
      `  - { name: ${name}, prefix: acme${name.slice(0, 3)}, hotwords: [${words.map((word) => JSON.stringify(word)).join(', ')}] }\n`,
  );
  const head =
    'version: 1\naccount: { region: singapore }\nnamespace: acme\nprune: true\ndefaults: { target_model: fun-asr }\n';
  const guards = extra.includes('guards:') ? '' : 'guards: { update_interval: 0s }\n';
  return `${head}${guards}${extra}vocabularies:${lists.length === 0 ? ' []' : ''}\n${lists.join('')}`;
}

async function desiredOf(cwd: string): Promise<Desired> {
  const { desired, diagnostics } = await check({ cwd }, { now: () => 0 });
  if (desired === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return desired;
}

interface SessionParts {
  readonly transport: Transport;
  readonly clock: ManualClock;
  readonly signal: AbortSignal | undefined;
}

function session({ transport, clock, signal }: SessionParts): Session {
  const url = 'http://emulator.invalid/api/v1';
  const remote = createDashscopeRemote({
    endpoint: 'emulator',
    url,
    key: 'any',
    workspace: null,
    version: '0',
    transport,
  });
  return openSession({
    remote,
    account: { endpoint: 'emulator', workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    clock,
    random: () => 0.5,
    parallelism: 4,
    signal,
  });
}

function optionsOf({ shaping, allow, wait = 60_000, waitSlot = 0, onEvent = () => {}, stop }: Turn) {
  return { shaping: { ...noShaping, ...shaping }, allow: allow ?? [], wait, waitSlot, onEvent, stop };
}

async function listsOf(emulator: Emulator): Promise<string[]> {
  const lists = await emulator.account();
  return lists
    .map(
      ({ prefix, target_model, vocabulary }) =>
        `${prefix}@${target_model}: ${vocabulary.map(({ text }) => text).join(' ')}`,
    )
    .sort();
}
