import type { OutputFact } from '../../doctor/facts.js';
import type { Config } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { isUsable, type Plan } from '../../model/plan.js';
import { collectIds } from '../../report/ids/collect-ids.js';
import { renderIds } from '../../report/ids/render-ids.js';
import { readOutput } from '../../workspace/outputs.js';
import { attempt } from './attempt.js';

/** Reads the files that programs read their ids from, each with what an apply would write. */
export async function readOutputs(
  { outputs, directory }: Config,
  { plan, desired }: { readonly plan: Plan; readonly desired: Desired | null },
): Promise<OutputFact[]> {
  const ids = desired !== null && isUsable(plan) ? collectIds(plan, desired.consumers) : null;
  return Promise.all(
    outputs.map(async ({ path, format }) => ({
      path,
      format,
      text: await attempt(() => readOutput(directory, path)),
      expected: ids === null ? null : renderIds(ids, format),
    })),
  );
}
