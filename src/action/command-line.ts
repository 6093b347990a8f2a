import type { Inputs } from './inputs.js';

/** Where the reports go that are not for the log. */
export interface ReportFiles {
  readonly json: string;
  readonly markdown: string;
}

/** The arguments of the program. The user's own come last, so that they prevail. */
export function commandLine(inputs: Inputs, digest: string | null, files: ReportFiles): string[] {
  const { command, config, args } = inputs;
  return [command, `--config=${config}`, '--color=always', ...reporting(inputs, digest, files), ...args];
}

/** Annotations in the log, and reports in files; `apply` has the one report that it prints. */
function reporting({ command, base }: Inputs, digest: string | null, files: ReportFiles): string[] {
  const annotated = ['--format=github'];
  const written = [...annotated, `--out=${files.json}`, `--out=${files.markdown}`];
  switch (command) {
    case 'validate':
      return annotated;
    case 'plan':
      return [...written, '--detailed-exitcode'];
    case 'diff':
      return [...written, '--detailed-exitcode', `--base=${base}`];
    case 'drift':
      return written;
    case 'apply':
      return ['--format=markdown', ...(digest === null ? [] : [`--expect-digest=${digest}`])];
  }
}
