import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { reachOnlyWhatIsPlayed } from '../support/only-the-vendor.js';
import { temporaryFolder } from '../support/world.js';

const path = '/api/v1/services/audio/asr/customization';
const hosts = { singapore: 'https://dashscope-intl.aliyuncs.com', beijing: 'https://dashscope.aliyuncs.com' };
const vocabulary_id = 'vocab-acmemed-0123456789abcdef0123456789abcdef';
const times = { gmt_create: '2026-11-01 10:00:00', gmt_modified: '2026-11-01 10:00:00' };
const env = { DASHSCOPE_API_KEY: 'sk-0123456789abcdef0123456789abcdef' };

reachOnlyWhatIsPlayed();

function refuse(region: keyof typeof hosts): void {
  nock(hosts[region])
    .persist()
    .post(path)
    .reply(401, { code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'r' });
}

/** An account with one list. */
function hold(region: keyof typeof hosts): void {
  nock(hosts[region])
    .persist()
    .post(path)
    .reply(200, (_uri, body) => {
      const { input } = body as { input: { action: string; page_index?: number } };
      if (input.action === 'query_vocabulary') {
        const vocabulary = [{ text: 'alpha', weight: 4 }];
        return { output: { ...times, status: 'OK', target_model: 'fun-asr', vocabulary }, request_id: 'r' };
      }
      const vocabulary_list = input.page_index === 0 ? [{ vocabulary_id, ...times, status: 'OK' }] : [];
      return { output: { vocabulary_list }, request_id: 'r' };
    });
}

async function regionIn(directory: string): Promise<string | undefined> {
  const text = await readFile(join(directory, 'vocab.config.yaml'), 'utf8');
  return /region: (\w+)/.exec(text)?.[1];
}

describe('import without a configuration', () => {
  it('finds the region by the key, which works in one of them only', async () => {
    refuse('singapore');
    hold('beijing');
    const cwd = await temporaryFolder();
    const { code, stdout } = await runCli(['import', '--all'], { cwd, env });
    expect(code).toBe(0);
    expect(await regionIn(cwd)).toBe('beijing');
    expect(stdout).not.toContain('give `--region`');
  });

  it('asks only the region that is given', async () => {
    refuse('singapore');
    hold('beijing');
    const cwd = await temporaryFolder();
    const { code, stderr } = await runCli(['import', '--all', '--region', 'singapore'], { cwd, env });
    expect(code).toBe(7);
    expect(stderr).not.toContain('config-missing');
    expect((await runCli(['import', '--all', '--region', 'beijing'], { cwd, env })).code).toBe(0);
  });

  it('ends with 7 when no region takes the key, and writes nothing', async () => {
    refuse('singapore');
    refuse('beijing');
    const cwd = await temporaryFolder();
    expect((await runCli(['import', '--all'], { cwd, env })).code).toBe(7);
    await expect(regionIn(cwd)).rejects.toThrow('ENOENT');
  });
});
