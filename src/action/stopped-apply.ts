import { exitCodes } from '../cli/exit-code.js';
import { printable } from '../model/text/printable.js';
import { clipped, firstNames } from '../report/markdown/clip.js';
import { codeSpan, sentence } from '../report/markdown/escape-markdown.js';
import { isUnapproved, type Outcome, type Part } from './outcome.js';

/** An apply that has not come to its end: at which configuration, and what that means for the others. */
interface Stop {
  readonly at: Part;
  readonly why: string;
  readonly done: readonly string[];
  readonly untried: readonly string[];
}

type Run = Pick<Outcome, 'parts' | 'untried'>;

/** Why an apply stopped, and what it has done until then, as lines for the page of the run. null when it did not. */
export function stopMessage(run: Run): string | null {
  const stop = stopOf(run);
  if (stop === null) return null;
  return [
    `apply stopped at ${printable(stop.at.file)}: ${stop.why}`,
    `done before: ${named(stop.done, printable)}`,
    `not tried: ${named(stop.untried, printable)}`,
    isUnapproved(stop.at) ? byHand : 'the summary of this run says why',
  ].join('\n');
}

const byHand =
  'review its plan in the summary of this run, then run the workflow by hand with this configuration alone and its digest';

/** The same between the headline of a report and its table, which has a row for each configuration that was come to. */
export function withStop(report: string, run: Run): string {
  const stop = stopOf(run);
  const end = report.indexOf('\n\n');
  if (stop === null || end < 0) return report;
  const items = [
    `**Stopped** at ${inCode(stop.at.file)}: ${sentence(stop.why)}`,
    `Done before: ${named(stop.done, inCode)}`,
    `**Not tried**: ${named(stop.untried, inCode)}`,
  ];
  return `${report.slice(0, end)}\n\n${items.map((item) => `- ${item}\n`).join('')}${report.slice(end + 1)}`;
}

function named(files: readonly string[], render: (file: string) => string): string {
  return files.length === 0 ? 'none' : firstNames(files, render);
}

function inCode(file: string): string {
  return codeSpan(clipped(printable(file), 200));
}

function stopOf({ parts, untried }: Run): Stop | null {
  const at = parts.find(({ exitCode }) => exitCode !== exitCodes.done);
  if (at === undefined) return null;
  const done = parts.slice(0, parts.indexOf(at)).map(({ file }) => file);
  return { at, why: whyOf(at), done, untried };
}

function whyOf(part: Part): string {
  return isUnapproved(part)
    ? `nothing was applied there, because nobody has reviewed it: ${part.approval.missing}`
    : `it ended with exit code ${part.exitCode}`;
}
