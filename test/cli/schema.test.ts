import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../src/report/json/envelope.js';
import { runCli } from '../support/cli.js';

const published = readdirSync('schemas').map((file) => file.replace('.schema.json', ''));

describe('vocabsync schema', () => {
  it.each(published)('prints the published schema of a %s file', async (name) => {
    const { code, stdout } = await runCli(['schema', name], { cwd: process.cwd() });
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  });

  it('has one for each file that people write and each document that programs read', () => {
    expect(published.toSorted()).toEqual(['config', 'vocabulary', ...documentKinds].toSorted());
  });

  it('names the kinds there are when it is asked for another', async () => {
    const { code, stderr } = await runCli(['schema', 'words'], { cwd: process.cwd() });
    expect(code).toBe(3);
    expect(stderr).toContain(
      'config, vocabulary, plan, apply, restore, drift, diff, validate, combine, affected, doctor, error',
    );
  });
});
