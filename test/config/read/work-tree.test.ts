import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/read/load.js';
import { createFolder, type Files, summary, words } from '../project.js';

const head = 'version: 1\naccount: { region: singapore }\n';
const home = 'envs/staging/vocab.config.yaml';
const tree = { '.git/HEAD': 'ref: refs/heads/main\n' };

/** Loads the configuration of a folder two below the root of a work tree. */
async function load(vocabularies: string, files: Files, cwd = '') {
  const folder = createFolder({ ...tree, ...files, [home]: `${head}vocabularies: [${vocabularies}]\n` });
  const file = cwd === '' ? home : 'vocab.config.yaml';
  return loadConfig({ cwd: join(folder, cwd), file });
}

const inline = (include: string) =>
  `{ name: v, prefix: acme, target_model: fun-asr, include: [${JSON.stringify(include)}] }`;

describe('the files of a configuration', () => {
  it('may lie anywhere in its git work tree, and are named as the user would type them', async () => {
    const files = { 'words/common.txt': 'alpha\n', 'words/bad.txt': `${'x '.repeat(9)}\ty\n` };
    const loaded = await load(inline('../../words/common.txt'), files);
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['alpha|4|']);
    const fromRoot = await load(inline('../../words/bad.txt'), files);
    expect(summary(fromRoot)).toEqual(['txt-columns words/bad.txt:1:1']);
    const fromThere = await load(inline('../../words/bad.txt'), files, 'envs/staging');
    expect(summary(fromThere)).toEqual(['txt-columns ../../words/bad.txt:1:1']);
  });

  it('may be vocabularies above its folder, named one by one or by a pattern, with includes of their own', async () => {
    const vocabulary = 'name: v\nprefix: acme\ntarget_model: fun-asr\ninclude: [words/a.txt]\n';
    const files = { 'shared/v.yaml': vocabulary, 'shared/words/a.txt': 'alpha\n' };
    for (const path of [
      '../../shared/v.yaml',
      '"../../shared/*.yaml"',
      '"../../**/v.yaml"',
      '../../shared/../shared/v.yaml',
    ]) {
      const loaded = await load(path, files);
      expect(loaded.diagnostics).toEqual([]);
      expect(words(loaded)).toEqual(['alpha|4|']);
    }
  });

  it('may lie in a linked work tree or a submodule, whose .git is a file', async () => {
    const folder = createFolder({
      'outer/.git/HEAD': '',
      'outer/secret.txt': 'x\n',
      'outer/sub/.git': 'gitdir: ../.git/modules/sub\n',
      'outer/sub/words.txt': 'alpha\n',
      'outer/sub/env/vocab.config.yaml': `${head}vocabularies: [${inline('../words.txt')}]\n`,
      'outer/sub/env/out.yaml': `${head}vocabularies: [${inline('../../secret.txt')}]\n`,
    });
    const cwd = join(folder, 'outer/sub/env');
    expect(words(await loadConfig({ cwd }))).toEqual(['alpha|4|']);
    expect(summary(await loadConfig({ cwd, file: 'out.yaml' }))).toEqual(['path-outside out.yaml:3:74']);
  });

  it.each([
    ['out of the work tree', '../../../secret.txt'],
    ['from the root of the disk', '/etc/passwd'],
    ['into .git', '../../.git/HEAD'],
    ['into .git in other letters', '../../.GIT/config'],
    ['into .vocabsync', '.vocabsync/backups/x.yaml'],
    ['into the .vocabsync of another', '../production/.vocabsync/emulator.json'],
    ['out and in again', '../../../x/words.txt'],
  ])('do not lie %s', async (_, path) => {
    const loaded = await load(inline(path), { '.vocabsync/x': '', 'words.txt': 'a\n' });
    expect(loaded.diagnostics.map(({ rule }) => rule)).toEqual(['path-outside']);
    const vocabularies = await load(JSON.stringify(path), { 'words.txt': 'a\n' });
    expect(vocabularies.diagnostics.map(({ rule }) => rule)).toEqual(['path-outside']);
  });

  it.each([
    ['out of the work tree', '/etc/hostname'],
    ['out of the work tree, relatively', '../../../../../../../../etc/hostname'],
    ['into .git', '../../.git/HEAD'],
    ['into .vocabsync', '../../.vocabsync/state.txt'],
  ])('are not read through a link that leads %s', async (_, target) => {
    const folder = createFolder({
      ...tree,
      '.vocabsync/state.txt': 'a\n',
      [home]: `${head}vocabularies: [${inline('link.txt')}]\n`,
    });
    symlinkSync(target, join(folder, 'envs/staging/link.txt'));
    const loaded = await loadConfig({ cwd: folder, file: home });
    expect(loaded.diagnostics.map(({ rule }) => rule)).toEqual(['path-outside']);
  });

  it('are read through a link inside the work tree, as a mounted volume has them', async () => {
    const folder = createFolder({
      ...tree,
      'words/..data/common.txt': 'alpha\n',
      [home]: `${head}vocabularies: [${inline('../../words/common.txt')}]\n`,
    });
    symlinkSync('..data/common.txt', join(folder, 'words/common.txt'));
    expect(words(await loadConfig({ cwd: folder, file: home }))).toEqual(['alpha|4|']);
  });

  it('lie in its folder where there is no work tree', async () => {
    const folder = createFolder({
      'words.txt': 'a\n',
      [home]: `${head}vocabularies: [${inline('../../words.txt')}]\n`,
    });
    expect((await loadConfig({ cwd: folder, file: home })).diagnostics.map(({ rule }) => rule)).toEqual([
      'path-outside',
    ]);
  });

  it('are found where the folder of the configuration is reached through a link', async () => {
    const folder = createFolder({
      ...tree,
      'words/a.txt': 'alpha\n',
      [home]: `${head}vocabularies: [${inline('../../words/a.txt')}]\n`,
    });
    mkdirSync(join(folder, 'x'));
    symlinkSync(join(folder, 'envs/staging'), join(folder, 'x/here'));
    expect(words(await loadConfig({ cwd: join(folder, 'x/here') }))).toEqual(['alpha|4|']);
  });
});

describe('an output', () => {
  it('stays in the folder of the configuration', async () => {
    const folder = createFolder({
      ...tree,
      [home]: `${head}vocabularies: []\noutputs: [{ path: ../ids.json, format: json }]\n`,
    });
    expect(summary(await loadConfig({ cwd: folder, file: home }))).toEqual([`path-outside ${home}:4:19`]);
  });

  it('does not overwrite a file that was read, wherever that lies', async () => {
    const folder = createFolder({
      ...tree,
      'envs/staging/words.txt': 'a\n',
      [home]: `${head}vocabularies: [${inline('words.txt')}]\noutputs: [{ path: words.txt, format: json }]\n`,
    });
    expect(summary(await loadConfig({ cwd: folder, file: home }))).toEqual([
      `output-over-source ${home}:4:19`,
    ]);
  });
});
