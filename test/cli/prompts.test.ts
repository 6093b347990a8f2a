import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { noPrompts, openPrompts } from '../../src/cli/asking/prompts.js';

const down = '\u001b[B';
const returned = '\r';
const ctrlC = '\u0003';
const ctrlD = '\u0004';

/** A terminal at which somebody presses keys, each when something new is shown and nothing else is under way. */
function terminal(...keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const interruption = new AbortController();
  const left = [...keys];
  let shown = '';
  let waiting = false;
  output.on('data', (chunk) => {
    shown += String(chunk);
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      const key = left.shift();
      if (key !== undefined) input.write(key);
    });
  });
  return {
    prompts: openPrompts({ input, output, signal: interruption.signal }),
    interruption,
    input,
    shown: () => stripVTControlCharacters(shown),
  };
}

const regions = {
  message: 'Which region?',
  choices: [
    { value: 'singapore', hint: 'dashscope-intl' },
    { value: 'beijing', label: 'Beijing' },
  ],
} as const;

describe('at a terminal', () => {
  it('takes the choice that the cursor is at', async () => {
    const { prompts, shown } = terminal(down, returned);
    expect(await prompts.select(regions)).toBe('beijing');
    expect(shown()).toContain('Which region?');
    expect(shown()).toContain('Beijing');
  });

  it('starts at the choice that is usual', async () => {
    const { prompts } = terminal(returned);
    expect(await prompts.select({ ...regions, initial: 'beijing' })).toBe('beijing');
  });

  it('takes several choices in the order they are offered in', async () => {
    const { prompts } = terminal(down, ' ', down, ' ', returned);
    const answer = await prompts.multiselect({ ...regions, required: true });
    expect(answer).toEqual(['singapore', 'beijing']);
  });

  it('takes a text, asks again for one that cannot be, and says why', async () => {
    const { prompts, shown } = terminal('热', returned, '词', returned);
    const problemOf = (answer: string) => (answer.length < 2 ? 'too short' : null);
    expect(await prompts.text({ message: 'Words?', problemOf })).toBe('热词');
    expect(shown()).toContain('too short');
  });

  it('takes what is there for a text when nothing is typed', async () => {
    expect(await terminal(returned).prompts.text({ message: 'Name?', initial: 'medical' })).toBe('medical');
    expect(await terminal(returned).prompts.text({ message: 'Name?' })).toBe('');
  });

  it('takes a yes or a no', async () => {
    expect(await terminal(returned).prompts.confirm({ message: 'Go on?', initial: true })).toBe(true);
    expect(await terminal('n').prompts.confirm({ message: 'Go on?', initial: true })).toBe(false);
  });

  it('has no answer when somebody breaks off', async () => {
    for (const key of [ctrlC, ctrlD]) {
      expect(await terminal(key).prompts.select(regions)).toBeNull();
      expect(await terminal(key).prompts.multiselect({ ...regions, required: false })).toBeNull();
      expect(await terminal('a', key).prompts.text({ message: 'Name?' })).toBeNull();
      expect(await terminal(key).prompts.confirm({ message: 'Go on?', initial: true })).toBeNull();
    }
  });

  it('has no answer when the terminal goes away', async () => {
    const { prompts, input } = terminal();
    const answer = prompts.select(regions);
    input.end();
    expect(await answer).toBeNull();
  });

  it('has no answer when the process is to stop', async () => {
    const { prompts, interruption } = terminal();
    const answer = prompts.text({ message: 'Name?' });
    interruption.abort();
    expect(await answer).toBeNull();
  });

  it('shows what an account names so that it cannot move the cursor', async () => {
    const { prompts, shown } = terminal(returned);
    const choices = [{ value: 'x', label: 'list\u001b[2Jof\u202esomebody', hint: 'a\nb' }];
    expect(await prompts.select({ message: 'Which?', choices })).toBe('x');
    expect(shown()).toContain('list\\u{1B}[2Jof\\u{202E}somebody');
    expect(shown()).not.toContain('\u202e');
  });
});

it('has no answers where nobody can be asked', async () => {
  expect(await noPrompts.text({ message: 'Name?' })).toBeNull();
  expect(await noPrompts.select(regions)).toBeNull();
  expect(await noPrompts.multiselect({ ...regions, required: true })).toBeNull();
  expect(await noPrompts.confirm({ message: 'Go on?', initial: true })).toBeNull();
});
