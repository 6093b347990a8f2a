import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../cli/context.js';
import { draw } from '../report/forms.js';
import type { ActionCommand } from './inputs.js';
import type { Part } from './outcome.js';
import { type Ended, reportLook, runCommand } from './run-command.js';

export interface Combination {
  readonly command: ActionCommand;
  readonly parts: readonly Part[];
  /** Where the report of all goes, for programs. */
  readonly json: string;
}

/** Runs the program once more, on what it has said of each configuration; the log ends with what they come to. */
export async function combineReports(
  { command, parts, json }: Combination,
  context: Context,
): Promise<Ended> {
  const files: string[] = [];
  for (const [index, part] of parts.entries()) {
    files.push(
      part.json ?? (await writeDocument(part, join(dirname(json), `said-${index + 1}.json`), context)),
    );
  }
  const ended = await runCommand(['combine', '--format=text', `--out=${json}`, ...files], context);
  const { saying } = ended;
  if (saying.as !== 'failure') return ended;
  // Where nothing could be combined, it is still the comment of this command that says so.
  return { ...ended, saying: { ...saying, view: () => ({ ...saying.view(), kind: command }) } };
}

/** What failed has written no file, and is a row of the report all the same. */
async function writeDocument(
  { file, account, saying }: Part,
  path: string,
  context: Context,
): Promise<string> {
  const document = () => ({ account: { name: account, config: file }, ...saying.document() });
  await writeFile(path, await draw('json', { ...saying, document }, reportLook(file, account, context)));
  return path;
}
