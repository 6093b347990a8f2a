import { parseCall } from '../../../src/emulator/call.js';
import { createEmulator, type Emulator } from '../../../src/emulator/emulator.js';
import { serveEmulator } from '../../../src/emulator/server.js';
import type { Clock } from '../../../src/model/ports.js';
import { type Chance, chanceOf } from '../../support/chance.js';
import { temporaryFolder, writeInto } from '../../support/world.js';
import { backupsOnDisk } from '../backups-on-disk.js';
import { configOf, drawAccount, drawWanted, type Wanted } from './drawn-account.js';
import { judge, madeTwice, notAsWanted } from './judge.js';
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
  /** Writes of theirs that the account carried out. */
  readonly theirs: number;
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

/** Runs that somebody else disturbs, then runs in peace. */
export async function meet(seed: number, runs: number, program: Program): Promise<Met> {
  const chance = chanceOf(seed);
  const account = drawAccount(chance, program.deploy_ms);
  const parallelism = program.knowsSteps ? chance.pick([1, 4]) : 1;
  const cwd = await temporaryFolder();
  const clock = program.clock();
  const emulator = createEmulator({ clock, switches: account.switches });
  await emulator.seed(account.seeds);
  const witness = openWitness({ emulator, kept: () => backupsOnDisk(cwd) });
  let wanted: readonly Wanted[] = [];
  const listener = { ...emulator, handle: (request: Parameters<Emulator['handle']>[0]) => heard(request) };
  const server = await serveEmulator(listener);
  const zeal = chance.pick([0.05, 0.2, 0.8]);
  const { list_quota } = account;
  const writerOf = (draws: Chance) =>
    openWriter({ emulator, url: server.url, chance: draws, zeal, list_quota, wanted: () => wanted });
  const writer = writerOf(chance);
  const heard = besideWriter(witness.handle, writer);
  // Draws of its own: how many it makes depends on the machine, and the others shall not.
  const roamer = writerOf(chanceOf(seed + 1_000_000));
  const place = { cwd, url: server.url, clock, witness, parallelism };
  const ended = async (from: number, ending: Ending): Promise<Ending> => {
    const lists = await emulator.account();
    const breaches = [
      ...ending.breaches,
      ...madeTwice(witness.log, lists),
      ...falseEnding(ending, witness.log.slice(from), { lists, wanted, now: clock.now() }),
    ];
    return { ...ending, breaches };
  };
  const run = async (): Promise<Ending> => {
    const from = witness.log.length;
    return ended(from, await program.run(place));
  };
  try {
    const endings: Ending[] = [];
    const roaming = chance.is(0.5) ? roamer.roam() : null;
    for (let count = 0; count < runs; count++) {
      if (chance.is(0.7)) await writer.relent();
      wanted = drawWanted(chance, list_quota);
      await writeInto(cwd, 'vocab.config.yaml', configOf(wanted, list_quota));
      endings.push(await run());
    }
    writer.stop();
    roamer.stop();
    await roaming;
    const inPeace = [await run()];
    if (!isSettled(inPeace[0])) inPeace.push(await run());
    const last = inPeace.at(-1);
    const { breaches, unavoidable } = judge({
      log: witness.log,
      list_quota,
      knowsSteps: program.knowsSteps,
      isOneByOne: parallelism === 1,
    });
    const all = [
      ...breaches,
      ...[...endings, ...inPeace].flatMap((ending) => ending.breaches),
      ...(isSettled(last) ? [] : [`in peace it ended with ${JSON.stringify(last)}`]),
    ];
    return {
      endings,
      breaches: told(all, seed, witness.log),
      unavoidable,
      theirs: witness.log.filter(isTheirs).length,
    };
  } finally {
    await server.close();
  }
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

/** What a run says of its end, held against the account, as far as nobody has written to that since it looked. */
function falseEnding(
  { converged, why }: Ending,
  log: readonly Entry[],
  { lists, wanted, now }: Judgement,
): string[] {
  const look = log.findLastIndex(
    (entry) => !('begun' in entry) && entry.by === 'us' && entry.action === 'list' && entry.page_index === 0,
  );
  if (converged && !log.slice(look).some(isTheirs)) {
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
