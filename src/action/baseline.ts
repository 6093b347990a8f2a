import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../cli/context.js';
import { printable } from '../model/text/printable.js';
import type { Inputs } from './inputs.js';
import { annotation } from './workflow-command.js';

/**
 * Leaves the baseline out where its file is not there, and says so: the first run of a branch has none, and an artifact
 * that has expired is no reason to fail. One that is there and cannot be read is an error of the command.
 */
export async function withBaseline(
  inputs: Inputs,
  { cwd, stdout }: Pick<Context, 'cwd' | 'stdout'>,
): Promise<Inputs> {
  const { command, baseline } = inputs;
  if (command !== 'eval' || baseline === null || (await isThere(resolve(cwd, baseline)))) return inputs;
  stdout.write(annotation('notice', `no baseline at ${printable(baseline)}: compared with nothing`));
  return { ...inputs, baseline: null };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
