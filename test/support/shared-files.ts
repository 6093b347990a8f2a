import { isAlive } from '../../src/cli/context.js';
import { sharedFiles } from '../../src/workspace/shared-files.js';

/** The files of this process, as the program shares them with others. */
export const testFiles = sharedFiles({ pid: process.pid, isAlive });
