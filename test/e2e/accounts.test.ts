import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commitAll, git } from '../action/git-history.js';
import { project } from '../ci-examples/read-example.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { firstLine, start, vocabsync } from './processes.js';

const staging = 'envs/staging/vocab.config.yaml';
const production = 'envs/production/vocab.config.yaml';

/** A copy of the example with two environments, in git, and a server for each of its accounts. */
async function environments() {
  const cwd = await temporaryFolder();
  const isShipped = (path: string) => !/[\\/](?:\.vocabsync|build)$/.test(path);
  await cp(join(project, 'examples/12-two-environments'), cwd, { recursive: true, filter: isShipped });
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  commitAll(cwd, 'Start');
  const urls = [staging, production].map(async (config) => {
    const server = start('emulator --memory --quiet', { cwd });
    return [config, await firstLine(server)] as const;
  });
  const served = new Map(await Promise.all(urls));
  const run = (command: string, config: string, at = config) =>
    vocabsync(`${command} -c ${config}`, {
      cwd,
      env: { DASHSCOPE_API_KEY: 'any', VOCABSYNC_ENDPOINT: `${served.get(at)}/api/v1` },
    });
  const page = async (config: string) => (await fetch(served.get(config)!)).text();
  return { cwd, run, page };
}

it('applies to each of two accounts over HTTP what was approved for it, and to none what was for the other', async () => {
  const { cwd, run, page } = await environments();
  for (const config of [staging, production]) expect((await run('apply --yes', config)).code).toBe(0);

  await writeInto(cwd, 'words/medical.txt', 'Exothermic reaction\nMetformin\nRivaroxaban\n');
  const affected = await vocabsync('affected --base HEAD --format json', { cwd });
  expect(JSON.parse(affected.stdout)).toMatchObject({
    configs: [{ config: production }, { config: staging }],
    unaffected: [],
  });
  expect((await run('plan --out staging.json', staging)).code).toBe(0);
  expect((await run('plan --out production.json', production)).code).toBe(0);
  const combined = await vocabsync('combine staging.json production.json --detailed-exitcode', { cwd });
  expect(combined.code).toBe(2);

  expect((await run('apply staging.json', production)).code).toBe(5);
  expect(await page(production)).not.toContain('Rivaroxaban');
  expect((await run('apply staging.json', staging)).code).toBe(0);
  expect(await page(staging)).toContain('Rivaroxaban');
  expect(await page(production)).not.toContain('Rivaroxaban');
  expect((await run('apply production.json', production)).code).toBe(0);
  expect(await page(production)).toContain('Rivaroxaban');
});

it('knows two accounts of one host apart by their names alone', async () => {
  const { cwd, run } = await environments();
  await writeInto(cwd, 'words/pharmacy-trial.txt', '# none\n');
  const digestOf = async (config: string) =>
    JSON.parse((await run('plan --format json', config, staging)).stdout).digest as string;
  const approved = await digestOf(staging);
  expect(await digestOf(production)).not.toBe(approved);
  expect((await run(`apply --expect-digest ${approved}`, production, staging)).code).toBe(5);
  expect((await run(`apply --expect-digest ${approved}`, staging)).code).toBe(0);
});
