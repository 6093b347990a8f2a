import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedInRepository, namedInSource, namedInText, unknownCommands } from './command-texts.js';

const project = join(import.meta.dirname, '..', '..');

it('texts name only commands and flags that there are', async () => {
  const named = await namedInRepository(project);
  // So that silence means something.
  expect(named.length).toBeGreaterThan(200);
  expect(await unknownCommands(named)).toEqual([]);
});

describe('the search for commands in texts', () => {
  it.each([
    ['a command that does not exist', 'create it with `vocabsync initialise`', ['x:1: vocabsync initialise']],
    ['a flag that does not exist', '$ vocabsync plan --dry-run', ['x:1: vocabsync plan --dry-run']],
    ['a flag with a value', 'run: vocabsync plan --fromat=json', ['x:1: vocabsync plan --fromat=json']],
    ['the flag of another command', '`vocabsync validate --retire`', ['x:1: vocabsync validate --retire']],
    ['a short flag', '  vocabsync apply -q', ['x:1: vocabsync apply -q']],
    ['a flag alone', 'add `--force` to it', ['x:1: --force']],
    ['one behind another command', 'npm ci && vocabsync plna', ['x:1: vocabsync plna']],
  ])('finds %s', async (_, text, wrong) => {
    expect(await unknownCommands(namedInText('x', text))).toEqual(wrong);
  });

  it.each([
    'vocabsync plan -c a.yaml --out=plan.json | jq .digest',
    '`vocabsync apply plan.json --wait 60s`, and then `--retire`',
    '`git worktree add --detach ../base`, or iconv --from-code GBK',
    'vocabsync is a reconciler',
    'uses: vocabsync/vocabsync@v1',
  ])('leaves alone what is right, or not about it: %s', async (text) => {
    expect(await unknownCommands(namedInText('x', text))).toEqual([]);
  });

  it('reads the strings of a program, and not its comments', async () => {
    const source =
      '// `vocabsync nothing`\nconst hint = `run \\`vocabsync gone\\`, or give --nothing ${x}`;\n';
    expect(await unknownCommands(namedInSource('x.ts', source))).toEqual([
      'x.ts:2: vocabsync gone',
      'x.ts:2: --nothing',
    ]);
  });
});
