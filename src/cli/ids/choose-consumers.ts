import { findConsumer } from '../../library/find-consumer.js';
import { environmentName, type OutputFormat } from '../../model/config.js';
import type { Desired, DesiredConsumer } from '../../model/desired.js';
import { VocabError } from '../../model/errors.js';

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
  const chosen = consumer === undefined ? consumers : [findConsumer(consumers, consumer)];
  if (format === 'dotenv') requireOwnVariables(chosen);
  return chosen;
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
