import * as z from 'zod';
import { address } from './change.js';
import { count } from './sets.js';
import { sentWord, words } from './words.js';

const described = {
  name: z.string().describe('The name of the vocabulary. It has no list, and so no address.'),
  owner: z.string().optional().describe('Who answers for the vocabulary. Absent when it names nobody.'),
  target_models: z.array(z.string()).describe('The models whose requests may carry its words.'),
  consumers: z.array(z.string()).describe('The programs that send its words, by name.'),
};

const replaces = 'The lists that its vocabulary was, as far as they are still there; empty for most.';
const difference = words.describe('From the words of the list to those that are sent.');

const planned = z
  .looseObject({
    ...described,
    hotwords: z.array(sentWord).describe('All its words, sorted as they are published.'),
    replaces: z
      .array(
        z.looseObject({
          address,
          vocabulary_id: z.string().describe('The id of the list.'),
          hotwords: difference,
        }),
      )
      .describe(replaces),
  })
  .meta({
    id: 'InstantVocabulary',
    title: 'Instant vocabulary',
    description:
      'A vocabulary whose words go with each request. Nothing is written to the account for it, and it needs no slot.',
  });

const side = {
  target_models: z.array(z.string()).describe('The models there.'),
  hotword_count: count('How many words it has there.'),
};

const compared = z
  .looseObject({
    ...described,
    before: z
      .looseObject(side)
      .nullable()
      .describe('What the base says; null when it is not instant there, or not there.'),
    after: z
      .looseObject(side)
      .nullable()
      .describe('What the configuration says; null when it is not instant any more, or gone.'),
    hotwords: words.describe('From the words that were sent to those that are to be.'),
    replaces: z.array(z.looseObject({ address, hotwords: difference })).describe(replaces),
  })
  .meta({
    id: 'InstantVocabulary',
    title: 'Instant vocabulary',
    description:
      'A vocabulary whose words go with each request: how they differ from those of the base, also when they do not.',
  });

const absent = 'Absent in documents of versions that did not know any.';

/** What a plan, a drift or a result says of vocabularies without a list. */
export const instant = z
  .array(planned)
  .optional()
  .describe(`The vocabularies whose words go with each request, apart from the lists. ${absent}`);

/** What a comparison says of them. */
export const offlineInstant = z
  .array(compared)
  .optional()
  .describe(`The vocabularies of both sides whose words go with each request. ${absent}`);
