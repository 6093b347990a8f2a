import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/action/command-line.js';
import { commands, parseInputs } from '../../src/action/inputs.js';
import { commands as commandLines } from '../../src/cli/command-lines.js';
import { config } from '../support/world.js';
import { key, openWorkspace } from './step.js';

const plan = { command: 'plan' };
const medical = () => ({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });

describe('the arguments of the action', () => {
  it.each([
    ['--format=json', '--format=json'],
    ['--format\njson', '--format json'],
    ['--format=github', '--format=github'],
    [`--format=${key}`, '--format=sk-…'],
  ])('have no second form of the log among them: %j', async (args, shown) => {
    const { step, emulator, github } = await openWorkspace(medical());
    const { code, stdout } = await step({ ...plan, args });
    expect(code).toBe(3);
    const message = `the input args has ${shown}, and the action --format=github`;
    expect(stdout).toContain(
      `::error title=vocabsync::${message}%0Aleave it out; --out FILE writes a report`,
    );
    expect([...emulator.requests, ...github.requests]).toEqual([]);
  });

  it('are one a line: a flag with its value behind it is none', async () => {
    const { step, emulator } = await openWorkspace(medical());
    const { code, stdout } = await step({ ...plan, args: '--allow max-deletes' });
    expect(code).toBe(3);
    expect(stdout).toContain('the input args has --allow max-deletes on one line');
    expect(stdout).toContain('write --allow=max-deletes, or --allow and its value on two lines');
    expect(emulator.requests).toEqual([]);
    expect((await step({ ...plan, args: '--allow=max-deletes' })).code).toBe(0);
  });

  it.each(flagsOfTheAction())('repeat nothing that the action gives itself: %s %s', async (command, flag) => {
    const { step, emulator, github } = await openWorkspace(medical());
    const { code } = await step({ command, args: flag });
    expect(code).toBe(3);
    expect([...emulator.requests, ...github.requests]).toEqual([]);
  });

  it('have each argument of one value once', async () => {
    const { step, emulator } = await openWorkspace(medical());
    const { code, stdout, stderr } = await step({ ...plan, args: '--deadline=5m\n--deadline\n6m' });
    expect(code).toBe(3);
    expect(stdout + stderr).toContain('--deadline is given twice, as "5m" and as "6m"');
    expect(emulator.requests).toEqual([]);
  });
});

/** The options of one value that the action gives each command. */
function flagsOfTheAction(): (readonly [command: string, flag: string])[] {
  return commands.flatMap((command) => {
    const inputs = parseInputs({ INPUT_COMMAND: command }, '/workspace');
    const given = commandLine(inputs, 'vs2:sha256:0', 'report.json').slice(1);
    const create = commandLines.find((make) => make(undefined as never, () => {}).name() === command);
    const { options = [] } = create?.(undefined as never, () => {}) ?? {};
    const repeatable = options.filter(({ description }) => description.includes('(repeatable)'));
    return given
      .filter((flag) => flag.includes('=') && !repeatable.some(({ long }) => flag.startsWith(`${long}=`)))
      .map((flag) => [command, flag] as const);
  });
}

describe('colours', () => {
  const ansi = '\u001b[';

  it('are in the log, and not in the report', async () => {
    const { step } = await openWorkspace(medical());
    const { stdout, summary } = await step(plan);
    expect(stdout).toContain(ansi);
    expect(summary).not.toContain(ansi);
  });

  it.each(['--color=never', '--color\nnever'])('are left out by an argument: %j', async (args) => {
    const { step } = await openWorkspace(medical());
    const { code, stdout } = await step({ ...plan, args });
    expect(code).toBe(0);
    expect(stdout).toContain('alpha');
    expect(stdout).not.toContain(ansi);
  });
});
