import { chmod } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { project } from '../ci-examples/read-example.js';
import { temporaryFolder, writeInto } from '../support/world.js';

/* `vocabsync` and `npx` for scripts of examples: they find the built program instead of a registry. */
const program = `exec "${process.execPath}" "${join(project, 'dist/cli/main.js')}"`;

const stubs: Readonly<Record<string, string>> = {
  vocabsync: `#!/bin/sh\n${program} "$@"\n`,
  npx: `#!/bin/sh\n[ "$1" = --yes ] || exit 90\ncase "$2" in vocabsync@*) ;; *) exit 91 ;; esac\nshift 2\n${program} "$@"\n`,
};

/** The way to programs, with ours among them, and to the embedded emulator in the place of the vendor. */
export async function environment(): Promise<Record<string, string>> {
  const bin = await temporaryFolder();
  for (const [name, text] of Object.entries(stubs)) {
    await writeInto(bin, name, text);
    await chmod(join(bin, name), 0o755);
  }
  const path = [bin, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { PATH: path, VOCABSYNC_ENDPOINT: 'emulator' };
}
