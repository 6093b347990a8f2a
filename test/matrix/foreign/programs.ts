import { apply } from '../../../src/library/apply.js';
import { check } from '../../../src/library/check.js';
import { systemClock } from '../../../src/library/clock.js';
import type { Machine } from '../../../src/library/machine.js';
import { openAccount } from '../../../src/library/open-account.js';
import { plan } from '../../../src/library/planning/plan.js';
import { requireUsable } from '../../../src/library/require-usable.js';
import { VocabError } from '../../../src/model/errors.js';
import { vocabsync } from '../../e2e/processes.js';
import { manualClock } from '../../support/emulator.js';
import { unfounded } from './judge.js';
import type { Ending, Place, Program } from './meet.js';
import { ourKey } from './witness.js';

/** The library, with its own transport and its backups on the disk; only its pauses are over at once. */
export const inProcess: Program = {
  clock: manualClock,
  deploy_ms: 900,
  knowsSteps: true,
  run: async (place) => {
    try {
      return await applyThere(place);
    } catch (error) {
      if (!(error instanceof VocabError)) throw error;
      return { converged: false, why: [error.code], breaches: unlessHonest([error.code]) };
    }
  },
};

async function applyThere({ cwd, url, clock, witness, parallelism }: Place): Promise<Ending> {
  const machine: Machine = { cwd, env: {}, clock, version: '1.2.3', pid: 4711, isAlive: () => false };
  const checked = requireUsable(await check({}, machine));
  const options = { endpoint: url, api_key: ourKey, parallelism, random: () => 0.5 };
  const account = await openAccount(checked.config, options, machine);
  const planned = await plan(checked, account);
  if (planned.blocked.length > 0) {
    const why = planned.blocked.map(({ rule }) => rule);
    return { converged: false, why, breaches: unlessHonest(why) };
  }
  const { result } = await apply(
    planned,
    { checked, account },
    {
      approval: 'by-the-caller',
      // Enough for any list to be `OK`, and not too much for one that somebody has deleted.
      wait: 10_000,
      machine,
      onEvent: (event) => {
        // A create has its turn later, as one list is made at a time.
        const begins = event.kind === 'making' || (event.kind === 'started' && event.step.op !== 'create');
        if (begins) witness.begin(event.step);
      },
    },
  );
  const codes = [...result.steps.map(({ error }) => error), result.final_error].flatMap((error) =>
    error === null ? [] : [error.code],
  );
  const blocked = (result.final?.blocked ?? []).map(({ rule }) => rule);
  const breaches = [...unlessHonest(codes), ...unfounded(result.steps, witness.log)];
  return { converged: result.converged, why: [...codes, ...blocked], breaches };
}

/** What somebody else may make of a run, and what it may say of that. */
const honest = ['conflict', 'not-found', 'quota-full', 'not-ready', 'listing-incomplete', 'rival', 'no-slot'];

function unlessHonest(codes: readonly string[]): string[] {
  return codes.filter((code) => !honest.includes(code)).map((code) => `it ended with ${code}`);
}

/** The command that users have, as a process. */
export const asProcess: Program = {
  clock: () => systemClock,
  deploy_ms: 50,
  knowsSteps: false,
  run: async ({ cwd, url }) => {
    const env = { DASHSCOPE_API_KEY: ourKey, VOCABSYNC_ENDPOINT: url };
    const ended = await vocabsync('apply --yes --parallelism 1 --wait 2s --rate 100 --format json', {
      cwd,
      env,
    });
    const { code, stdout, stderr } = ended;
    // Done; blocked, stale, partly done, or an account that does not hold still.
    const isHonest = code !== null && [0, 4, 5, 6, 8].includes(code);
    const why = code === 0 ? [] : code === 4 ? blockedBy(stdout) : [`exit ${code}`];
    return {
      converged: code === 0,
      why,
      breaches: isHonest ? [] : [`it ended with ${code}: ${stdout} ${stderr}`],
    };
  },
};

function blockedBy(stdout: string): string[] {
  const { blocked = [], error = null } = JSON.parse(stdout) as {
    readonly blocked?: readonly { readonly rule: string }[];
    readonly error?: { readonly code: string } | null;
  };
  if (blocked.length > 0) return blocked.map(({ rule }) => rule);
  return [error?.code ?? 'exit 4'];
}
