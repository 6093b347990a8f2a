import { type ExitCode, exitCodes } from '../cli/exit-code.js';
import { fenceFor } from '../report/markdown/escape-markdown.js';
import { renderMarker } from '../report/markdown/marker.js';

export interface Printed {
  readonly command: string;
  readonly config: string;
  readonly exitCode: ExitCode;
  /** What the command printed; every line of it is safe to show. */
  readonly log: string;
}

/** GitHub takes 65,536 characters; what a command prints before it gives up is rarely a thousand. */
const mostCharacters = 50_000;

/**
 * The Markdown of a command that has no report of its own: one without, or one that failed before. In a comment it takes
 * the place of an earlier plan, so that nobody goes on to approve that.
 */
export function renderLog({ command, config, exitCode, log }: Printed): string {
  const text = cut(withoutCommands(log).trim());
  const fence = fenceFor([text]);
  const marker = renderMarker({ kind: command, config, digest: null });
  return [marker, `### vocabsync ${command}${endingOf(exitCode)}`, '', `${fence}text`, text, fence, ''].join(
    '\n',
  );
}

function endingOf(exitCode: ExitCode): string {
  if (exitCode === exitCodes.done) return '';
  return exitCode === exitCodes.changes ? ' found changes' : ` failed (exit code ${exitCode})`;
}

/** Annotations are for the runner. */
function withoutCommands(log: string): string {
  const lines = log.split('\n').filter((line) => !line.startsWith('::'));
  return lines.join('\n');
}

function cut(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}\n… the log has the rest`;
}
