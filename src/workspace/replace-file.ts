import { access, constants, readFile, stat } from 'node:fs/promises';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';
import { writeWhole } from './whole-file.js';

/**
 * Writes a file of somebody's anew, whole and with its permissions.
 * @param read what was read of it, and is there still
 * @throws VocabError `conflict` when it is not, `file-unwritable`
 */
export async function replaceFile(path: string, text: string, read: Uint8Array): Promise<void> {
  const { mode, present } = await look(path);
  if (!present.equals(read)) {
    throw new VocabError('conflict', `${path} has changed since it was read`, {
      hint: 'somebody, or an editor, has saved it meanwhile; run it again',
    });
  }
  await writeWhole(path, text, { mode: mode & 0o777, hint: 'make the file and its folder writable' });
}

/** A folder that can be written lets a file be replaced that cannot: that is asked first. */
async function look(path: string): Promise<{ readonly mode: number; readonly present: Buffer }> {
  try {
    await access(path, constants.W_OK);
    return { mode: (await stat(path)).mode, present: await readFile(path) };
  } catch (cause) {
    const why = messageOf(cause);
    const hint = 'make the file and its folder writable';
    throw new VocabError('file-unwritable', `cannot write ${path}: ${why}`, { hint, cause });
  }
}
