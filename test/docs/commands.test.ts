import { describe, expect, it } from 'vitest';
import { readCommandLine, unknownIn } from './named-commands.js';
import { passagesIn, passagesOf, textFiles } from './passages.js';

const known = await readCommandLine();

it('docs, examples, schemas, hints and help name only commands and flags that exist', async () => {
  const files = await textFiles();
  // So that silence means something.
  expect(files.length).toBeGreaterThan(200);
  const wrong = await Promise.all(
    files.map(async (file) =>
      (await passagesOf(file))
        .flatMap((passage) => unknownIn(passage, known))
        .map((name) => `${file}: ${name}`),
    ),
  );
  expect(wrong.flat()).toEqual([]);
});

describe('the search for commands in a text', () => {
  const unknown = (file: string, text: string) =>
    passagesIn(file, text).flatMap((passage) => unknownIn(passage, known));

  it.each([
    ['a command in prose', 'a.md', 'create it with `vocabsync begin`', ['vocabsync begin']],
    ['a flag', 'a.md', 'as `vocabsync plan --wrong` shows', ['plan --wrong']],
    ['a flag of another command', 'a.md', '`vocabsync plan --yes`', ['plan --yes']],
    ['a flag with a value', 'a.md', '`vocabsync apply --wrong=1 --wait=5s`', ['apply --wrong']],
    ['a short flag', 'a.md', '`vocabsync plan -x FILE -c FILE`', ['plan -x']],
    ['a flag in front of the command', 'a.md', '`vocabsync --wrong plan`', ['plan --wrong']],
    ['a command in a command', 'a.md', '```sh\necho "$(vocabsync plan --wrong)"\n```\n', ['plan --wrong']],
    ['a flag of the program', 'a.md', '`vocabsync --wrong`', ['--wrong']],
    ['a flag of any command', 'a.md', '`vocabsync COMMAND --wrong`', ['--wrong']],
    ['the flag of a command without the program', 'a.md', 'made by `plan --yes`', ['plan --yes']],
    ['a flag alone', 'a.md', 'add `--wrong FILE`, or `-x`', ['--wrong', '-x']],
    ['a flag of what is no command', 'a.md', 'written by `gone --wrong`', ['--wrong']],
    ['a flag that is not marked as code', 'a.md', 'the file (--wrong) and -x FILE', ['--wrong', '-x']],
    ['a span of two lines', 'a.md', 'use `vocabsync\n  plan --wrong` here', ['plan --wrong']],
    ['a command run by npx', 'a.md', '`npx --yes vocabsync@0.1.0 begin`', ['vocabsync begin']],
    ['a block of code', 'a.md', '```sh\nA=b vocabsync begin # --wrong\n```\n', ['vocabsync begin']],
    ['a console', 'a.md', '```console\n$ vocabsync plan --wrong | jq --raw\n```\n', ['plan --wrong']],
    ['a line that goes on', 'a.md', '```sh\nvocabsync plan \\\n  --wrong\n```\n', ['plan --wrong']],
    ['the second command of a line', 'a.sh', 'npm ci && vocabsync begin', ['vocabsync begin']],
    ['a script in YAML', 'a.yml', 'script:\n  - vocabsync plan --wrong', ['plan --wrong']],
    ['a step in YAML', 'a.yml', '- run: npx vocabsync begin', ['vocabsync begin']],
    [
      'a list of words in YAML',
      'a.yaml',
      'command: [npx, --yes, vocabsync@0.1.0, plan, --x=1]',
      ['plan --x'],
    ],
    ['an argument of the action', 'action.yml', 'args: |\n  --wrong', ['--wrong']],
    [
      'a Dockerfile',
      'Dockerfile',
      'RUN npx vocabsync begin\nCMD ["vocabsync", "plan", "--x"]',
      ['vocabsync begin', 'plan --x'],
    ],
    [
      'a description in JSON',
      'a.json',
      '"description": "by `vocabsync gone`, by gone --wrong"',
      ['vocabsync gone', '--wrong'],
    ],
    [
      'a string',
      'a.ts',
      `const hint = 'run \`vocabsync begin\` or --wrong';`,
      ['vocabsync begin', '--wrong'],
    ],
    ['a string without backquotes', 'a.ts', `const hint = 'run vocabsync begin first';`, ['vocabsync begin']],
    ['a template', 'a.ts', 'const hint = `for ${file}: \\`vocabsync ${kind} --wrong\\``;', ['--wrong']],
    ['an argument', 'a.ts', "const args = ['--wrong=1', `--${flag}`, `--config=${file}`];", ['--wrong']],
    [
      'an example of the help',
      'a.ts',
      "examples('vocabsync begin', 'vocabsync plan --yes')",
      ['vocabsync begin', 'plan --yes'],
    ],
    [
      'a comment',
      'a.ts',
      '/** As `vocabsync begin`\n * does. */\nconst a = 1; // --wrong',
      ['vocabsync begin', '--wrong'],
    ],
  ])('finds %s', (...[, file, text, expected]) => {
    expect(unknown(file, text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['what exists', 'a.md', '`vocabsync plan -c a --out=b --help`, `apply -h`, `vocabsync --version`, --yes'],
    [
      'the name in a sentence',
      'a.md',
      'vocabsync keeps words\nvocabsync runs no code; `npx vocabsync` runs it',
    ],
    [
      'the name in YAML',
      'a.yml',
      'name: vocabsync\n- uses: vocabsync/vocabsync@v1\n  at: .vocabsync/backups',
    ],
    [
      'flags of others',
      'a.md',
      '`git worktree add --detach x`, `node -e 0`, `npm install --save-dev vocabsync`',
    ],
    [
      'other commands in a block',
      'a.md',
      '```sh\ngit log --oneline\ndocker run --rm -u "$(id -u)" --env A vocabsync plan\n```\n',
    ],
    ['instructions of a Dockerfile', 'Dockerfile', 'COPY --from=build /a /b'],
    ['what another program gets', 'a.md', '`vocabsync drift --format json | jq --raw-output .x`'],
    [
      'what another program hands over',
      'a.md',
      '```sh\nvocabsync apply --expect-digest "$(jq -r .digest a.json)"\n```\n',
    ],
    ['others in a string', 'src/a.ts', `const hint = 'convert it: iconv --from-code GBK -t UTF-8 a';`],
    ['what git gets', 'src/git/a.ts', `git(['cat-file', '--batch', '--buffer']);`],
    ['style sheets', 'src/a.ts', 'const css = ":root { --ink: black; } p { color: var(--ink); }";'],
    [
      'titles',
      'src/a.ts',
      `const a = { title: 'vocabsync configuration' }; const b = 'a bug in vocabsync itself';`,
    ],
    ['rules and comments', 'a.md', '---\n<!-- vocabsync:plan config="a" -->\n'],
  ])('leaves alone %s', (_what, file, text) => {
    expect(unknown(file, text)).toEqual([]);
  });
});
