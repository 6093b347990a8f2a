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
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: Error) => {
    throw new VocabError(
      'config-invalid',
      `the recordings could not be read from ${file}: ${cause.message}`,
      {
        hint: 'write [{"sha256":"…","text":"…"}], with the SHA-256 of each audio file and what is said in it',
        cause,
      },
    );
  });
  return { recordings: parseRecordings(text, file), text };
}
