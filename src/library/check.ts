import { type Checked, check as checkSource } from '../pipelines/check.js';
import { checkPortsOf } from './check-ports.js';
import { type Machine, thisMachine } from './machine.js';
import { withTrust } from './untrusted-endpoint.js';

/** Which configuration is read. */
export interface CheckSource {
  /** Absolute, or relative to `cwd`: `vocab.config.yaml` unless given. */
  readonly file?: string | undefined;
  /** Absolute: the working directory unless given. Diagnostics name files relative to it. */
  readonly cwd?: string | undefined;
  /** What `openAccount` will be given in place of the configuration's, whose own endpoint is then nobody's business. */
  readonly endpoint?: string | undefined;
}

/**
 * Reads a configuration with all its files and checks every rule, offline: what `vocabsync validate` finds. What is wrong
 * is in the diagnostics, never thrown; `requireUsable` goes on where there is no error.
 */
export async function check(
  { file, cwd, endpoint }: CheckSource = {},
  machine: Pick<Machine, 'cwd' | 'clock'> = thisMachine(),
): Promise<Checked> {
  const checked = await checkSource({ file, cwd: cwd ?? machine.cwd }, checkPortsOf(machine));
  return endpoint === undefined ? withTrust(checked) : checked;
}
