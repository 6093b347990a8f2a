import { type Command, Option } from 'commander';
import { collect, durationOption, parseWhole } from '../parse-option.js';

/**
 * Adds the switches that somebody may want who tries out a program: how large, how slow, how strict the account is, and
 * what goes wrong. How an answer is spelt is for tests of clients, which make their emulator themselves.
 */
export function addEmulatorOptions(command: Command): Command {
  for (const option of [
    ...serverOptions(),
    ...accountSwitches(),
    ...answerSwitches(),
    ...recognitionSwitches(),
  ])
    command.addOption(option);
  return command;
}

function serverOptions(): Option[] {
  return [
    new Option('--host <address>', 'address to listen on').default('127.0.0.1'),
    new Option('--port <n>', 'port to listen on; 0 takes a free one')
      .argParser(parseWhole(0, 65_535))
      .default(0),
    new Option(
      '--memory',
      'forget the account at the end instead of keeping it beside the configuration',
    ).default(false),
  ];
}

function accountSwitches(): Option[] {
  return [
    new Option('--quota <n>', 'lists the account may hold').argParser(parseWhole(0, 10_000)),
    new Option('--max-hotwords <n>', 'hotwords of a list (default: as documented for its model)').argParser(
      parseWhole(1, 100_000),
    ),
    time('--deploy-time <duration>', 'until a written list is OK'),
    time('--visibility-lag <duration>', 'until reads show what was written'),
    new Option('--prefix-match <how>', 'what the prefix of a listing selects').choices([
      'exact',
      'starts-with',
    ]),
    new Option('--page-cap <n>', 'most lists of a page').argParser(parseWhole(1, 1000)),
  ];
}

function answerSwitches(): Option[] {
  return [
    time('--latency <duration>', 'before each answer'),
    new Option('--rate <n>', 'requests served a second; above it 429').argParser(parseWhole(1, 100_000)),
    new Option('--retry-after <seconds>', 'sent with 429 and 503').argParser(parseWhole(0, 3600)),
    new Option('--refuse-keys', 'answer 401 to every key, as to one of another region').default(false),
    new Option('--fault <fault>', 'what goes wrong, as ACTION:KIND[@N][*TIMES] (repeatable)')
      .argParser(collect)
      .default([], 'none'),
  ];
}

function recognitionSwitches(): Option[] {
  return [
    new Option('--recordings <file>', 'what recognition hears, by the SHA-256 of the audio (JSON)'),
    time('--task-time <duration>', 'until the transcription of files is done'),
    new Option('--whole-sentences', 'let a stream tell of sentences only once they have ended').default(
      false,
    ),
  ];
}

function time(flags: string, description: string): Option {
  return new Option(flags, description).argParser(durationOption);
}
