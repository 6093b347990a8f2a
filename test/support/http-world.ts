import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator, type SeedList } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { httpTransport } from '../../src/http/transport.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { Clock, Remote } from '../../src/model/ports.js';
import type { ApplyResult } from '../../src/model/result/apply-result.js';
import { check } from '../../src/pipelines/check.js';
import { openSession, plan, reconcile, type Session } from '../../src/pipelines/reconcile.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { noShaping } from './build.js';
import { manualClock } from './emulator.js';
import { type Moment, recordingStorage } from './recording-storage.js';
import { writeInto } from './world.js';

export interface HttpWorldOptions {
  /** The text of the configuration. */
  readonly config: string;
  /** What the account holds at first. */
  readonly lists: readonly SeedList[];
  readonly switches?: Partial<EmulatorSwitches>;
}

export interface HttpTurn {
  readonly retire?: boolean;
  readonly parallelism?: number;
  /** For one request, in milliseconds that really pass: a network knows no other. */
  readonly timeout_ms?: number;
}

/** A world as in world.ts, but with a network between the program and the account, and a record of all that happened. */
export interface HttpWorld {
  readonly emulator: Emulator;
  readonly history: readonly Moment[];
  /** Plans and applies without asking, with a session of its own as every process has. */
  apply(turn?: HttpTurn): Promise<ApplyResult>;
  /** Ends the server; not left to the end of the test, which may see hundreds of worlds. */
  close(): Promise<void>;
}

export async function createHttpWorld({
  config,
  lists,
  switches = {},
}: HttpWorldOptions): Promise<HttpWorld> {
  const desired = await desiredOf(config);
  const clock = manualClock();
  const backups: ObservedList[] = [];
  const storage = recordingStorage({ clock, kept: () => [...backups] });
  const emulator = createEmulator({ clock, storage, switches });
  await emulator.seed(lists);
  const server = await serveEmulator(emulator);

  async function apply({ retire = false, ...turn }: HttpTurn = {}): Promise<ApplyResult> {
    const session = openSessionAt(`${server.url}/api/v1`, clock, turn);
    const how = { shaping: { ...noShaping, retire }, allow: [] };
    const replan = () => plan(desired, session, how);
    return reconcile({ approved: await replan(), replan }, session, {
      ...how,
      wait: 60_000,
      waitSlot: 0,
      onEvent: () => {},
      saveBackup: async (list) => void backups.push(list),
    });
  }

  return { emulator, history: storage.history, apply, close: server.close };
}

const known = new Map<string, Promise<Desired>>();

/** The same text is read once, however many worlds are made of it. */
function desiredOf(config: string): Promise<Desired> {
  const desired = known.get(config) ?? desiredFrom(config);
  known.set(config, desired);
  return desired;
}

async function desiredFrom(config: string): Promise<Desired> {
  const cwd = await mkdtemp(join(tmpdir(), 'vocabsync-'));
  await writeInto(cwd, 'vocab.config.yaml', config);
  const { desired, diagnostics } = await check({ cwd }, { now: () => 0 }).finally(() =>
    rm(cwd, { recursive: true }),
  );
  if (desired === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return desired;
}

function openSessionAt(
  url: string,
  clock: Clock,
  { parallelism = 4, timeout_ms = 10_000 }: HttpTurn,
): Session {
  return openSession({
    remote: remoteAt(url, timeout_ms),
    account: { endpoint: url, workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    clock,
    random: () => 0.5,
    parallelism,
  });
}

function remoteAt(url: string, timeout_ms: number): Remote {
  const transport = httpTransport({ timeout_ms, env: {} });
  return createDashscopeRemote({ endpoint: url, url, key: 'any', workspace: null, version: '0', transport });
}
