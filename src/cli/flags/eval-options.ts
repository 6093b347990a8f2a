import { type Command, Option } from 'commander';
import { mostRepeats } from '../../model/evaluation/evaluation-input.js';
import { audioOption, parseWhole, shareOption } from '../parse-option.js';

/** Adds what says which clips are heard with which words, what it may cost, and what it is held against. */
export function addEvalOptions(command: Command): Command {
  for (const option of [...choices(), ...costs(), ...demands()]) command.addOption(option);
  return command;
}

function choices(): Option[] {
  return [
    new Option('--consumer <name>', 'a consumer in the place of an evaluation, beside --clips'),
    new Option('--clips <file>', 'the manifest of its clips: JSON Lines with audio and text'),
    new Option('--planned', 'also with what YAML asks for, where that can be tried without writing').default(
      false,
    ),
    new Option('--repeat <n>', 'recognise each clip so often, instead of as configured').argParser(
      parseWhole(1, mostRepeats),
    ),
    new Option('--recordings <file>', 'what the emulator hears in recordings; with --endpoint emulator'),
  ];
}

function costs(): Option[] {
  return [
    new Option('--yes', 'send the audio without asking').default(false),
    new Option('--max-audio <duration>', 'send nothing if it takes more audio than that').argParser(
      audioOption,
    ),
    new Option('--fresh', 'recognise everything anew, kept answers or not').default(false),
    new Option('--record <file>', 'also write all answers to a file, for --replay'),
    new Option('--replay <file>', 'score the answers of such a file again; sends nothing').conflicts([
      'record',
      'fresh',
    ]),
  ];
}

function demands(): Option[] {
  return [
    new Option(
      '--min-recall <share>',
      'exit with 2 when less of the words said is heard, such as 90%',
    ).argParser(shareOption),
    new Option('--max-false <n>', 'exit with 2 when more words are heard where nobody said them').argParser(
      parseWhole(0, 1_000_000),
    ),
    new Option(
      '--baseline <file>',
      'an earlier --out FILE.json: exit with 2 for words that were heard and are not any more',
    ),
  ];
}
