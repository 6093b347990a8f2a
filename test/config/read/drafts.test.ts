import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/read/load.js';
import { temporaryFolder, writeInto } from '../../support/world.js';

const config = 'version: 1\naccount: { region: singapore }\nvocabularies: [lists/*.yaml]\n';
const vocabulary = (name: string) =>
  `name: ${name}\nprefix: acme${name}\ntarget_model: fun-asr\nhotwords: [alpha]\n`;

describe('a configuration with drafts', () => {
  it('reads what is not written yet, finds it by pattern, and prefers it to what is', async () => {
    const cwd = await temporaryFolder();
    await writeInto(cwd, 'lists/one.yaml', vocabulary('one'));
    await writeInto(cwd, 'lists/two.yaml', 'broken: [');
    const drafts = new Map([
      ['vocab.config.yaml', config],
      ['lists/two.yaml', vocabulary('two')],
      ['lists/deep/er.yaml', vocabulary('deep')],
    ]);
    const loaded = await loadConfig({ cwd, drafts });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it('finds folders that are not there yet, from a configuration in another folder of a work tree', async () => {
    const cwd = await temporaryFolder();
    await writeInto(cwd, '.git/HEAD', 'ref: refs/heads/main\n');
    await writeInto(cwd, 'envs/a.yaml', config.replace('lists/*.yaml', '"**/*.yaml"'));
    const drafts = new Map([['new/folder/x.yaml', vocabulary('x')]]);
    const loaded = await loadConfig({ cwd, file: 'envs/a.yaml', drafts });
    expect(loaded.config?.vocabularies.map(({ location }) => location.file)).toEqual([
      'envs/new/folder/x.yaml',
    ]);
  });
});
