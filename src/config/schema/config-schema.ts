import * as z from 'zod/mini';
import { ruleLevels, standings } from '../../model/catalogue/rule-standings.js';
import { accountSchema } from './account-schema.js';
import { consumer, evaluation, output } from './consumer-schemas.js';
import {
  choice,
  duration,
  exactly,
  flag,
  integer,
  list,
  mapping,
  mostWeight,
  once,
  path,
  pattern,
  prefixShape,
  record,
  share,
  text,
  told,
} from './fields.js';
import { model, modelName } from './model-schema.js';
import { vocabularySchema } from './vocabulary-schema.js';

// What the descriptions say is what an editor shows: `vocabsync schema` prints these as JSON Schema.

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

export const defaultsSchema = z.prefault(defaults, {});

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

const ruleId = { form: /^[a-z][a-z0-9-]*$/, expected: 'the id of a rule, such as sounds-alike' };

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
