import type { Inputs } from './inputs.js';

/** The arguments of the program. What the user may say as well is not among them: it would be given twice. */
export function commandLine(inputs: Inputs, digest: string | null, json: string): [string, ...string[]] {
  const { command, config, args } = inputs;
  return [command, `--config=${config}`, ...reporting(inputs, digest, json), ...args];
}

/** Text and annotations in the log, and the report for programs in a file. */
function reporting(inputs: Inputs, digest: string | null, json: string): string[] {
  const { command, base } = inputs;
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
    case 'eval':
      return [...written, ...evaluating(inputs)];
  }
}

/** Nobody can be asked here: whoever wrote the budget into the workflow has said yes to it. */
function evaluating({ baseline, maxAudio }: Inputs): string[] {
  return [
    '--yes',
    ...(maxAudio === null ? [] : [`--max-audio=${maxAudio}`]),
    ...(baseline === null ? [] : [`--baseline=${baseline}`]),
  ];
}
