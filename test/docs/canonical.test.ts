import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.js';

const project = join(import.meta.dirname, '..', '..');
const configs = [
  'vocab.config.yaml',
  ...readdirSync(join(project, 'examples'), { recursive: true, encoding: 'utf8' }).map((file) =>
    join('examples', file),
  ),
]
  .filter((file) => /(?:^|\/)vocab\.config\.yaml$/.test(file))
  .toSorted();

it('has configurations to look at', () => {
  expect(configs.length).toBeGreaterThan(14);
});

it.each(configs)('%s and its files are in the canonical form', async (config) => {
  const { code, stdout } = await runCli(['fmt', '--check', '-c', config], { cwd: project });
  expect(code === 0 ? '' : stdout).toBe('');
});
