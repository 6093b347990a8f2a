import { describe, expect, it } from 'vitest';
import { isForTools, maxFileSize } from '../../src/model/disk.js';
import { loadWords, summary, words } from '../config/project.js';

/** A hotword, and a comment that makes the file as large as this. */
const fileOf = (bytes: number) => `alpha\n#${'x'.repeat(bytes - 'alpha\n#\n'.length)}\n`;

it('a file of eight megabytes is read', async () => {
  expect(maxFileSize).toBe(8 * 1024 * 1024);
  expect(words(await loadWords('w.txt', fileOf(maxFileSize)))).toEqual(['alpha|4|']);
});

it('a file of one byte more is not', async () => {
  const [found] = summary(await loadWords('w.txt', fileOf(maxFileSize + 1)));
  expect(found).toMatch(/^file-too-large /);
});

describe('a folder of git or of vocabsync', () => {
  it.each(['.git/config', '.vocabsync', 'words/.vocabsync/a.txt', '.GIT', 'words/.VocabSync/a.txt'])(
    'is not for words: %s',
    (path) => {
      expect(isForTools(path)).toBe(true);
    },
  );

  it.each(['', 'words/a.txt', '.github/a.txt', '.gitignore', 'git/a.txt', 'a.vocabsync'])(
    'is no other one: %j',
    (path) => {
      expect(isForTools(path)).toBe(false);
    },
  );
});
