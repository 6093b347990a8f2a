import { environmentName, type OutputFormat } from '../../model/config.js';
import type { Desired, DesiredConsumer } from '../../model/desired.js';
import { VocabError } from '../../model/errors.js';
import { didYouMean } from '../../model/text/closest.js';

export interface Wanted {
  readonly format: OutputFormat;
  /** The name of the only one; left out: all. */
  readonly consumer?: string;
}

/** Finds the consumers that are told of. @throws VocabError `usage`, before anybody is asked */
export function chooseConsumers(
  { consumers }: Desired,
  { consumer, format }: Wanted,
): readonly DesiredConsumer[] {
  const chosen = consumer === undefined ? consumers : [findConsumer(consumer, consumers)];
  if (format === 'dotenv') requireOwnVariables(chosen);
  return chosen;
}

function findConsumer(name: string, consumers: readonly DesiredConsumer[]): DesiredConsumer {
  const found = consumers.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = consumers.map((one) => one.name);
  const known = names.length === 0 ? 'the configuration has none' : `there are ${names.join(', ')}`;
  throw new VocabError('usage', `there is no consumer "${name}"`, {
    hint: didYouMean(name, names) ?? `name one that stands under \`consumers\`; ${known}`,
  });
}

/** Names that differ only in punctuation become one variable, and one program would get the other's list. */
function requireOwnVariables(consumers: readonly DesiredConsumer[]): void {
  const first = new Map<string, string>();
  for (const { name } of consumers) {
    const variable = environmentName(name);
    const earlier = first.get(variable);
    if (earlier !== undefined) throw collision(variable, earlier, name);
    first.set(variable, name);
  }
}

function collision(variable: string, one: string, other: string): VocabError {
  const message = `the consumers "${one}" and "${other}" would both be VOCAB_${variable}_ID`;
  return new VocabError('usage', message, {
    hint: 'rename one of them, print one with --consumer, or take --format json',
  });
}
