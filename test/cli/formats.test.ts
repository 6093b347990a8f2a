import { linkSync, symlinkSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const good = { 'vocab.config.yaml': config({ medical: ['alpha'] }) };
const broken = { 'vocab.config.yaml': config({ medical: ['肺'.repeat(20)] }) };

describe('--format markdown', () => {
  it('is a comment with a marker, for a plan', async () => {
    const { vocabsync } = await openRepository(good);
    const { stdout } = await vocabsync('plan --format markdown');
    expect(stdout).toMatch(
      /^<!-- vocabsync:plan config="vocab.config.yaml" digest="vs2:sha256:[0-9a-f]{64}" -->\n/,
    );
  });

  it('is what the run came to, for an apply', async () => {
    const { vocabsync } = await openRepository(good);
    const { code, stdout } = await vocabsync('apply --yes --format markdown');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^<!-- vocabsync:apply config="vocab.config.yaml" -->\n### vocabsync apply: 1 done; done\n/,
    );
  });

  it('says why nothing was done, with the plan as it is now and no older one', async () => {
    const { vocabsync, writes } = await openRepository(good);
    const { code, stdout } = await vocabsync('apply --expect-digest vs2:sha256:0 --format markdown');
    expect(code).toBe(5);
    expect(stdout).toMatch(
      /^<!-- vocabsync:apply config="vocab.config.yaml" -->\n### vocabsync apply: failed\n/,
    );
    expect(stdout).toContain('`plan-stale`');
    expect(stdout).toContain('### vocabsync plan: 1 to create');
    expect(writes()).toEqual([]);
  });

  it('never asks, since the plan is not on the screen', async () => {
    const { vocabsync } = await openRepository(good);
    expect((await vocabsync('apply --format markdown', { terminal: true })).code).toBe(4);
  });

  it('stands in for the report when the configuration is broken, without a digest', async () => {
    const { vocabsync } = await openRepository(broken);
    const { code, stdout, stderr } = await vocabsync('plan --format markdown');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^<!-- vocabsync:plan config="vocab.config.yaml" -->\n### vocabsync plan: failed\n/,
    );
    expect(stdout).toContain('`hotword-too-long` at `vocab.config.yaml:');
    expect(stderr).toContain('error[config-invalid]');
  });

  it('is a list of findings, for validate', async () => {
    const { vocabsync } = await openRepository(broken);
    const { code, stdout } = await vocabsync('validate --format markdown');
    expect(code).toBe(3);
    expect(stdout).toContain('### vocabsync validate: 1 error');
  });
});

describe('--format github', () => {
  it('is the text, and a command for each list at its line', async () => {
    const { vocabsync } = await openRepository(good);
    const { stdout } = await vocabsync('plan --format github');
    expect(stdout).toContain('Plan: 1 to create');
    expect(stdout).toMatch(
      /^::notice file=vocab.config.yaml,line=8,col=\d+,title=plan%3A create medical@fun-asr::1 hotword$/m,
    );
  });

  it('names files by their place in the repository', async () => {
    const { vocabsync, directory } = await openRepository({
      'speech/vocab.config.yaml': good['vocab.config.yaml'],
    });
    const env = { GITHUB_WORKSPACE: directory };
    const { stdout } = await vocabsync('plan --format github', { cwd: `${directory}/speech`, env });
    expect(stdout).toContain('::notice file=speech/vocab.config.yaml,line=8,');
  });

  it('annotates what is wrong with the configuration', async () => {
    const { vocabsync } = await openRepository(broken);
    for (const command of ['validate', 'plan', 'apply', 'drift']) {
      const { code, stdout } = await vocabsync(`${command} --format github`);
      expect(code).toBe(3);
      expect(stdout).toMatch(/^::error file=vocab.config.yaml,line=8,col=\d+,title=hotword-too-long::/m);
    }
  });

  it('annotates the steps that failed', async () => {
    const { vocabsync, emulator } = await openRepository(good);
    emulator.change({ faults: [{ kind: 'code-in-200', action: 'create', skip: 0, count: 99 }] });
    const { stdout } = await vocabsync('apply --yes --format github');
    expect(stdout).toMatch(/^::error title=create medical@fun-asr%3A (failed|unknown)::/m);
  });
});

describe('--out', () => {
  it('takes no extension it does not know', async () => {
    const { vocabsync } = await openRepository(good);
    for (const command of ['plan', 'drift', 'diff --base ./x']) {
      const { code, stderr } = await vocabsync(`${command} --out report.pdf`);
      expect(code).toBe(3);
      expect(stderr).toContain('has an extension that says nothing about the form');
    }
  });

  it('never overwrites what applications read, nor what vocabsync keeps', async () => {
    const outputs = 'outputs: [{ path: build/ids.json, format: json }]\n';
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': config({ medical: ['alpha'] }, outputs),
    });
    for (const file of ['build/ids.json', '.vocabsync/emulator.json']) {
      const { code, stderr } = await vocabsync(['plan', '--out', file]);
      expect(code).toBe(3);
      expect(stderr).toContain(`error[usage]: --out ${file}`);
    }
  });

  it('never overwrites a file of the configuration', async () => {
    const { vocabsync, directory } = await openRepository({
      ...good,
      'vocab.config.yaml': `${good['vocab.config.yaml']}  - { name: b, prefix: acmeb, include: [w.json] }\n`,
      'w.json': '["alpha"]',
    });
    // A disk that knows no case gives one file two names, as a hard link does.
    linkSync(join(directory, 'w.json'), join(directory, 'other.json'));
    for (const file of ['w.json', 'other.json']) {
      const { code, stderr } = await vocabsync(`plan --out ${file}`);
      expect(code).toBe(3);
      expect(stderr).toContain(`--out ${file} would overwrite w.json, a file that is read`);
    }
  });

  it('is looked at through links, and other ways to write one path', async () => {
    const { vocabsync, directory, emulator } = await openRepository({
      'vocab.config.yaml': `${good['vocab.config.yaml']}  - { name: b, prefix: acmeb, include: [words/w.json] }\n`,
      'words/w.json': '["alpha"]',
    });
    symlinkSync('words', join(directory, 'link'));
    symlinkSync('.vocabsync', join(directory, 'state'));
    await mkdir(join(directory, '.vocabsync'), { recursive: true });
    for (const args of [
      'plan --out link/w.json',
      'plan --out ./words/../words/w.json',
      'plan --out state/x.json',
      'plan --out a.json --out ./a.json',
    ]) {
      expect(await vocabsync(args)).toMatchObject({ code: 3, stdout: '' });
    }
    expect(await readFile(join(directory, 'words/w.json'), 'utf8')).toBe('["alpha"]');
    expect(emulator.requests).toEqual([]);
  });

  it('never takes the place of what a command reads beside the configuration', async () => {
    const { vocabsync, directory, emulator } = await openRepository({ ...good, 'terms.json': '["beta"]' });
    expect((await vocabsync('plan --out plan.json')).code).toBe(0);
    const sent = emulator.requests.length;
    for (const args of [
      'apply plan.json --out plan.json',
      'combine plan.json --out ./plan.json',
      'import terms.json --vocabulary a --out terms.json',
    ]) {
      const { code, stderr } = await vocabsync(args);
      expect(code).toBe(3);
      expect(stderr).toContain(', a file that is read');
    }
    expect(JSON.parse(await readFile(join(directory, 'plan.json'), 'utf8')).kind).toBe('plan');
    expect(await readFile(join(directory, 'terms.json'), 'utf8')).toBe('["beta"]');
    expect(emulator.requests).toHaveLength(sent);
  });

  it('is known to be writable before the account is changed', async () => {
    const { vocabsync, directory, emulator } = await openRepository(good);
    await mkdir(join(directory, 'd.json'));
    const { code, stderr } = await vocabsync('apply --yes --out d.json');
    expect(code).toBe(3);
    expect(stderr).toContain('--out d.json cannot be written: it is a folder');
    expect(emulator.requests).toEqual([]);
  });
});
