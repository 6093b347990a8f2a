import { escapeData } from '../report/github/escape-command.js';

type Annotation = 'notice' | 'warning' | 'error';

/** A line that makes the runner show the message at the run. */
export function annotation(kind: Annotation, message: string): string {
  return `::${kind} title=vocabsync::${escapeData(message)}\n`;
}

/** Folds the lines of the log from here to `endGroup`. */
export function group(title: string): string {
  return `::group::${escapeData(title)}\n`;
}

export const endGroup = '::endgroup::\n';

/** Lines that make the runner show `***` for the secret; it masks line by line. */
export function maskCommands(secret: string): string {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => `::add-mask::${escapeData(line)}\n`).join('');
}
