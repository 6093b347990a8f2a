import fc from 'fast-check';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { positionsOf } from './play-fault.js';
import { type Kill, latency_ms, type Played, playKill, playSuicide } from './play-kill.js';
import { type Position, spellPosition } from './position.js';

/** How many processes each of the first two tests kills; 100 take a minute or two. */
const kills = Number(process.env['VOCABSYNC_KILLS'] ?? 4);
const seed = Number(process.env['VOCABSYNC_SEED'] ?? 1);
const timeout = 60_000 + kills * 5_000;

const positions = await positionsOf({ name: 'an apply', retire: false, parallelism: 1, deploy_ms: 0 });

/** Two moments at each request, those of the writes first. */
const atRequests = [...positions.filter(isWrite), ...positions.filter((position) => !isWrite(position))]
  .flatMap((position): Kill[] => [
    { position, moment: 'before acting' },
    { position, moment: 'after acting' },
  ])
  .slice(0, kills);

const instant = fc.record({
  position: fc.record({ action: fc.constant('any' as const), skip: fc.nat(positions.length - 1) }),
  moment: fc.record({ ms_later: fc.nat(3 * latency_ms) }),
});
const atRandom = fc.sample(fc.noBias(instant), { numRuns: kills, seed });

/** Processes at once: most of their time they wait for answers. */
const limit = pLimit(6);

describe('an apply that is killed, and followed by one apply', () => {
  it(`converges, whichever request it dies of (${atRequests.length} kills)`, { timeout }, async () => {
    const played = await playAll(atRequests);
    expect(played.flatMap(breachesOf)).toEqual([]);
    expect(played.filter(({ killed }) => !killed).map(spell)).toEqual([]);
    // A process that dies of a write dies with the lock in its hands, and the next was not held up by it.
    expect(played.filter(({ kill, left_lock }) => isWrite(kill.position) && !left_lock).map(spell)).toEqual(
      [],
    );
  });

  it(`converges, whenever it dies (${kills} kills at random instants, seed ${seed})`, {
    timeout,
  }, async () => {
    const played = await playAll(atRandom);
    expect(played.flatMap(breachesOf)).toEqual([]);
    expect(played.filter(({ killed }) => killed)).toHaveLength(kills);
  });

  it('converges, when it dies while it writes a backup', async () => {
    const dieAtBackup = `import { open } from 'node:fs/promises';
      const file = await open(process.argv[1]);
      Object.getPrototypeOf(file).writeFile = () => process.kill(process.pid, 'SIGKILL');
      await file.close();`;
    expect(await playSuicide(dieAtBackup)).toEqual([]);
  });
});

interface PlayedKill extends Played {
  readonly kill: Kill;
}

function playAll(chosen: readonly Kill[]): Promise<PlayedKill[]> {
  return Promise.all(chosen.map((kill) => limit(() => playUntilKilled(kill))));
}

/** A process that has come to its end before its time is played again, with half the time. */
async function playUntilKilled(kill: Kill): Promise<PlayedKill> {
  const played = { kill, ...(await playKill(kill)) };
  const { position, moment } = kill;
  if (played.killed || typeof moment === 'string' || moment.ms_later === 0) return played;
  return playUntilKilled({ position, moment: { ms_later: Math.floor(moment.ms_later / 2) } });
}

function breachesOf(played: PlayedKill): string[] {
  return played.breaches.map((breach) => `${spell(played)}: ${breach}`);
}

function spell({ kill: { position, moment } }: PlayedKill): string {
  return `${spellPosition(position)} ${typeof moment === 'string' ? moment : `${moment.ms_later} ms later`}`;
}

function isWrite({ action }: Position): boolean {
  return action !== 'list' && action !== 'query';
}
