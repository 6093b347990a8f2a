import { findConfigurations, isOneFile } from '../cli/accounts/find-configurations.js';
import { VocabError } from '../model/errors.js';
import { reviewedOne } from './approval.js';
import { type Inputs, inside } from './inputs.js';

/** The configurations a step is for. */
export interface Configurations {
  /** As the repository calls them, in the order in which they are run. */
  readonly files: readonly string[];
  /** Whether their reports are put together into one. That of a pattern is, also where it finds a single file. */
  readonly combined: boolean;
}

/** @throws VocabError `usage` where there are none, or several that are asked what only one can be */
export async function findFiles(inputs: Inputs, workspace: string): Promise<Configurations> {
  const { configs } = inputs;
  if (isOneFile(configs)) return { files: configs, combined: false };
  const found = await findConfigurations(configs, workspace);
  const files = found.map((file) => inside(file, workspace));
  refuseOut(inputs);
  if (files.length > 1) {
    refuseDigest(inputs, files.length);
    refuseBaseline(inputs, files.length);
  }
  return { files, combined: true };
}

/** A digest is of one account, and the others would be stopped by it. */
function refuseDigest({ command, expectDigest }: Inputs, count: number): void {
  if (command !== 'apply' || expectDigest === null || expectDigest === reviewedOne) return;
  throw new VocabError(
    'usage',
    `the input expect-digest is one digest, and config finds ${count} configurations`,
    {
      hint: `make it ${reviewedOne}, or name the one configuration that the digest is of`,
    },
  );
}

/** Evaluations are found again by their names, and those of two configurations may have the same. */
function refuseBaseline({ command, baseline }: Inputs, count: number): void {
  if (command !== 'eval' || baseline === null) return;
  throw new VocabError(
    'usage',
    `the input baseline is one report, and config finds ${count} configurations`,
    {
      hint: 'leave it out, or give each configuration a step with its own baseline',
    },
  );
}

/** The last configuration would be all that is left in the file. */
function refuseOut({ args }: Inputs): void {
  if (!args.some((arg) => arg === '--out' || arg.startsWith('--out='))) return;
  throw new VocabError(
    'usage',
    'the input args has --out, and each configuration would write over its file',
    {
      hint: 'leave it out: the output plan-json has the report of all; or name one configuration',
    },
  );
}
