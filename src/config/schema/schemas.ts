import * as z from 'zod/mini';
import { ruleLevels, standings } from '../../model/catalogue/rule-standings.js';
import { families, modelForm, regions } from '../../model/catalogue/target-models.js';
import { deliveries, outputFormats } from '../../model/config.js';
import { isRemark, longestRemark } from '../words/remarks.js';
import {
  choice,
  duration,
  exactly,
  flag,
  integer,
  later,
  list,
  mapping,
  pattern,
  record,
  share,
  text,
  told,
} from './fields.js';

// What the descriptions say is what an editor shows: `vocabsync schema` prints these as JSON Schema.

const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const nameForm = '1 to 63 letters of ASCII, digits and - _ . that begin with a letter or digit';
/** For editors only: desired/rules says more about a bad prefix than a pattern can. */
const prefixShape = { pattern: '^[a-z0-9]{1,10}$' };
/** What is told of a schema stays with it, so that each key has one of its own. */
const path = () => text('a path');
/** Far above any weight that a model takes; the rules say which it does. */
const mostWeight = 1000;
/** Output files for shells hold it, and nothing in it may mean anything to them. */
const modelName = {
  form: modelForm,
  expected: 'letters of ASCII, digits and . _ : / @ + - that begin with a letter or digit',
};

const ruleId = { form: /^[a-z][a-z0-9-]*$/, expected: 'the id of a rule, such as sounds-alike' };

const accountForm = '1 to 63 letters, digits and . _ - that begin with a letter or digit';
const endpointForm = 'emulator, or the https URL of a vendor host without user, query or fragment';

/** `emulator`, or an https URL that carries nothing but the address: no user, query or fragment. */
function isEndpoint(value: string): boolean {
  return value === 'emulator' || (/^https:\/\/[^\s@?#]+$/.test(value) && URL.canParse(value));
}

export const accountSchema = told(
  mapping({
    name: told(
      z.optional(pattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u, accountForm)),
      'What people call it, such as production. Two accounts of one region are told apart by it: in headlines, comments and approvals.',
    ),
    region: told(
      choice(regions),
      'Where the account lives: picks the host and the catalogue of models. A key works in one region only.',
    ),
    endpoint: told(z.optional(text(endpointForm).check(z.refine(isEndpoint, { error: endpointForm }))), {
      description:
        "Instead of the region's host: `emulator`, or the https URL of one of the vendor's workspace hosts. Any other host is given with --endpoint only.",
      pattern: '^(emulator|https://[^\\s@?#]+)$',
    }),
    api_key_env: told(
      z._default(
        pattern(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the NAME of an environment variable'),
        'DASHSCOPE_API_KEY',
      ),
      'The NAME of the environment variable that holds the key, never the key. Default DASHSCOPE_API_KEY.',
    ),
    list_quota: told(
      z._default(integer(1, 10_000), 10),
      'How many lists the account may hold. Raise it when the vendor has raised yours. Default 10.',
    ),
    workspace: told(
      z.optional(text('the id of a workspace')),
      'Sent as X-DashScope-WorkSpace with every request.',
    ),
  }),
  'The account this configuration describes: one configuration, one account.',
);

const defaults = told(
  mapping({
    weight: told(
      z._default(integer(1, mostWeight), 4),
      'Of hotwords that name none. Default 4, which the vendor recommends.',
    ),
    target_model: told(
      z.optional(text('the name of a model')),
      'Of vocabularies that name none: exactly the model string recognition uses.',
    ),
  }),
  'What vocabularies and hotwords take when they do not say it themselves.',
);

const consumer = later(() =>
  told(
    mapping({
      name: told(pattern(safeName, nameForm), 'Unique; a key of the ids that applications read.'),
      vocabulary: told(
        z.optional(text('the name of a vocabulary; several go under vocabularies')),
        'The name of the vocabulary it recognises with.',
      ),
      vocabularies: told(
        z.optional(list(text('the name of a vocabulary'), 'a list of names of vocabularies')),
        'Several vocabularies: recognition takes one list, so all but one must be `delivery: instant`.',
      ),
      model: told(
        text('the name of a model'),
        'The model string the program passes to recognition: one of the target models of the vocabulary.',
      ),
      language_hints: told(
        z.optional(list(text('a language code'), 'a list of language codes')),
        'The language_hints the program passes to recognition; words of another lang do nothing there.',
      ),
    }),
    {
      description: 'A program that recognises speech with the words of vocabularies.',
      oneOf: [{ required: ['vocabulary'] }, { required: ['vocabularies'] }],
    },
  ),
);

const output = later(() =>
  told(
    mapping({
      path: told(path(), "The file to write, inside the configuration's folder and relative to it."),
      format: told(choice(outputFormats), 'The format of the file.'),
    }),
    'A file with the ids that applications read, written by apply.',
  ),
);

const evaluation = later(() =>
  told(
    mapping({
      name: told(pattern(safeName, nameForm), 'Unique; what `vocabsync eval NAME` takes.'),
      consumer: told(
        text('the name of a consumer'),
        'Whose words are to be heard: the name of a consumer, whose model and language_hints are used.',
      ),
      clips: told(
        path(),
        'The manifest, relative to this file: a clip a line, {"audio": "001.wav", "text": "what is said"}.',
      ),
      min_recall: told(
        z.optional(share()),
        'The share of the words said that must be heard, such as 90%. Left out: any.',
      ),
      max_false: told(
        z.optional(integer(0, 1_000_000)),
        'How many words may be heard where nobody said them. Left out: any number.',
      ),
      repeat: told(
        z._default(integer(1, 10), 1),
        'How often each clip is recognised, since recognition may differ from time to time. Default 1.',
      ),
    }),
    'A check with recordings whether the words of a consumer are heard, made by eval.',
  ),
);

const guards = told(
  mapping({
    max_deletes: told(
      z._default(integer(0, 10_000), 1),
      'How many orphans one run may delete without --allow max-deletes. Default 1.',
    ),
    max_hotword_loss: told(
      z.prefault(share(), '50%'),
      'The share of its words a list may lose without --allow hotword-loss. Default 50%.',
    ),
    update_interval: told(
      z.prefault(duration(), '5m'),
      'Between two updates of one list. The vendor advises 5 minutes; 0s for the emulator. Default 5m.',
    ),
  }),
  'What one run may not do without being told so.',
);

const model = later(() =>
  told(
    mapping({
      family: told(choice(families), 'What the model leaves out below comes from its family.'),
      max_hotwords: told(
        z.optional(integer(1, 1_000_000)),
        'The most hotwords a list for this model may have.',
      ),
      langs: told(
        z.optional(list(text('a language code'), 'a list of language codes')),
        'The languages an entry may name.',
      ),
      weights: told(
        z.optional(
          mapping({
            min: told(integer(0, mostWeight), 'The smallest weight.'),
            max: told(integer(0, mostWeight), 'The largest ordinary weight.'),
            super: told(
              z.optional(integer(0, mostWeight)),
              'The one weight outside the range, for a few super hotwords.',
            ),
          }),
        ),
        'The weights an entry may have.',
      ),
      regions: told(
        z.optional(list(choice(regions), 'a list of regions')),
        'Where the model is offered. Default everywhere.',
      ),
      instant: told(
        z.optional(flag()),
        'Whether it takes hotwords with each request. Default as its family: qwen-audio does.',
      ),
    }),
    'A recognition model that takes hotwords.',
  ),
);

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
          z.optional(integer(0, mostWeight)),
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
  name: told(pattern(safeName, nameForm), 'Unique. Lists are called name@target_model.'),
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

export const defaultsSchema = z.prefault(defaults, {});

/** For editors only: desired/rules says why a rule cannot be set, and what a misspelt one was meant to be. */
const settableRules = Object.fromEntries(
  [...standings]
    .filter(([, { levels }]) => levels.length > 0)
    .map(([rule, { severity, levels }]) => [
      rule,
      { type: 'string', enum: levels, description: `By itself ${severity}.` },
    ]),
);

const configShape = {
  version: told(exactly(1), 'Of this format: 1.'),
  account: accountSchema,
  namespace: told(
    z.optional(pattern(/^[a-z0-9]{3,10}$/, '3 to 10 lower-case letters and digits')),
    'Lists whose prefix starts with this are ours even when no vocabulary names them any more.',
  ),
  prune: told(
    z.optional(flag()),
    'Required with a namespace: true deletes lists in it that no vocabulary names, false only reports them.',
  ),
  defaults: defaultsSchema,
  vocabularies: told(
    list(z.union([path(), vocabularySchema]), 'a list of files, patterns and vocabularies'),
    'Files, patterns (* ** ? [a-z] {a,b}) and vocabularies written in place, mixed. [] is an answer.',
  ),
  removed: told(
    z.optional(list(text('a prefix or a vocabulary_id'), 'a list of prefixes and ids')),
    'Prefixes or ids whose lists shall go: a reviewed line that needs neither prune nor an allowance.',
  ),
  protect: told(
    z.optional(list(told(text('a prefix'), prefixShape), 'a list of prefixes')),
    'Exact prefixes whose lists are never deleted, whatever else is said.',
  ),
  consumers: told(
    z.optional(list(consumer, 'a list of consumers')),
    'The programs that recognise with the lists, so that a pairing that does nothing is an error.',
  ),
  outputs: told(z.optional(list(output, 'a list of outputs')), 'Files that publish the ids of the lists.'),
  evaluations: told(
    z.optional(list(evaluation, 'a list of evaluations')),
    'Checks with recordings whether words are heard, made by eval and by nothing else.',
  ),
  guards: z.prefault(guards, {}),
  models: told(
    z.optional(record(model, 'a mapping of model names', modelName)),
    'Adds to or overrides the built-in, dated catalogue of models.',
  ),
  rules: told(
    z.optional(record(choice(ruleLevels), 'a mapping of rule ids to off, info, warning or error', ruleId)),
    {
      description:
        'How seriously rules are taken: off, info, warning or error, by their id. What makes a configuration unusable cannot be set.',
      properties: settableRules,
      additionalProperties: false,
    },
  ),
};

export const configSchema = told(mapping(configShape), {
  title: 'vocabsync configuration',
  description: 'The hotword lists one account shall hold.',
  dependencies: { namespace: ['prune'], prune: ['namespace'] },
});

export type RawConfig = z.output<typeof configSchema>;

/** What these say decides what other keys mean. */
const decisive: readonly string[] = ['defaults', 'models'] satisfies (keyof RawConfig)[];

/** Keys that may be left out, and without which the others mean the same. Asked for only where something is wrong. */
export function dispensableKeys(): readonly string[] {
  return Object.entries(configShape)
    .filter(([key, value]) => !decisive.includes(key) && value.safeParse(undefined, once).success)
    .map(([key]) => key);
}

/** How a schema is applied once or twice: zod would write and compile a program for each, 4 ms in all. */
export const once = { jitless: true } as const;
