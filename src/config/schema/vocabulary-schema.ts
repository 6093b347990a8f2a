import * as z from 'zod/mini';
import { deliveries } from '../../model/config.js';
import { isRemark, longestRemark } from '../words/remarks.js';
import {
  choice,
  integer,
  later,
  list,
  mapping,
  mostWeight,
  name,
  path,
  prefixShape,
  text,
  told,
} from './fields.js';

/** An entry as an editor sees it. Entries are read by entries.ts, and never validated by this. */
const hotword = later(() =>
  told(
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      mapping({
        text: told(z.union([z.string(), z.number(), z.boolean(), z.null()]), {
          description:
            'The word. With any non-ASCII character at most 15 characters, else at most 7 words. What looks like a number or a date stays text.',
        }),
        weight: told(
          z.optional(z.nullable(integer(0, mostWeight))),
          '1 to 5; 50 for super hotwords where the model knows them.',
        ),
        lang: told(
          z.optional(z.nullable(z.string())),
          'A language code such as zh, en or ja; left out: any.',
        ),
        note: told(
          z.optional(
            z.nullable(z.union([z.string().check(z.maxLength(longestRemark)), z.number(), z.boolean()])),
          ),
          'For people, shown beside the word in every report; sent nowhere. One line.',
        ),
        expires: told(
          z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))),
          'The last day on which the word is wanted, YYYY-MM-DD. Once it has passed, a warning.',
        ),
        extra: told(
          z.optional(z.nullable(z.record(z.string(), z.unknown()))),
          'Further fields for the vendor, sent as they are.',
        ),
      }),
    ]),
    'A word with the default weight, or a mapping of text, weight, lang, note, expires and extra.',
  ),
);

const header = () => text('the header of a column');

/** A path, or a table with headers of its own. */
const include = later(() =>
  z.union(
    [
      path(),
      mapping({
        file: told(path(), 'The table, a .csv or .tsv.'),
        columns: told(
          mapping({
            text: told(header(), 'The header of the column with the words.'),
            weight: told(z.optional(header()), 'The header of the column with the weights.'),
            lang: told(z.optional(header()), 'The header of the column with the languages.'),
            note: told(z.optional(header()), 'The header of the column with the notes, for people.'),
            expires: told(z.optional(header()), 'The header of the column with the last days.'),
          }),
          "The table's own headers. Columns that are not named are not read.",
        ),
      }),
    ],
    { error: 'a path, or { file: …, columns: { text: … } }' },
  ),
);

const vocabularyId = text('a vocabulary_id');
const ownerForm = `the name of a person or a team, in a line of at most ${longestRemark} characters`;

/** An empty one is said to be none already. */
function isOwner(value: string): boolean {
  return value === '' || isRemark(value);
}

const vocabularyShape = {
  name: told(name(), 'Unique. Lists are called name@target_model.'),
  delivery: told(
    z.optional(choice(deliveries)),
    'How the words reach recognition: `list`, kept in the account (the default), or `instant`, with each request, which needs no slot.',
  ),
  prefix: told(z.optional(text('1 to 9 lower-case letters and digits')), {
    description:
      'Begins the vocabulary_id, and with the target model identifies the list: 1 to 9 of a-z and 0-9. Instant vocabularies have none.',
    ...prefixShape,
  }),
  target_model: told(
    z.optional(text('the name of a model')),
    'Exactly the model string recognition uses. A list does nothing with any other model.',
  ),
  target_models: told(
    z.optional(list(text('the name of a model'), 'a list of models')),
    'Several models: one list each, one slot of the account each.',
  ),
  previous_prefixes: told(
    z.optional(list(told(text('a prefix'), prefixShape), 'a list of prefixes')),
    'After a rename: lists there are superseded by this vocabulary, and are no orphans.',
  ),
  vocabulary_id: told(
    z.optional(
      z.union([vocabularyId, list(vocabularyId, 'a list of ids')], {
        error: 'a vocabulary_id, or a list of them',
      }),
    ),
    'Pins existing lists: they are this vocabulary, whatever else matches.',
  ),
  description: told(z.optional(text('a text')), 'For people; sent nowhere.'),
  owner: told(z.optional(text(ownerForm).check(z.refine(isOwner, { error: ownerForm }))), {
    description: 'Who answers for the words, for people: shown with the list in every report; sent nowhere.',
    maxLength: longestRemark,
  }),
  hotwords: told(z.optional(list(hotword, 'a list of hotwords')), 'The words to recognise.'),
  include: told(
    z.optional(list(include, 'a list of paths')),
    'Files with more hotwords, relative to this file: .txt (a word a line), .csv or .tsv (text,weight,lang,note,expires), .yaml, .json.',
  ),
};

/** For editors only: reading says more of what a vocabulary of either delivery must not have. */
const asInstant = {
  properties: {
    delivery: { const: 'instant', description: 'With each request: without prefix and vocabulary_id.' },
  },
  required: ['delivery'],
};

export const vocabularySchema = told(mapping(vocabularyShape), {
  title: 'vocabsync vocabulary',
  description:
    'Hotwords: a list that is kept in the account for each target model, or words that go with each request.',
  not: { required: ['target_model', 'target_models'] },
  // Not beside each other in one `anyOf`: that is how alternatives of a key are told.
  allOf: [
    { not: { ...asInstant, anyOf: [{ required: ['prefix'] }, { required: ['vocabulary_id'] }] } },
    { anyOf: [{ required: ['prefix'] }, asInstant] },
  ],
});
