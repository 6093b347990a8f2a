import type { Argument, Command, Option } from 'commander';
import { commands } from '../../src/cli/command-lines.js';
import { variableOf } from '../../src/cli/options.js';
import { collect } from '../../src/cli/parse-option.js';
import { accountExits, type CommandFacts, commandFacts } from './command-facts.js';

/* The pages of docs/commands, made of what the command line says of itself. */

const generated =
  '<!-- Made from the command line: UPDATE_GOLDEN=1 npx vitest run test/docs/command-pages.test.ts -->';

/** Makes every page, by the name of its file. */
export function commandPages(): Map<string, string> {
  const all = commands.map((create) => create(undefined as never, () => {}));
  const pages = all.map((command) => [`${command.name()}.md`, renderPage(command)] as const);
  return new Map([['README.md', renderIndex(all)], ...pages]);
}

function renderIndex(all: readonly Command[]): string {
  const rows = all.map(
    (command) => `| [\`${command.name()}\`](${command.name()}.md) | ${sentence(command.description())} |`,
  );
  return page('Commands', [
    ['| command | does |', '|---|---|', ...rows],
    [
      '`vocabsync COMMAND --help` says the same in the terminal; [what the exit codes mean](../errors.md#exit-codes) is the same in every command.',
    ],
  ]);
}

function renderPage(command: Command): string {
  const name = command.name();
  const facts = commandFacts[name];
  return page(`vocabsync ${name}`, [
    [sentence(command.description())],
    ['```sh', `vocabsync ${name} ${usageOf(command)}`.trimEnd(), '```'],
    ...argumentsOf(command.registeredArguments),
    ...section('Options', optionsTable(command)),
    ...section('Examples', ['```sh', ...examplesOf(command), '```']),
    ...section('Writes', facts === undefined ? [] : [facts.writes]),
    ...section('Exit codes', exitTable(command, facts)),
    ...section(
      'More',
      (facts?.more ?? []).map(([file, title]) => `- [${title}](../${file})`),
    ),
  ]);
}

function page(title: string, blocks: readonly (readonly string[])[]): string {
  return `${[`# ${title}\n\n${generated}`, ...blocks.map((lines) => lines.join('\n'))].join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [[`## ${title}`], [...lines]];
}

/** `[options] [files...]`, as the help has it. */
function usageOf(command: Command): string {
  return command.usage();
}

function argumentsOf(known: readonly Argument[]): string[][] {
  if (known.length === 0) return [];
  const rows = known.map((argument) => {
    const what = [argument.description, ...choicesOf(argument.argChoices)].join('. ');
    return `| \`${argument.name()}\`${argument.required ? '' : ', optional'} | ${cell(sentence(what))} |`;
  });
  return section('Arguments', ['| argument | meaning |', '|---|---|', ...rows]);
}

function optionsTable(command: Command): string[] {
  const options = command.createHelp().visibleOptions(command);
  const rows = options.map((option) => {
    const variable = option.attributeName() === 'help' ? null : variableOf(option);
    const need = option.mandatory ? ['Required'] : [];
    const what = sentence([option.description, ...choicesOf(option.argChoices), ...need].join('. '));
    return `| \`${option.flags}\` | ${defaultOf(option)} | ${variable === null ? '' : `\`${variable}\``} | ${cell(what)} |`;
  });
  return ['| option | default | variable | meaning |', '|---|---|---|---|', ...rows];
}

function defaultOf({ defaultValue, defaultValueDescription, parseArg }: Option): string {
  const isNone = defaultValue === undefined || defaultValue === false || parseArg === collect;
  return isNone ? '' : `\`${defaultValueDescription ?? String(defaultValue)}\``;
}

function choicesOf(choices: readonly string[] | undefined): string[] {
  return choices === undefined ? [] : [`One of ${choices.map((choice) => `\`${choice}\``).join(', ')}`];
}

/** The lines behind a prompt in its help. */
function examplesOf(command: Command): string[] {
  let help = '';
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return [...help.matchAll(/^ {2}\$ (.*)$/gm)].map(([, line = '']) => line);
}

function exitTable(command: Command, facts: CommandFacts | undefined): string[] {
  const hasAccount = command.options.some(({ long }) => long === '--endpoint');
  const known: Readonly<Record<number, string>> = {
    0: 'done',
    3: 'the configuration or the command line is not valid',
    ...(hasAccount ? accountExits : {}),
    ...facts?.exits,
  };
  const rows = Object.entries(known).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return ['| exit | means |', '|---|---|', ...rows, '', '1 is a bug; [all codes](../errors.md#exit-codes).'];
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.:!?]$/.test(whole) ? whole : `${whole}.`;
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/(?<!`)\*/g, '\\*');
}
