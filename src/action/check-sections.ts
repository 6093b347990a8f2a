import { Buffer } from 'node:buffer';
import type { Context } from '../cli/context.js';
import { printable } from '../model/text/printable.js';
import { draw } from '../report/forms.js';
import { codeSpan } from '../report/markdown/escape-markdown.js';
import { renderMarker } from '../report/markdown/marker.js';
import { largestComment } from '../report/markdown/render-markdown.js';
import type { Part } from './outcome.js';
import { reportLook } from './run-command.js';

/** GitHub drops a summary of more than a mebibyte, without a word to whoever looks for it. */
const largestSummary = 900_000;

/** What a check has found in each of several configurations, one below the other. */
export async function checkSections(parts: readonly Part[], context: Context): Promise<string> {
  let text = '';
  for (const part of parts) {
    const next = `${text}${await section(part, context)}\n`;
    if (Buffer.byteLength(next) > largestSummary) return `${text}${rest}`;
    text = next;
  }
  return text;
}

/**
 * What evaluations have found in each of several configurations. It is a comment too: found again by its first line, and
 * no longer than one may be. What finds no room is named, so that nobody takes the others for all.
 * @param config what all of them are called together
 */
export async function evaluationSections(
  parts: readonly Part[],
  config: string,
  context: Context,
): Promise<string> {
  const marker = renderMarker({ kind: 'eval', config, account: null, digest: null });
  let text = `${marker}\n\n`;
  for (const part of parts) {
    const whole = `${await section(part, context)}\n`;
    const next = text.length + whole.length <= largestComment ? whole : `${heading(part)}${elsewhere}`;
    if (text.length + next.length > largestComment) return `${text}${rest}`;
    text += next;
  }
  return text;
}

const rest = 'The rest is in the log of this run.\n';
const elsewhere = 'Its report is in the log of this run.\n\n';

async function section(part: Part, context: Context): Promise<string> {
  const { file, account, saying } = part;
  return `${heading(part)}${await draw('markdown', saying, reportLook(file, account, context))}`;
}

function heading({ file }: Part): string {
  return `## ${codeSpan(printable(file))}\n\n`;
}
