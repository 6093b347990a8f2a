import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';

/** What later steps read as `steps.<id>.outputs.<name>`. */
export type StepOutputs = Readonly<Record<'exit-code' | 'has-changes' | 'digest' | 'plan-json', string>>;

/** Appends outputs, each between delimiters that nobody can foresee, so that no value can add an output of its own. */
export async function writeOutputs(file: string | null, outputs: StepOutputs): Promise<void> {
  if (file === null) return;
  const entries = Object.entries(outputs).map(([name, value]) => entry(name, value));
  await appendFile(file, entries.join(''));
}

function entry(name: string, value: string): string {
  const delimiter = `vocabsync-${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Appends Markdown to the page of the run. */
export async function writeSummary(file: string | null, markdown: string): Promise<void> {
  if (file !== null) await appendFile(file, `${markdown.trimEnd()}\n\n`);
}
