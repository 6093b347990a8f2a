import type { Inputs } from './inputs.js';

/** The arguments of the program. The user's own come last, so that they prevail. */
export function commandLine(inputs: Inputs, digest: string | null, json: string): string[] {
  const { command, config, args } = inputs;
  return [command, `--config=${config}`, '--color=always', ...reporting(inputs, digest, json), ...args];
}

/** Text and annotations in the log, and the report for programs in a file. */
function reporting({ command, base }: Inputs, digest: string | null, json: string): string[] {
  const shown = ['--format=github'];
  const written = [...shown, `--out=${json}`];
  switch (command) {
    case 'validate':
      return shown;
    case 'drift':
      return written;
    case 'plan':
      return [...written, '--detailed-exitcode'];
    case 'diff':
      return [...written, '--detailed-exitcode', `--base=${base}`];
    case 'apply':
      return [...shown, ...(digest === null ? [] : [`--expect-digest=${digest}`])];
  }
}
