import type { OutputFacts, OutputFile } from '../../doctor/facts.js';
import type { Config, Output } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { isUsable, type Plan } from '../../model/plan.js';
import { collectIds } from '../../report/ids/collect-ids.js';
import { renderIds } from '../../report/ids/render-ids.js';
import { readOutput } from '../../workspace/published/outputs.js';
import { parsePublished } from '../../workspace/published/parse-published.js';
import { attempt } from './attempt.js';

/** Reads the files that programs read their ids and words from. */
export async function readOutputs(
  { outputs, directory }: Config,
  { plan, desired }: { readonly plan: Plan; readonly desired: Desired | null },
): Promise<OutputFacts> {
  const ids = desired === null ? noIds : collectIds(plan, desired.consumers);

  async function read(output: Output): Promise<OutputFile> {
    const { path, format } = output;
    const text = await attempt(() => readOutput(directory, path));
    if (!text.done) return { path, file: text, isCurrent: false };
    const { value } = text;
    const file = value === null ? ({ path, kind: 'absent' } as const) : parsePublished(value, output);
    return { path, file: { done: true, value: file }, isCurrent: value === renderIds(ids, format) };
  }

  return { files: await Promise.all(outputs.map(read)), ids, isWhole: desired !== null && isUsable(plan) };
}

/** A configuration with errors publishes nothing. */
const noIds = { vocabularies: {}, consumers: {} };
