import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackedUpList } from '../../src/model/observed.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';

/** What the runs of a configuration have kept. Read at once, so that nothing happens to the account meanwhile. */
export function backupsOnDisk(directory: string): BackedUpList[] {
  const folder = join(directory, '.vocabsync', 'backups');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parseBackup(readFileSync(join(folder, file), 'utf8'), file));
}
