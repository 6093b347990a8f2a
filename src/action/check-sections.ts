import { Buffer } from 'node:buffer';
import type { Context } from '../cli/context.js';
import { printable } from '../model/text/printable.js';
import { draw } from '../report/forms.js';
import { codeSpan } from '../report/markdown/escape-markdown.js';
import type { Part } from './outcome.js';
import { reportLook } from './run-command.js';

/** GitHub drops a summary of more than a mebibyte, without a word to whoever looks for it. */
const largestSummary = 900_000;

/** What a check has found in each of several configurations, one below the other. */
export async function checkSections(parts: readonly Part[], context: Context): Promise<string> {
  let text = '';
  for (const part of parts) {
    const next = `${text}${await section(part, context)}\n`;
    if (Buffer.byteLength(next) > largestSummary) return `${text}The rest is in the log of this run.\n`;
    text = next;
  }
  return text;
}

async function section({ file, account, saying }: Part, context: Context): Promise<string> {
  const report = await draw('markdown', saying, reportLook(file, account, context));
  return `## ${codeSpan(printable(file))}\n\n${report}`;
}
