import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/cli/process/clock.js';
import { parseCall } from '../../src/emulator/call.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { accountLock } from '../../src/workspace/account-lock.js';
import { type ProcessOptions, start, vocabsync } from '../e2e/processes.js';
import { type Moment, recordingStorage } from '../support/recording-storage.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { backupsOnDisk } from './backups-on-disk.js';
import { breaches } from './breaches.js';
import { config, lists, settled, unlessHolding } from './full-account.js';
import { isAt, type Position } from './position.js';

/** When a process dies: with one of its requests at the account, which acts on it or does not, or some time later. */
export interface Kill {
  readonly position: Position;
  readonly moment: 'before acting' | 'after acting' | { readonly ms_later: number };
}

export interface Played {
  /** Whether the process died of it, and had not come to its end before. */
  readonly killed: boolean;
  /** Whether the dead process had left its lock. */
  readonly left_lock: boolean;
  /** What was not as promised, in sentences. */
  readonly breaches: readonly string[];
}

/** How long the account takes to act on a request, in milliseconds. */
export const latency_ms = 10;

/** Kills one apply, lets another follow, and judges both by the account and the disk. */
export async function playKill(kill: Kill): Promise<Played> {
  const scene = await openScene((request) => handle(request));
  const child = start('apply --yes', scene.program);
  const end = once(child, 'exit');
  const handle = ambush(scene.emulator, kill, async () => {
    child.kill('SIGKILL');
    await end;
  });
  const [, signal] = await end;
  const left_lock = existsSync(await lockOf(scene.program));
  return { killed: signal === 'SIGKILL', left_lock, breaches: await applyAgain(scene) };
}

/** Where the lock of the account lies, for all folders of this machine. */
function lockOf({ cwd, env }: Scene['program']): Promise<string> {
  return accountLock({
    account: {
      endpoint: env['VOCABSYNC_ENDPOINT'] ?? '',
      workspace: null,
      name: null,
      api_key_env: 'DASHSCOPE_API_KEY',
    },
    owner: { directory: cwd, file: 'vocab.config.yaml' },
  });
}

/** Has a process kill itself where a module says so that is loaded before the program; in sentences as above. */
export async function playSuicide(module: string): Promise<string[]> {
  const scene = await openScene((request) => scene.emulator.handle(request));
  const { cwd, env } = scene.program;
  await writeInto(cwd, 'die.mjs', module);
  const NODE_OPTIONS = `--import ${join(cwd, 'die.mjs')}`;
  const { code } = await vocabsync('apply --yes', { cwd, env: { ...env, NODE_OPTIONS } });
  // A half-written one would be refused here, and in a restore.
  backupsOnDisk(cwd);
  return [...(code === null ? [] : ['the process did not die']), ...(await applyAgain(scene))];
}

/** A repository on the disk and an account behind a server, which also carries out what a dead process has sent. */
interface Scene {
  readonly emulator: Emulator;
  readonly history: readonly Moment[];
  readonly program: Required<ProcessOptions>;
}

async function openScene(handle: Emulator['handle']): Promise<Scene> {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', config);
  const storage = recordingStorage({ clock: systemClock, kept: () => backupsOnDisk(cwd) });
  const emulator = createEmulator({ clock: systemClock, storage, switches: { latency_ms } });
  await emulator.seed(lists);
  const server = await serveEmulator({ ...emulator, handle });
  onTestFinished(() => server.close());
  const env = { DASHSCOPE_API_KEY: 'sk-any', VOCABSYNC_ENDPOINT: server.url };
  return { emulator, history: storage.history, program: { cwd, env } };
}

/** The account as it is, but for the one request that decides. */
function ambush(
  emulator: Emulator,
  { position, moment }: Kill,
  die: () => Promise<void>,
): Emulator['handle'] {
  let before = 0;
  return async (request) => {
    const counts = isAt(position, parseCall(request.body)?.action ?? null);
    const isMeant = counts && before === position.skip;
    if (counts) before += 1;
    if (!isMeant) return emulator.handle(request);
    if (moment === 'before acting') {
      await die();
      return { kind: 'cut' };
    }
    if (typeof moment === 'object') setTimeout(die, moment.ms_later);
    const reply = await emulator.handle(request);
    if (moment === 'after acting') await die();
    return reply;
  };
}

async function applyAgain({ emulator, history, program }: Scene): Promise<string[]> {
  const { code, stderr } = await vocabsync('apply --yes', program);
  return [
    ...(code === 0 ? [] : [`the next apply ended with ${code}: ${stderr}`]),
    ...unlessHolding(await emulator.account(), settled),
    ...breaches({ history, requests: emulator.requests }),
  ];
}
