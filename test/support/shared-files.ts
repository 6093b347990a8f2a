import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAlive } from '../../src/library/machine.js';
import { sharedFiles } from '../../src/workspace/shared-files.js';

/** The files of this process, as the program shares them with others. */
export const testFiles = sharedFiles({ pid: process.pid, isAlive }, (file) =>
  mkdir(dirname(file), { recursive: true }),
);
