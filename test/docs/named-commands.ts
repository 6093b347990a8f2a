import { tmpdir } from 'node:os';
import { commands } from '../../src/cli/command-lines.js';
import { runCli } from '../support/cli.js';
import type { Passage } from './passages.js';

type Flags = ReadonlySet<string>;

/** What the command line takes. */
export interface CommandLine {
  /** Of the program itself, such as `--version`. */
  readonly root: Flags;
  /** By the name of the command. */
  readonly flags: ReadonlyMap<string, Flags>;
  /** Whatever any of them takes. */
  readonly all: Flags;
}

/** Asks the commander programs what they take. */
export async function readCommandLine(): Promise<CommandLine> {
  const { stdout } = await runCli(['--help'], { cwd: tmpdir() });
  // `  -h, --help  …` and `  --version  …`
  const options = stdout.matchAll(/^ {2}(?:(-\w), | *)(--[\w-]+) /gm);
  const root = [...options].flatMap(([, short, long]) => [short, long]).filter((flag) => flag !== undefined);
  const flags = flagsOfCommands();
  const all = new Set([...root, ...[...flags.values()].flatMap((taken) => [...taken])]);
  return { root: new Set(root), flags, all };
}

function flagsOfCommands(): Map<string, Flags> {
  const context = undefined as never;
  return new Map(
    commands.map((create) => {
      const command = create(context, () => {});
      const options = command.createHelp().visibleOptions(command);
      const flags = options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined));
      return [command.name(), new Set(flags)];
    }),
  );
}

/** Programs whose flags are their own. */
const others =
  'git|gh|npm|npx|node|vitest|docker|kubectl|curl|jq|opa|apk|iconv|mv|rm|cp|mkdir|mkfifo|chmod|python|pip|sh|bash|cron|kustomize|COPY';

/** What texts call this program by: its name, in a version of the registry or not, run by npx or not. */
const program = /(?<![\w./@:'-])vocabsync(?:@[\w.-]+)?(?=\s|$)/;

/** What may stand before the name of a program that is run: a prompt, a key of YAML, variables, npx. */
const before =
  /^(?:[-$>]|RUN|CMD|ENTRYPOINT|exec|time|npx|--yes|-y|(?:run|command|script|args|entrypoint):|\||[A-Z_]+=\S*|\s)*$/;

/** What the shell puts into a line from another program: `$(jq -r .digest plan.json)`. */
const commandOfOthers = /\$\((?!vocabsync\b|npx\b)[^()]*\)/g;

/** The commands and flags a passage names that do not exist: `vocabsync init`, `plan --yes`, `--wrong`. */
export function unknownIn(passage: Passage, known: CommandLine): string[] {
  const found: string[] = [];
  const rest = passage.text
    .replace(/\\\n\s*/g, ' ')
    // A span of code may go on in the next line, and not past an empty one.
    .replace(/`((?:[^`\n]|\n(?!\s*\n))+)`/g, (_span, code: string) => {
      found.push(...unknownInSpan(code.replace(/\s+/g, ' ').trim(), known));
      return ' ';
    })
    .split('\n')
    .map((line) => {
      const words = passage.isCode ? wordsOfLine(line) : wordsWithFlags(line);
      if (words === null) return line;
      found.push(...unknownInWords(words, known));
      return ' ';
    });
  return [...found, ...rest.flatMap((line) => unknownFlags(flagsInProse(line), known.all))];
}

/** `vocabsync plan --out x`, `plan --out x` and `--out x`; what other programs take is theirs to know. */
function unknownInSpan(code: string, known: CommandLine): string[] {
  const words = wordsOfLine(code);
  if (words !== null) return unknownInWords(words, known);
  const [first = ''] = code.split(' ');
  if (known.flags.has(first)) return unknownInWords(wordsOf(code), known);
  if (first.startsWith('-')) return unknownFlags(wordsOf(code).flatMap(flagOf), known.all);
  return unknownFlags(flagsInProse(code), known.all);
}

/** The words after the name of the program, where a line runs it; else null. */
function wordsOfLine(line: string): string[] | null {
  // `[npx, vocabsync, plan]` and `["vocabsync", "plan"]` are words too.
  const plain = line.replace(commandOfOthers, ' ').replace(/[[\]",]/g, ' ');
  const match = program.exec(plain);
  if (match === null) return null;
  const ahead =
    plain
      .slice(0, match.index)
      .split(/[|;&(]/)
      .at(-1) ?? '';
  return before.test(ahead) ? wordsOf(plain.slice(match.index + match[0].length)) : null;
}

/** Where nobody marks what is a command: `run vocabsync plan`, and whatever has flags. */
function wordsWithFlags(line: string): string[] | null {
  const match = /(?<![\w./@:-])(?:\b(?:[Rr]un|call|use|with|by) )?vocabsync ([a-z]+)(.*)/.exec(line);
  if (match === null) return null;
  const [whole, command = '', rest = ''] = match;
  return !whole.startsWith('vocabsync') || /^ --?\w/.test(rest) ? [command, ...wordsOf(rest)] : null;
}

/** Up to where the command ends: at a pipe, at a redirection, at a comment. */
function wordsOf(code: string): string[] {
  const [own = ''] = code.split(/[|;&>)]|\s#/);
  return own.split(/\s+/).filter((word) => word !== '');
}

function unknownInWords(words: readonly string[], known: CommandLine): string[] {
  const flags = words.flatMap(flagOf);
  const command = words.find((word) => !/^\W*-/.test(word));
  if (command === undefined) return unknownFlags(flags, known.root);
  // COMMAND, <command> and … stand for any.
  if (!/^[a-z]/.test(command)) return unknownFlags(flags, known.all);
  const taken = known.flags.get(command);
  if (taken === undefined) return [`vocabsync ${command}`];
  return unknownFlags(flags, taken).map((flag) => `${command} ${flag}`);
}

function unknownFlags(flags: readonly string[], taken: Flags): string[] {
  return flags.filter((flag) => !taken.has(flag));
}

/** `--flag=value` names `--flag`, `[-c` names `-c`. */
function flagOf(word: string): string[] {
  const match = /^[[('"]*(--[A-Za-z][\w-]*|-[A-Za-z])/.exec(word);
  return match?.[1] === undefined ? [] : [match[1]];
}

/** `--flag`, and `-c FILE`, which is no other program's and no variable of a style sheet. */
function flagsInProse(line: string): string[] {
  return [
    ...line
      .replace(new RegExp(`(?<![\\w./-])(?:${others})(?: +(?:"[^"]*"|[\\w./=:@~^%+…-]+))+`, 'g'), ' ')
      .replace(/var\(--[\w-]+\)|(?<=(?:^|[{;])\s*)--[\w-]+:/g, ' ')
      .matchAll(/(?<![\w-])(?:--[a-z][a-z-]*[a-z]|-[a-z](?= [A-Z]{2,}))/g),
  ].map(([flag]) => flag);
}
