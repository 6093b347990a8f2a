import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ciFiles } from '../../src/scaffold/ci/ci-files.js';
import { fitsWorkflows, isPlainBranch } from '../../src/scaffold/ci/place.js';
import { project } from '../ci-examples/read-example.js';

const root = { folder: '', branch: 'main' };

/** The examples that init writes, and what they are called there. */
const examples: readonly (readonly ['github' | 'gitlab', string, string])[] = [
  ['github', '.github/workflows/vocabulary-pull-request.yml', 'examples/github/pull-request.yml'],
  ['github', '.github/workflows/vocabulary-apply.yml', 'examples/github/apply.yml'],
  ['github', '.github/workflows/vocabulary-drift.yml', 'examples/github/drift.yml'],
  ['gitlab', 'vocabulary.gitlab-ci.yml', 'examples/gitlab/vocabulary.gitlab-ci.yml'],
];

describe('the workflows that init writes', () => {
  // `UPDATE_GOLDEN=1 npm test` writes the examples anew.
  it.each(examples)('of %s are the examples, which are run by tests: %s', async (ci, path, example) => {
    const { text } = ciFiles(ci, root).find((file) => file.path === path)!;
    const file = join(project, example);
    if (process.env['UPDATE_GOLDEN'] !== undefined) await writeFile(file, text);
    expect(text).toBe(await readFile(file, 'utf8'));
  });

  it('for GitHub say at their head where they lie', () => {
    for (const { path, text } of ciFiles('github', root)) expect(text.split('\n', 1)[0]).toBe(`# ${path}`);
  });

  it('for GitLab are included, as their head says', () => {
    const [template, entry] = ciFiles('gitlab', root);
    expect(parse(entry!.text)).toEqual({ include: [{ local: template!.path }] });
    expect(template!.text).toContain(`#   include:\n#     - local: ${template!.path}\n`);
  });

  it('are none where there is no such system', () => {
    expect(ciFiles('none', root)).toEqual([]);
  });

  it('have the paths of a configuration in a folder everywhere', () => {
    const place = { folder: '语音 team/a', branch: 'release/1.x' };
    for (const { path, text } of [...ciFiles('github', place), ...ciFiles('gitlab', place)]) {
      const told = text.replace(/^ *#.*$/gm, '');
      for (const [found] of told.matchAll(
        /\S*(?<!\/)(?:vocab\.config\.yaml|vocabularies\/\*\*|\.vocabsync\/|build\/)/g,
      ))
        expect([path, found]).toEqual([path, `team/a/${found.slice('team/a/'.length)}`]);
      expect(() => parse(text)).not.toThrow();
    }
    const [pull, apply, drift] = ciFiles('github', place).map(({ text }) => parse(text));
    expect(pull.on.pull_request.paths[0]).toBe('语音 team/a/vocab.config.yaml');
    expect(apply.on.push.branches).toEqual(['release/1.x']);
    expect(drift.jobs.drift.steps[1].with.config).toBe('语音 team/a/vocab.config.yaml');
    const [gitlab] = ciFiles('gitlab', place).map(({ text }) => parse(text));
    expect(gitlab.variables.VOCABULARY_CONFIG).toBe('语音 team/a/vocab.config.yaml');
    expect(gitlab['vocabulary-apply'].artifacts.paths).toEqual([
      '语音 team/a/.vocabsync/backups',
      '语音 team/a/build/vocabularies.json',
    ]);
  });
});

describe('a folder', () => {
  it.each(['', 'a', 'a/b', '语音', 'a b/c-d', '.config', '_x', 'v1.2'])(
    'means itself in a workflow: %j',
    (folder) => {
      expect(fitsWorkflows(folder)).toBe(true);
    },
  );

  it.each([
    'a*',
    '-a',
    'a/-b',
    ' a',
    "it's",
    'a: b',
    '#a',
    '!a',
    'a\nb',
    '[a]',
    'a/../b/*',
    '${{x}}',
    '&a',
    '"a"',
  ])('means something else there: %j', (folder) => {
    expect(fitsWorkflows(folder)).toBe(false);
  });
});

it('takes the names of branches that mean nothing in a workflow', () => {
  expect(['main', 'release/1.x', 'a-b_c'].every(isPlainBranch)).toBe(true);
  expect(["a'b", 'a*', '${{x}}', '-a', '', 'a b'].some(isPlainBranch)).toBe(false);
});
