import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseRecordings } from '../../emulator/recognition/hearing/parse-recordings.js';
import type { Recording } from '../../emulator/recognition/hearing/recording.js';
import { VocabError } from '../../model/errors.js';
import type { Machine } from '../machine.js';

/** A file of what the emulator hears. */
export interface ReadRecordings {
  readonly recordings: readonly Recording[];
  readonly text: string;
}

/** Reads what the emulator hears. @throws VocabError `config-invalid` with file and line */
export async function readRecordings(file: string, { cwd }: Pick<Machine, 'cwd'>): Promise<ReadRecordings> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown'})`;
    throw new VocabError('config-invalid', `the recordings could not be read from ${file}: ${why}`, {
      hint: 'name a file with [{"sha256":"…","text":"…"}]; docs/emulator.md says what else it may hold',
      cause,
    });
  });
  return { recordings: parseRecordings(text, file), text };
}
