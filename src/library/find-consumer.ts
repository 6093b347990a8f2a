import { VocabError } from '../model/errors.js';
import { namesOffered } from '../model/text/and-more.js';
import { didYouMean } from '../model/text/closest.js';

/** The consumer of a name. @throws VocabError `usage` when there is none, with the names that there are */
export function findConsumer<Consumer extends { readonly name: string }>(
  consumers: readonly Consumer[],
  name: string,
): Consumer {
  const found = consumers.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = consumers.map((one) => one.name);
  const known = names.length === 0 ? 'the configuration has none' : `there are ${namesOffered(names)}`;
  throw new VocabError('usage', `there is no consumer "${name}"`, {
    hint: didYouMean(name, names) ?? `name one that stands under \`consumers\`; ${known}`,
  });
}
