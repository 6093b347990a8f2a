import { open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { type WholeFileOptions, writeWhole } from '../../src/workspace/whole-file.js';
import { temporaryFolder } from '../support/world.js';

/** A disk that tells what is done to it, in its order. */
function telling(done: string[]): NonNullable<WholeFileOptions['disk']> {
  return {
    open: async (path, ...rest) => {
      const file = await open(path, ...rest);
      const sync = file.sync.bind(file);
      file.sync = async () => {
        done.push(`sync ${basename(String(path)).replace(/\.[0-9a-f]{8}\.tmp$/, '.tmp')}`);
        await sync();
      };
      return file;
    },
    rename: async (from, to) => {
      done.push(`rename ${basename(String(to))}`);
      await rename(from, to);
    },
  };
}

it('has a backup on the disk, and its name with it, before anything is sent', async () => {
  const done: string[] = [];
  const folder = join(await temporaryFolder(), 'run');
  await writeWhole(join(folder, 'list.yaml'), 'words', { durable: true, disk: telling(done) });
  expect(done).toEqual(['sync list.yaml.tmp', 'rename list.yaml', 'sync run']);
});

it('takes no time for that where nothing depends on it', async () => {
  const done: string[] = [];
  await writeWhole(join(await temporaryFolder(), 'report.md'), 'words', { disk: telling(done) });
  expect(done).toEqual(['rename report.md']);
});
