import { type Command, InvalidArgumentError, Option } from 'commander';

import { VocabError } from '../model/errors.js';
import { type Allowance, allowanceNames, requireAllowances, type Shaping } from '../model/plan.js';
import { type Format, fileExtensions, formats } from '../report/forms.js';
import type { Context } from './context.js';
import { collect, durationOption, parseSwitch, parseWhole, timeoutOption } from './parse-option.js';

/** What every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly format: Format;
  /** Files to write the same to; of commands that take `--out`. */
  readonly out?: readonly string[];
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What every command takes that talks to an account. */
export interface AccountOptions extends CommonOptions {
  readonly endpoint?: string;
  /** For one request, in milliseconds. */
  readonly timeout: number;
  /** For the whole run, in milliseconds. */
  readonly deadline?: number;
  readonly parallelism: number;
  /** Requests a second; undefined: what the vendor documents. */
  readonly rate?: number;
}

export interface ShapingOptions {
  readonly retire: boolean;
  readonly deleteFirst: boolean;
  readonly allow: readonly string[];
}

/** What every command takes that carries out a plan. */
export interface WriteOptions extends AccountOptions, Partial<ShapingOptions> {
  readonly allow: readonly string[];
  readonly yes: boolean;
  readonly expectDigest?: string;
  /** In milliseconds. */
  readonly wait: number;
  /** In milliseconds. */
  readonly waitSlot: number;
}

export function addCommonOptions(command: Command): Command {
  return addReportOptions(addConfigOption(command));
}

export function addConfigOption(command: Command): Command {
  return command.addOption(
    new Option(
      '-c, --config <file>',
      'the configuration (default: vocab.config.yaml in the working directory)',
    ),
  );
}

/** What every command takes that says something. */
export function addReportOptions(command: Command): Command {
  return addLookOptions(
    command.addOption(
      new Option('--format <format>', 'how the result is written; github: text and annotations')
        .choices(formats)
        .default('text'),
    ),
  );
}

/** How what is said on the screen looks. */
export function addLookOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--color <when>', 'colours in text').choices(['auto', 'always', 'never']).default('auto'),
    )
    .addOption(new Option('--quiet', 'no progress, no diagnostics').default(false))
    .addOption(
      new Option('--verbose', 'every word, diagnostic and unmanaged list').default(false).conflicts('quiet'),
    );
}

export function addAccountOptions(command: Command, timeout = usualTimeout): Command {
  return addConnectionOptions(addCommonOptions(command), timeout);
}

const usualTimeout = '15s';

/** How an account is reached. @param timeout for one request, unless given */
export function addConnectionOptions(command: Command, timeout = usualTimeout): Command {
  return command
    .addOption(
      new Option(
        '--endpoint <url>',
        'another host than the vendor’s: a URL, or `emulator`; the region stays',
      ),
    )
    .addOption(duration('--timeout <duration>', 'for one request').default(timeoutOption(timeout), timeout))
    .addOption(duration('--deadline <duration>', 'for the whole run (default: none)'))
    .addOption(
      new Option('--parallelism <n>', 'requests, or steps, at once').argParser(parseWhole(1, 50)).default(10),
    )
    .addOption(
      new Option(
        '--rate <n>',
        'requests a second (default: 9, a little below what the vendor allows)',
      ).argParser(parseWhole(1, 1000)),
    );
}

export function addShapingOptions(command: Command): Command {
  return addAllowOption(command)
    .addOption(
      new Option(
        '--retire',
        'delete superseded lists whose replacements are all OK, instant words published',
      ).default(false),
    )
    .addOption(
      new Option(
        '--delete-first',
        'where no slot is free, delete a list before its replacement is made or published (downtime)',
      ).default(false),
    );
}

export function addAllowOption(command: Command): Command {
  return command.addOption(
    new Option('--allow <guard>', `lift one guard: ${allowanceNames().join(', ')} (repeatable)`)
      .argParser(collect)
      .default([], 'none'),
  );
}

/** What every command takes whose result is a report. */
export function addOutOption(command: Command): Command {
  return command.addOption(
    new Option('--out <file>', `also write it to a file: ${fileExtensions().join(', ')} (repeatable)`)
      .argParser(collect)
      .default([], 'none'),
  );
}

/** What every command takes that changes the account. */
export function addWriteOptions(command: Command): Command {
  return addOutOption(command)
    .addOption(new Option('--yes', 'approve whatever the fresh plan is').default(false))
    .addOption(new Option('--expect-digest <digest>', 'apply only if the fresh plan has this digest'))
    .addOption(duration('--wait <duration>', 'for each written list to be OK').default(60_000, '60s'))
    .addOption(
      new Option(
        '--wait-slot <duration>',
        'for each list to be made, when the account is full although the plan had a slot',
      )
        .argParser(durationOption)
        .default(0, '0s'),
    );
}

function duration(flags: string, description: string): Option {
  return new Option(flags, description).argParser(timeoutOption);
}

export function shapingOf({ retire, deleteFirst }: Pick<ShapingOptions, 'retire' | 'deleteFirst'>): Shaping {
  return { retire, delete_first: deleteFirst };
}

/** Reads what `--allow` lifts. @throws VocabError `usage` for an allowance that does not exist */
export function allowancesOf({ allow }: Pick<ShapingOptions, 'allow'>): readonly Allowance[] {
  return requireAllowances(allow, '--allow ');
}

/** Approvals belong to one run and one pair of eyes, so a variable cannot give them. */
const neverFromEnvironment: readonly string[] = ['allow', 'yes', 'expectDigest', 'out', 'version', 'help'];

/**
 * Options that were not given on the command line, from `VOCABSYNC_<FLAG>`: `--detailed-exitcode` is
 * `VOCABSYNC_DETAILED_EXITCODE`. An empty variable counts as none: that is what a CI system sets for an input left out.
 * @throws VocabError `usage` for a value the flag would not take
 */
export function applyEnvironment(command: Command, { env }: Context): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const variable = variableOf(option);
    const value = variable === null ? undefined : env[variable];
    const given = command.getOptionValueSource(name) === 'cli';
    if (variable === null || value === undefined || value === '' || given) continue;
    command.setOptionValueWithSource(name, valueFrom(option, { variable, value }), 'env');
  }
}

/**
 * The variable that an option can be given by; null: it is for one run.
 * @internal to be asked by the pages of the commands
 */
export function variableOf(option: Option): string | null {
  if (neverFromEnvironment.includes(option.attributeName())) return null;
  return `VOCABSYNC_${(option.long ?? '').slice(2).replaceAll('-', '_').toUpperCase()}`;
}

interface Variable {
  readonly variable: string;
  readonly value: string;
}

function valueFrom(option: Option, { variable, value }: Variable): unknown {
  try {
    if (option.isBoolean()) return parseSwitch(value);
    return option.parseArg === undefined ? value : option.parseArg(value, option.defaultValue);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new VocabError('usage', `${variable}: ${error.message}`, {
      hint: `correct the variable, or give ${option.long}`,
    });
  }
}
