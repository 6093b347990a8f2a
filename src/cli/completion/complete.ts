import type { Argument, Command, Option } from 'commander';
import { collect } from '../parse-option.js';
import { type NameKind, namesFor } from './named-values.js';

/** What may stand in the place of the last word. */
export interface Completion {
  /** What the shell completes itself. words: nothing but the candidates. */
  readonly kind: 'words' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  readonly value: string;
  /** One line; empty for a value that says it all. */
  readonly description: string;
}

/** Names of the configuration at hand, which is read only where one of them may stand. */
export type ReadNames = (kind: NameKind, config: string | undefined) => Promise<readonly string[]>;

/**
 * Says what may come next. All of it is taken from the command line itself, so that a new command or option needs
 * nothing here.
 * @param words after the name of the program; the last one is being typed, and may be empty
 */
export async function complete(
  words: readonly string[],
  program: Command,
  readNames: ReadNames,
): Promise<Completion> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = before.findIndex((word) => !word.startsWith('-'));
  if (at === -1)
    return startingWith(typed, typed.startsWith('-') ? optionsOf(program, []) : commandsOf(program));
  const command = program.commands.find((each) => each.name() === before[at]);
  if (command === undefined) return nothing;
  const given = readGiven(before.slice(at + 1), command);
  const names = (kind: NameKind) => readNames(kind, given.config);
  if (given.open !== null) return completeValue(given.open, typed, names);
  if (given.isOver || !typed.startsWith('-'))
    return completeArgument(argumentAt(command, given.arguments), typed, names);
  const [flag, value] = splitFlag(typed);
  const option = value === undefined ? undefined : optionNamed(command, flag);
  if (option === undefined) return startingWith(typed, optionsOf(command, given.flags));
  const completion = await completeValue(option, value ?? '', names);
  return {
    ...completion,
    candidates: completion.candidates.map((each) => ({ ...each, value: `${flag}=${each.value}` })),
  };
}

const nothing: Completion = { kind: 'words', candidates: [] };

interface Given {
  readonly flags: readonly string[];
  readonly arguments: number;
  /** The option whose value the next word is. */
  readonly open: Option | null;
  /** Whether `--` has ended the options. */
  readonly isOver: boolean;
  readonly config: string | undefined;
}

function readGiven(words: readonly string[], command: Command): Given {
  const flags: string[] = [];
  let count = 0;
  let open: Option | null = null;
  let isOver = false;
  let config: string | undefined;
  for (const word of words) {
    if (open !== null) {
      if (open.long === '--config') config = word;
      open = null;
    } else if (isOver || word === '-' || !word.startsWith('-')) count++;
    else if (word === '--') isOver = true;
    else {
      const [flag, value] = splitFlag(word);
      const option = optionNamed(command, flag);
      if (option?.long !== undefined) flags.push(option.long);
      if (option?.long === '--config' && value !== undefined) config = value;
      if (option?.required === true && value === undefined) open = option;
    }
  }
  return { flags, arguments: count, open, isOver, config };
}

/** `--format=json`; a short flag has its value in the next word. */
function splitFlag(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return visibleOptions(command).find(({ short, long }) => short === flag || long === flag);
}

function visibleOptions(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command);
}

function commandsOf(program: Command): Candidate[] {
  return program.commands.map((command) => ({ value: command.name(), description: command.description() }));
}

/** Those that may still be given: one of a single value only once. */
function optionsOf(command: Command, given: readonly string[]): Candidate[] {
  return visibleOptions(command).flatMap(({ long, description, parseArg }) => {
    if (long === undefined || (given.includes(long) && parseArg !== collect)) return [];
    return [{ value: long, description }];
  });
}

function argumentAt({ registeredArguments: known }: Command, count: number): Argument | undefined {
  const last = known.at(-1);
  return known[count] ?? (last?.variadic === true ? last : undefined);
}

async function completeArgument(
  argument: Argument | undefined,
  typed: string,
  names: (kind: NameKind) => Promise<readonly string[]>,
): Promise<Completion> {
  if (argument === undefined) return nothing;
  const kind = namesFor(argument.name());
  if (kind !== null) return startingWith(typed, (await names(kind)).map(bare));
  if (argument.argChoices !== undefined) return startingWith(typed, argument.argChoices.map(bare));
  return { kind: pathKind(argument.name()), candidates: [] };
}

async function completeValue(
  option: Option,
  typed: string,
  names: (kind: NameKind) => Promise<readonly string[]>,
): Promise<Completion> {
  const { flags, argChoices } = option;
  if (argChoices !== undefined) return startingWith(typed, argChoices.map(bare));
  const kind = namesFor(option.attributeName());
  if (kind !== null) return startingWith(typed, (await names(kind)).map(bare));
  const placeholder = /<([^>]+)>/.exec(flags)?.[1] ?? '';
  return { kind: pathKind(placeholder), candidates: [] };
}

/** What a value is, is told by what the help calls it. */
function pathKind(placeholder: string): Completion['kind'] {
  if (/^(?:folder|dir|directory)$/i.test(placeholder)) return 'folders';
  return /^(?:files?|path|plan|patterns|ref)(?:\.\.\.)?$/i.test(placeholder) ? 'files' : 'words';
}

function bare(value: string): Candidate {
  return { value, description: '' };
}

function startingWith(typed: string, candidates: readonly Candidate[]): Completion {
  return { kind: 'words', candidates: candidates.filter(({ value }) => value.startsWith(typed)) };
}
