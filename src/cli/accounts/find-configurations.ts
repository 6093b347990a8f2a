import { resolve } from 'node:path';
import { findConfigs } from '../../config/read/find-configs.js';
import { isPattern } from '../../config/read/glob.js';
import { VocabError } from '../../model/errors.js';
import { printable } from '../../model/text/printable.js';

/**
 * Whether one file is named, and no pattern: that may find one file today and two tomorrow.
 * @internal to be asked by the action, which is a program of its own
 */
export function isOneFile(names: readonly string[]): boolean {
  return names.length === 1 && !names.some(isPattern);
}

/**
 * Finds configurations by files and patterns, each once: in the order of the names, as somebody wants staging before
 * production, and what a pattern finds in the order of the alphabet.
 * @throws VocabError `usage` for a pattern that finds nothing: a run that leaves something out must not pass
 */
export async function findConfigurations(names: readonly string[], cwd: string): Promise<string[]> {
  const found = new Map<string, string>();
  for (const name of names) {
    const files = await findConfigs(name, cwd);
    if (files.length === 0) throw nothingFound(name);
    for (const file of files) {
      const place = resolve(cwd, file);
      if (!found.has(place)) found.set(place, file);
    }
  }
  return [...found.values()];
}

function nothingFound(name: string): VocabError {
  return new VocabError('usage', `no configuration is found by ${name === '' ? '""' : printable(name)}`, {
    hint: 'name files, or a pattern such as envs/*/vocab.config.yaml; none matches what begins with a dot',
  });
}
