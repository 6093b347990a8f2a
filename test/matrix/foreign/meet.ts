import { parseCall } from '../../../src/emulator/call.js';
import { createEmulator, type Emulator } from '../../../src/emulator/emulator.js';
import { serveEmulator } from '../../../src/emulator/server.js';
import type { Clock } from '../../../src/model/ports.js';
import { type Chance, chanceOf } from '../../support/chance.js';
import { temporaryFolder, writeInto } from '../../support/world.js';
import { backupsOnDisk } from '../backups-on-disk.js';
import { configOf, drawAccount, drawWanted, type Wanted } from './drawn-account.js';
import { isOurWrite, judge, madeTwice, notAsWanted } from './judge.js';
import { type Entry, openWitness, ourKey, spellLog, type Witness } from './witness.js';
import { openWriter, type Writer } from './writer.js';

/** How one run ended. */
export interface Ending {
  readonly converged: boolean;
  /** Why it did not: codes of errors, and rules that block a plan. */
  readonly why: readonly string[];
  /** What it says and no run should. */
  readonly breaches: readonly string[];
}

export interface Met {
  readonly endings: readonly Ending[];
  readonly breaches: readonly string[];
  /** Writes of ours over what was done since our look. */
  readonly unavoidable: number;
}

/** Where a run takes place, and who is to hear of its steps. */
export interface Place {
  readonly cwd: string;
  readonly url: string;
  readonly clock: Clock;
  readonly witness: Witness;
  readonly parallelism: number;
}

/** What runs apply: in this process, over HTTP all the same, or as a process of its own. */
export interface Program {
  readonly run: (place: Place) => Promise<Ending>;
  readonly clock: () => Clock;
  /** How long lists are deployed, in milliseconds of that clock. */
  readonly deploy_ms: number;
  readonly knowsSteps: boolean;
}

/** Runs that somebody else disturbs, then one or two in peace. */
export async function meet(seed: number, runs: number, program: Program): Promise<Met> {
  const chance = chanceOf(seed);
  const scene = await openScene(seed, chance, program);
  const { witness, writers, list_quota, parallelism } = scene;
  try {
    const endings: Ending[] = [];
    const roaming = chance.is(0.5) ? writers.roaming.roam() : null;
    for (let count = 0; count < runs; count++) {
      if (chance.is(0.7)) await writers.waylaying.relent();
      await scene.want(drawWanted(chance, list_quota));
      endings.push(await runIn(scene, program));
    }
    writers.waylaying.stop();
    writers.roaming.stop();
    await roaming;
    const inPeace = [await runIn(scene, program)];
    if (!isSettled(inPeace[0])) inPeace.push(await runIn(scene, program));
    const { knowsSteps } = program;
    const verdict = judge({ log: witness.log, list_quota, knowsSteps, isOneByOne: parallelism === 1 });
    const last = inPeace.at(-1);
    const breaches = [
      ...verdict.breaches,
      ...[...endings, ...inPeace].flatMap((ending) => ending.breaches),
      ...(isSettled(last) ? [] : [`in peace it ended with ${JSON.stringify(last)}`]),
    ];
    return { endings, breaches: told(breaches, seed, witness.log), unavoidable: verdict.unavoidable };
  } finally {
    await scene.close();
  }
}

interface Scene extends Place {
  readonly emulator: Emulator;
  readonly list_quota: number;
  readonly writers: { readonly waylaying: Writer; readonly roaming: Writer };
  readonly wanted: () => readonly Wanted[];
  /** Writes the configuration anew. */
  readonly want: (wanted: readonly Wanted[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openScene(seed: number, chance: Chance, program: Program): Promise<Scene> {
  const { list_quota, switches, seeds } = drawAccount(chance, program.deploy_ms);
  const cwd = await temporaryFolder();
  const clock = program.clock();
  const emulator = createEmulator({ clock, switches });
  await emulator.seed(seeds);
  const witness = openWitness({ emulator, kept: () => backupsOnDisk(cwd) });
  let handle = witness.handle;
  const server = await serveEmulator({ ...emulator, handle: (request) => handle(request) });
  let wanted: readonly Wanted[] = [];
  const zeal = chance.pick([0.05, 0.2, 0.8]);
  const open = (draws: Chance) =>
    openWriter({ emulator, url: server.url, chance: draws, zeal, list_quota, wanted: () => wanted });
  // One has draws of its own: how many it makes depends on the machine, and the others shall not.
  const writers = { waylaying: open(chance), roaming: open(chanceOf(seed + 1_000_000)) };
  handle = besideWriter(witness.handle, writers.waylaying);
  return {
    cwd,
    url: server.url,
    clock,
    witness,
    parallelism: program.knowsSteps ? chance.pick([1, 4]) : 1,
    emulator,
    list_quota,
    writers,
    wanted: () => wanted,
    want: async (next) => {
      wanted = next;
      await writeInto(cwd, 'vocab.config.yaml', configOf(next, list_quota));
    },
    close: server.close,
  };
}

async function runIn(scene: Scene, program: Program): Promise<Ending> {
  const { witness, emulator, clock, wanted } = scene;
  const from = witness.log.length;
  const ending = await program.run(scene);
  const lists = await emulator.account();
  const breaches = [
    ...ending.breaches,
    ...madeTwice(witness.log, lists),
    ...falseEnding(ending, witness.log.slice(from), { lists, wanted: wanted(), now: clock.now() }),
  ];
  return { ...ending, breaches };
}

/** Our requests with somebody in wait for them. */
function besideWriter(handle: Emulator['handle'], { waylay, follow }: Writer): Emulator['handle'] {
  return async (request) => {
    if (request.headers['authorization'] !== `Bearer ${ourKey}`) return handle(request);
    const call = parseCall(request.body);
    const named = call?.input['vocabulary_id'];
    const passing = {
      action: call?.action ?? null,
      vocabulary_id: typeof named === 'string' ? named : null,
    };
    await waylay(passing);
    const reply = await handle(request);
    const made = reply.kind === 'answer' ? /vocab-\w+-\w+/.exec(reply.response.body)?.[0] : undefined;
    await follow(passing.action === 'create' ? { ...passing, vocabulary_id: made ?? null } : passing);
    return reply;
  };
}

/** Converged, or held back by what only people can decide. */
function isSettled(ending: Ending | undefined): boolean {
  if (ending === undefined || ending.converged) return ending !== undefined;
  return ending.why.length > 0 && ending.why.every((each) => each === 'rival' || each === 'no-slot');
}

/** What a run says of its end, held against the account, if nobody has written to that since it last did. */
function falseEnding(
  { converged, why }: Ending,
  log: readonly Entry[],
  { lists, wanted, now }: Judgement,
): string[] {
  const since = log.slice(log.findLastIndex(isOurWrite) + 1);
  if (converged && !since.some(isTheirs)) {
    return notAsWanted(lists, wanted, now).map((each) => `it says that it converged, but ${each}`);
  }
  if (converged || why.length > 0 || log.some(isTheirs)) return [];
  return ['it did not converge, although nobody disturbed it, and does not say why'];
}

interface Judgement {
  readonly lists: Awaited<ReturnType<Emulator['account']>>;
  readonly wanted: readonly Wanted[];
  readonly now: number;
}

function isTheirs(entry: Entry): boolean {
  return !('begun' in entry) && entry.by === 'them' && entry.isDone;
}

/** With all that happened, since no two plays of a seed need be the same. */
function told(breaches: readonly string[], seed: number, log: readonly Entry[]): string[] {
  if (breaches.length === 0) return [];
  return [`seed ${seed}: ${breaches.join('; ')}`, ...spellLog(log)];
}
