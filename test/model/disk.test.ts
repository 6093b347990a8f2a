import { expect, it } from 'vitest';
import { maxFileSize } from '../../src/model/disk.js';
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
