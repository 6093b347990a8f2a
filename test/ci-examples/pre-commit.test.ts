import { describe, expect, it } from 'vitest';
import { readYaml } from './read-example.js';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const [hooks = []] = readYaml<Hook[]>('.pre-commit-hooks.yaml');

describe('the hooks for pre-commit', () => {
  it('are run by the program, as Node installs it', () => {
    expect(hooks.map(({ id, entry, language }) => [id, entry, language])).toEqual([
      ['vocabsync-validate', 'vocabsync validate', 'node'],
      ['vocabsync-fmt', 'vocabsync fmt --check', 'node'],
    ]);
    for (const { name, description } of hooks) expect([name, description]).not.toContain('');
  });

  it.each([
    ['vocab.config.yaml', true, true],
    ['envs/staging/vocab.config.yaml', true, true],
    ['vocabularies/medical.yaml', true, true],
    ['a/vocabularies/b/medical.yml', true, true],
    ['vocabularies/words/热词.csv', true, false],
    ['words/terms.txt', true, false],
    ['README.md', false, false],
    ['my-vocab.config.yaml', false, false],
    ['vocabularies.yaml', false, false],
  ])('look at the files that are theirs: %s', (file, validated, formatted) => {
    const matching = hooks.map(({ files }) => new RegExp(files).test(file));
    expect(matching).toEqual([validated, formatted]);
  });

  it('take file names where the command does', () => {
    expect(hooks.map(({ pass_filenames = true }) => pass_filenames)).toEqual([false, true]);
  });
});
