import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { key, openRepository } from './repository.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

describe('the command line', () => {
  it('prints its version', async () => {
    const { vocabsync } = await openRepository({});
    expect(await vocabsync('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it.each(['validate', 'plan', 'apply', 'emulator'])('prints help of %s with an example', async (command) => {
    const { vocabsync } = await openRepository({});
    const { code, stdout } = await vocabsync([command, '--help']);
    expect(stdout).toMatch(new RegExp(`Examples:\n  \\$ vocabsync ${command}`));
    expect(code).toBe(0);
  });

  it('guesses what a misspelt command or option was meant to be', async () => {
    const { vocabsync } = await openRepository(medical);
    expect((await vocabsync('aply')).stderr).toContain('(Did you mean apply?)');
    expect((await vocabsync('plan --retyre')).stderr).toContain('(Did you mean --retire?)');
  });

  it('repeats no key that was put into an argument', async () => {
    const { vocabsync } = await openRepository(medical);
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await vocabsync(['plan', `--api-key=${key}`, '--format', format]);
      expect(stdout + stderr).not.toContain(key);
      expect(code).toBe(3);
    }
  });

  it('repeats no control characters of an argument', async () => {
    const { vocabsync } = await openRepository(medical);
    const { stderr } = await vocabsync(['plan', '--\u001b[2J']);
    expect(stderr).not.toContain('\u001b');
  });
});

describe('--allow', () => {
  it.each([
    'all',
    'max-delete',
    'max-deletes=3',
    'hotword-loss',
    'hotword-loss=',
    'drop-fields=',
    'quota',
    '',
  ])('refuses %j before anything is sent, and lists what there is', async (allowance) => {
    const { vocabsync, emulator } = await openRepository(medical);
    const { code, stderr } = await vocabsync(['plan', '--allow', allowance]);
    expect(stderr).toContain(`error[usage]: --allow ${allowance} is not an allowance`);
    expect(stderr).toContain('--allow max-deletes, --allow hotword-loss=ADDRESS');
    expect(code).toBe(3);
    expect(emulator.requests).toEqual([]);
  });

  it('lifts the guard of the address it names, and of no other', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`);
    const { vocabsync, write } = await openRepository({ 'vocab.config.yaml': config({ medical: words }) });
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', config({ medical: words.slice(0, 3) }));
    const { code, stdout } = await vocabsync('plan --allow hotword-loss=sales@fun-asr --allow max-deletes');
    expect(stdout).toContain('--allow hotword-loss=medical@fun-asr');
    expect(code).toBe(4);
    const flags = '--allow hotword-loss=sales@fun-asr --allow hotword-loss=medical@fun-asr';
    expect((await vocabsync(`apply --yes ${flags}`)).code).toBe(0);
  });

  it('lifts the guard of fields that an update would drop', async () => {
    const { vocabsync, emulator, writes } = await openRepository(medical);
    const vocabulary = [{ text: 'alpha', weight: 4, translation: 'Alpha' }];
    await emulator.seed([{ prefix: 'acmemed', target_model: 'fun-asr', vocabulary }]);
    expect((await vocabsync('apply --yes')).code).toBe(4);
    expect((await vocabsync('apply --yes --allow drop-fields=medical@fun-asr')).code).toBe(0);
    expect(writes()).toEqual(['update']);
  });
});

describe('the environment', () => {
  it('gives a duration', async () => {
    const faults = [{ kind: 'hang', action: 'list', skip: 0, count: 99 }] as const;
    const { vocabsync } = await openRepository(medical, { faults });
    const { code, stderr } = await vocabsync('plan', { env: { VOCABSYNC_TIMEOUT: '30ms' } });
    expect(stderr).toContain('no complete answer within 30 ms');
    expect(code).toBe(8);
  });

  it.each(['3s', '3', '0.05m', '1h', '24h'])('takes %s for a duration', async (VOCABSYNC_TIMEOUT) => {
    const { vocabsync } = await openRepository(medical);
    expect((await vocabsync('plan', { env: { VOCABSYNC_TIMEOUT } })).code).toBe(0);
  });

  it.each([
    ['true', 2],
    ['1', 2],
    ['Yes', 2],
    ['on', 2],
    ['false', 0],
    ['0', 0],
    ['no', 0],
    ['off', 0],
    ['', 0],
  ])('turns a flag on or off with %j', async (VOCABSYNC_DETAILED_EXITCODE, expected) => {
    const { vocabsync } = await openRepository(medical);
    expect((await vocabsync('plan', { env: { VOCABSYNC_DETAILED_EXITCODE } })).code).toBe(expected);
  });

  it('names the configuration, the format and the colours', async () => {
    const { vocabsync } = await openRepository({ 'other.yaml': medical['vocab.config.yaml'] });
    const env = { VOCABSYNC_CONFIG: 'other.yaml', VOCABSYNC_COLOR: 'always' };
    expect((await vocabsync('plan', { env })).stdout).toContain('\u001b[');
    const { stdout } = await vocabsync('plan', { env: { ...env, VOCABSYNC_FORMAT: 'json' } });
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'plan' });
  });

  it('shapes the plan', async () => {
    const { vocabsync } = await openRepository(medical);
    const env = { VOCABSYNC_RETIRE: '1', VOCABSYNC_FORMAT: 'json' };
    const { stdout } = await vocabsync('plan', { env });
    expect(JSON.parse(stdout)).toMatchObject({ shaping: { retire: true, delete_first: false } });
  });

  it('yields to the command line', async () => {
    const { vocabsync } = await openRepository(medical);
    const env = { VOCABSYNC_FORMAT: 'json', VOCABSYNC_ENDPOINT: 'http://127.0.0.1:1' };
    const { code, stdout } = await vocabsync('plan --format text --endpoint emulator', { env });
    expect(stdout).toMatch(/^Plan: 1 to create\n/);
    expect(code).toBe(0);
  });

  it('leaves options as they are where a variable is empty', async () => {
    const { vocabsync } = await openRepository(medical);
    const names = ['FORMAT', 'COLOR', 'TIMEOUT', 'DEADLINE', 'PARALLELISM', 'CONFIG', 'WAIT', 'QUIET'];
    const env = Object.fromEntries(names.map((name) => [`VOCABSYNC_${name}`, '']));
    expect((await vocabsync('apply --yes', { env })).code).toBe(0);
  });

  it.each([
    ['VOCABSYNC_TIMEOUT', 'soon'],
    ['VOCABSYNC_TIMEOUT', '0'],
    ['VOCABSYNC_TIMEOUT', '-3s'],
    ['VOCABSYNC_DEADLINE', '25d'],
    ['VOCABSYNC_DEADLINE', '1000h'],
    ['VOCABSYNC_WAIT', 'for ever'],
    ['VOCABSYNC_PARALLELISM', '0'],
    ['VOCABSYNC_PARALLELISM', '1.5'],
    ['VOCABSYNC_FORMAT', 'xml'],
    ['VOCABSYNC_COLOR', 'sometimes'],
    ['VOCABSYNC_QUIET', 'perhaps'],
  ])('is blamed by name for %s=%s, before anything is sent', async (variable, value) => {
    const { vocabsync, emulator } = await openRepository(medical);
    const { code, stderr } = await vocabsync('apply --yes', { env: { [variable]: value } });
    expect(stderr).toMatch(new RegExp(`^error\\[usage\\]: ${variable}: .+\n {2}hint: `));
    expect(code).toBe(3);
    expect(emulator.requests).toEqual([]);
  });

  it('is blamed for a fault of the emulator, too', async () => {
    const { vocabsync } = await openRepository({});
    const { code, stderr } = await vocabsync('emulator --memory', { env: { VOCABSYNC_FAULT: 'typo' } });
    expect(stderr).toMatch(/^error\[usage\]: "typo" is not a fault/);
    expect(code).toBe(3);
  });
});

describe('colours', () => {
  const ansi = '\u001b[';
  it.each([
    { given: 'no terminal', terminal: false, env: {}, expected: false },
    { given: 'a terminal', terminal: true, env: {}, expected: true },
    { given: 'NO_COLOR', terminal: true, env: { NO_COLOR: '1' }, expected: false },
    { given: 'an empty NO_COLOR', terminal: true, env: { NO_COLOR: '' }, expected: true },
    { given: 'a dumb terminal', terminal: true, env: { TERM: 'dumb' }, expected: false },
    { given: 'FORCE_COLOR', terminal: false, env: { FORCE_COLOR: '1' }, expected: true },
    { given: 'FORCE_COLOR=0', terminal: true, env: { FORCE_COLOR: '0' }, expected: false },
  ])('follow the terminal and the environment: $given', async ({ terminal, env, expected }) => {
    const { vocabsync } = await openRepository(medical);
    const { stdout } = await vocabsync('plan', { terminal, env });
    expect(stdout.includes(ansi)).toBe(expected);
  });

  it('follow the flag before anything else', async () => {
    const { vocabsync } = await openRepository(medical);
    const always = await vocabsync('plan --color always', { env: { NO_COLOR: '1' } });
    const never = await vocabsync('plan --color never', { terminal: true, env: { FORCE_COLOR: '1' } });
    expect(always.stdout).toContain(ansi);
    expect(never.stdout).not.toContain(ansi);
  });
});
