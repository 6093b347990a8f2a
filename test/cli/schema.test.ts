import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';

describe('vocabsync schema', () => {
  it.each(['config', 'vocabulary'])('prints the published schema of a %s file', async (name) => {
    const { code, stdout } = await runCli(['schema', name], { cwd: process.cwd() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')));
  });

  it('names the kinds there are when it is asked for another', async () => {
    const { code, stderr } = await runCli(['schema', 'words'], { cwd: process.cwd() });
    expect(code).toBe(3);
    expect(stderr).toContain('config, vocabulary');
  });
});
