import * as z from 'zod';
import { count } from './sets.js';

const weighted = {
  weight: z
    .number()
    .describe(
      'How strongly the word is favoured: 1 to 5, or 50 for models with super hotwords. 0: the vendor sent none.',
    ),
  extra: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      'Fields of the entry that vocabsync passes on and does not interpret. Absent when there are none.',
    ),
};

const named = {
  text: z.string().describe('The word. What looks like an API key is hidden as `sk-…`.'),
  lang: z.string().nullable().describe('The language of the word; null when the entry names none.'),
};

const remarks = {
  note: z
    .string()
    .optional()
    .describe('What people should know of the word; never sent. Absent when there is nothing.'),
  expires: z
    .string()
    .optional()
    .describe(
      'The day after which the word is no longer needed, as YYYY-MM-DD; never sent. Absent when it has none.',
    ),
};

/** A word as a request carries it: nothing but its weight goes with it. */
export const sentWord = z
  .looseObject({ text: named.text, weight: weighted.weight, ...remarks })
  .meta({ id: 'SentHotword', title: 'Sent hotword', description: 'A word that goes with each request.' });

const hotword = z
  .looseObject({ ...named, ...weighted, ...remarks })
  .meta({ id: 'Hotword', title: 'Hotword', description: 'An entry of a list.' });

const side = z.looseObject({
  ...weighted,
  lang: named.lang
    .optional()
    .describe('The language there, where that is another one. Absent where it is the same.'),
});

const changedHotword = z
  .looseObject({
    ...named,
    ...remarks,
    before: side.describe('What is there.'),
    after: side.describe('What shall be there.'),
  })
  .meta({
    id: 'ChangedHotword',
    title: 'Changed hotword',
    description: 'A word with the same text and language that gets another weight or other fields.',
  });

/** The way from one list of words to another. */
export const words = z
  .looseObject({
    added: z.array(hotword).describe('Words that only the new list has.'),
    removed: z.array(hotword).describe('Words that only the old list has.'),
    changed: z.array(changedHotword).describe('Words that both have, with another weight or other fields.'),
    unchanged: count('How many words are the same in both.'),
  })
  .meta({ id: 'Words', title: 'Words', description: 'How the words of two lists differ.' });
