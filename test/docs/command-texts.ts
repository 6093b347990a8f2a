import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { runCli } from '../support/cli.js';

/*
 * Texts that name the program's own commands and flags: hints, help, documentation, schemas, workflows. Whoever follows
 * one must not be told by the command line that there is no such thing.
 */

/** Something that a text tells to type: the words of a command line, or a flag alone. */
export interface Named {
  /** `docs/ci.md:12` */
  readonly where: string;
  /** The words after `vocabsync`; a flag alone is the only one. */
  readonly words: readonly string[];
}

/** What is wrong with them, each with its place; asked of the program's own help. */
export async function unknownCommands(named: readonly Named[]): Promise<string[]> {
  const commands = await commandsWithFlags();
  const everyFlag = new Set([...commands.values()].flatMap((flags) => [...flags]));
  return named.flatMap(({ where, words }) => {
    const [first = '', ...rest] = words;
    if (first.startsWith('-')) return everyFlag.has(flagOf(first)) ? [] : [`${where}: ${first}`];
    const flags = commands.get(first);
    if (flags === undefined) return [`${where}: vocabsync ${first}`];
    const unknown = rest.filter((word) => /^--?[a-z]/.test(word) && !flags.has(flagOf(word)));
    return unknown.map((flag) => `${where}: vocabsync ${first} ${flag}`);
  });
}

/** Everything that the texts of the repository name. */
export async function namedInRepository(root: string): Promise<Named[]> {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const texts = files.filter(
    (file) => /\.(?:md|ya?ml|json|ts|mjs|toml)$|Dockerfile/.test(file) && isOurs(file),
  );
  const found = await Promise.all(
    texts.map(async (file) => {
      const text = await readFile(join(root, file), 'utf8');
      return file.endsWith('.ts') ? namedInSource(file, text) : namedInText(file, text);
    }),
  );
  return found.flat();
}

/** Tests have texts of their own; a bundle has those of its sources. Git's flags are in git's room. */
function isOurs(file: string): boolean {
  return !/^(?:test|action|src\/git|bench)\/|style\.ts$|^package-lock\.json$|^CHANGELOG\.md$/.test(file);
}

/** Strings of a program, whole: a hint may be put together from several. */
export function namedInSource(file: string, text: string): Named[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const at = (one: Named): Named => ({ ...one, where: `${file}:${line}` });
      found.push(...namedInText(file, node.text).map(at), ...flagsInProse(file, node.text).map(at));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

// At the beginning of a line, of a quotation, of a step, or behind another command; what follows may be a command line.
const begins = /(?:^\s*|[`'"]|\$ |[-:] |&& |\|\| ?|npx |exec |run: ?)vocabsync +([a-z-][^`'"|&;#)\n<>]*)/g;
const flagAlone = /`(--[a-z][a-z-]*)(?:[= ][^`]*)?`/g;

/** Lines that run the program, and flags between backticks. */
export function namedInText(file: string, text: string): Named[] {
  return text.split('\n').flatMap((line, index) => {
    const where = `${file}:${index + 1}`;
    const lines = [...line.matchAll(begins)].flatMap(([, words = '']) => commandLine(words));
    const flags = [...line.matchAll(flagAlone)].map(([, flag = '']) => [flag]);
    return [...lines, ...flags].map((words) => ({ where, words }));
  });
}

/** In a sentence of ours a flag needs no backticks. */
function flagsInProse(where: string, text: string): Named[] {
  return [...text.matchAll(/(?<=^|[\s(])(--[a-z][a-z-]+)/g)].map(([, flag = '']) => ({
    where,
    words: [flag],
  }));
}

/** What a sentence says of the program is no command line: `vocabsync is …`. */
function commandLine(text: string): string[][] {
  const words = text.trim().split(/\s+/);
  const [first = ''] = words;
  return prose.has(first) ? [] : [words];
}

const prose = new Set([
  'must',
  'example',
  'contains',
  'ended',

  'is',
  'itself',
  'has',
  'keeps',
  'of',
  'cannot',
  'as',
  'does',
  'configuration',
  'vocabulary',
]);

function flagOf(word: string): string {
  return word.split('=', 1)[0] ?? '';
}

/** Each command with the flags that its help lists; those of the program itself are under the empty name. */
async function commandsWithFlags(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const whole = await helpOf();
  const names = [...whole.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  const entries = await Promise.all(
    names.map(async (name) => [name, flagsIn(name === 'help' ? whole : await helpOf(name))] as const),
  );
  return new Map([['', flagsIn(whole)], ...entries]);
}

async function helpOf(...command: readonly string[]): Promise<string> {
  const { stdout } = await runCli([...command, '--help'], { cwd: tmpdir() });
  return stdout;
}

function flagsIn(help: string): Set<string> {
  return new Set(help.match(/(?<=[\s,])--?[a-z][a-z-]*/g));
}
