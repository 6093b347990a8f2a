import type { EventEmitter } from 'node:events';
import type { Command, Option } from 'commander';
import { VocabError } from '../../model/errors.js';
import { collect } from '../parse-option.js';

/**
 * Makes a command refuse an option of one value that is given twice, in whatever spelling. Commander would let the later
 * value prevail, and whoever reads the first one in a script believes in it. Nothing is left out: an option may be
 * repeated only if its values are collected.
 */
export function refuseRepeated(command: Command): Command {
  for (const option of command.options) if (hasOneValue(option)) refuseSecondValue(command, option);
  return command;
}

function hasOneValue({ required, optional, parseArg }: Option): boolean {
  return (required || optional) && parseArg !== collect;
}

/** Hears what stands on the command line only, as it stands there: a variable of the environment yields to it. */
function refuseSecondValue(command: Command, option: Option): void {
  let first: string | undefined;
  // Commander's own listener reads the value, and might object to that before.
  const emitter: EventEmitter = command as Command & EventEmitter;
  emitter.prependListener(`option:${option.name()}`, (value: string | null) => {
    const text = value ?? '';
    if (first !== undefined) throw givenTwice(option, first, text);
    first = text;
  });
}

function givenTwice({ long, flags }: Option, first: string, second: string): VocabError {
  const values = first === second ? `both times as "${first}"` : `as "${first}" and as "${second}"`;
  return new VocabError('usage', `${long ?? flags} is given twice, ${values}`, {
    hint: 'leave one of them out: it has one value',
  });
}
