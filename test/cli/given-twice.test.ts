import type { Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/command-lines.js';
import type { Ended } from '../support/cli.js';
import { config } from '../support/world.js';
import { key, openRepository } from './repository.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

/** All that every command takes, by what its help says of it. */
const options = commands.flatMap((create) => {
  const command = create(undefined as never, () => {});
  return command.options.map((option) => ({ command: command.name(), option }));
});
const isRepeatable = ({ description }: Option) => description.includes('(repeatable)');
const ofOneValue = options.filter(({ option }) => !option.isBoolean() && !isRepeatable(option));
const others = options.filter(({ option }) => option.isBoolean() || isRepeatable(option));

/** The ways to write an option with a value. */
function spellings({ long, short }: Option, value: string): string[][] {
  const shorts = short === undefined ? [] : [[short, value], [`${short}${value}`]];
  return [[`${long}`, value], [`${long}=${value}`], ...shorts];
}

/** Values that the option takes, two if it takes two. */
function valuesOf({ argChoices, parseArg, defaultValue }: Option): [string, string] {
  const candidates = argChoices ?? ['3', '7', '5s', '6s', '80%', '90%', 'list:hang', 'create:hang'];
  const taken = candidates.filter((text) => {
    try {
      parseArg?.(text, defaultValue);
      return true;
    } catch {
      return false;
    }
  });
  const [one, other = one] = taken;
  if (one === undefined || other === undefined) throw new Error('the option takes none of the candidates');
  return [one, other];
}

/** What was said, with the quotes as they are in text. */
function plain({ stdout, stderr }: Ended): string {
  return (stdout + stderr).replaceAll('\\"', '"');
}

describe('an option of one value that is given twice', () => {
  it('is looked for among all there are', () => {
    const found = ofOneValue.map(({ command, option }) => `${command} ${option.long}`);
    expect(found).toEqual(expect.arrayContaining(['validate --config', 'plan --format', 'apply --wait']));
    expect(found.length).toBeGreaterThan(40);
  });

  it.each(ofOneValue.map(({ command, option }) => [command, option.long, option] as const))(
    'is a mistake, however it is written: %s %s',
    async (command, long, option) => {
      const { vocabsync, emulator } = await openRepository(medical);
      const [one, other] = valuesOf(option);
      const firsts = spellings(option, one);
      const seconds = spellings(option, other).toReversed();
      for (const [index, first] of firsts.entries()) {
        const ended = await vocabsync([command, ...first, ...(seconds[index] ?? [])]);
        expect(plain(ended)).toMatch(
          new RegExp(`${long} is given twice, .*"${one}".*leave one of them out`, 's'),
        );
        expect(plain(ended)).toContain(`"${other}"`);
        expect(ended.code).toBe(3);
      }
      expect(emulator.requests).toEqual([]);
    },
  );

  it.each(ofOneValue.map(({ command, option }) => [command, option.long, option] as const))(
    'is one with the same value too: %s %s',
    async (command, long, option) => {
      const { vocabsync } = await openRepository(medical);
      const [value] = valuesOf(option);
      const ended = await vocabsync([command, `${long}=${value}`, `${long}`, value]);
      expect(plain(ended)).toContain(`${long} is given twice, both times as "${value}"`);
      expect(ended.code).toBe(3);
    },
  );

  it('is a mistake before the configuration is read', async () => {
    const { vocabsync } = await openRepository({});
    const { code, stderr } = await vocabsync('validate -c missing.yaml --config gone.yaml');
    expect(stderr).toBe(
      'error[usage]: --config is given twice, as "missing.yaml" and as "gone.yaml"\n  hint: leave one of them out: it has one value\n',
    );
    expect(code).toBe(3);
  });

  it('is a mistake before its second value is', async () => {
    const { vocabsync } = await openRepository(medical);
    const { code, stderr } = await vocabsync('plan --timeout 5s --timeout soon');
    expect(stderr).toContain('--timeout is given twice, as "5s" and as "soon"');
    expect(code).toBe(3);
  });

  it('is said in JSON to whoever reads JSON', async () => {
    const { vocabsync } = await openRepository(medical);
    const { code, stdout } = await vocabsync('plan --deadline 5s --format json --deadline=6s');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'error',
      error: { code: 'usage', message: '--deadline is given twice, as "5s" and as "6s"' },
    });
    expect(code).toBe(3);
  });

  it.each(['text', 'json', 'github', 'markdown'])('is said without a key in it as %s', async (format) => {
    const { vocabsync } = await openRepository(medical);
    const args = ['plan', '--format', format, '--endpoint', key, '-c', key, '-c', `${key}.yaml`];
    const { stdout, stderr } = await vocabsync(args);
    expect(stdout + stderr).toContain('sk-…');
    expect(stdout + stderr).not.toContain(key);
  });
});

describe('what may be given twice', () => {
  it.each(others.map(({ command, option }) => [command, option.long, option] as const))(
    'is taken: %s %s',
    async (command, long, option) => {
      const { vocabsync } = await openRepository(medical);
      const values = option.isBoolean() ? [[long], [long]] : valuesOf(option).map((value) => [long, value]);
      const args = [command, ...values.flat(), '--help'].map(String);
      expect(await vocabsync(args)).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('is a variable and an option', async () => {
    const { vocabsync } = await openRepository(medical);
    const env = { VOCABSYNC_TIMEOUT: '3s', VOCABSYNC_CONFIG: 'missing.yaml' };
    expect((await vocabsync('plan -c vocab.config.yaml --timeout 4s', { env })).code).toBe(0);
  });

  it('is an option in two runs of one process', async () => {
    const { vocabsync } = await openRepository(medical);
    for (const file of ['vocab.config.yaml', './vocab.config.yaml']) {
      expect((await vocabsync(['validate', '-c', file])).code).toBe(0);
    }
  });
});
