import * as z from 'zod';
import type { Action, Reason } from '../model/change.js';
import type { StepOp } from '../model/plan.js';
import { closedSet, count, openSet } from './sets.js';
import { words } from './words.js';

export const address = z
  .string()
  .describe(
    'How people call the list: name@target_model, or prefix@target_model where no vocabulary names it.',
  );

export const consumers = z
  .array(z.string())
  .describe(
    'The programs that recognise speech with the list, by name; of one that is superseded, those that may still.',
  );

const action = closedSet<Action>('What apply would do:', {
  create: 'make the list',
  update: 'give it other words',
  delete: 'remove it',
  keep: 'leave alone a list that nothing asks for',
  'no-op': 'nothing, it is as it should be',
});

const reason = openSet<Reason>('Why.', {
  desired: 'a vocabulary asks for it',
  hotwords_changed: 'its words are others',
  in_sync: 'its words are the same',
  orphan: 'it is in the namespace, and no vocabulary names it',
  removed: 'it stands under `removed`',
  duplicate: 'one more list of a prefix and model, with words that are also elsewhere',
  rival: 'one more list of a prefix and model, with words that are not',
  superseded: 'its vocabulary has moved to another model or prefix',
  replacement_not_ready: 'what takes its place is not OK yet',
  replacement_not_published: 'the words that take its place are not in the published files yet',
  protected: 'it stands under `protect`',
  restored: 'a backup has it',
  delete_first: 'no slot is free for what takes its place',
  abandoned: 'nothing names it any more, and nothing deletes it',
});

const handover = z.looseObject({
  address: z
    .string()
    .describe(
      'The address of the other list; in a comparison the name of the vocabulary, where its words went with requests.',
    ),
  hotwords: words.describe('How the words of the two differ.'),
});

const described = {
  address,
  name: z.string().optional().describe('The name of the vocabulary. Absent for a list that none names.'),
  owner: z.string().optional().describe('Who answers for the vocabulary. Absent when it names nobody.'),
  prefix: z.string().describe('The prefix of the list, as the vendor uses it.'),
  target_model: z.string().describe('The model that the list is for.'),
  action,
  reason,
};

const compared = {
  hotwords: words.describe('From what is there to what shall be there.'),
  replaces: handover
    .optional()
    .describe(
      'The list whose place a new one takes, as its consumers notice it. Absent for every other list.',
    ),
  differs_from: handover
    .optional()
    .describe(
      'For a rival: the list that is bound in its place, and how they differ. Absent for every other list.',
    ),
  words_digest: z
    .string()
    .nullable()
    .describe('A hash of all the words after a create or update; null for every other action.'),
  replaced_by: z
    .string()
    .nullable()
    .describe(
      'The address of the list that takes the place of this one, or the name of the instant vocabulary that does.',
    ),
  consumers,
};

const hotword_count = count('How many words the list has.');

/** A list as the vendor's listing shows it. */
export const listed = {
  vocabulary_id: z.string().describe('The id of the list, by which applications use it.'),
  status: z.string().describe('The vendor’s status: `OK`, or recognition silently ignores the list.'),
  gmt_create: z.string().describe('When the list was made, in the vendor’s spelling, without a zone.'),
  gmt_modified: z
    .string()
    .describe('When the list was last changed, in the vendor’s spelling, without a zone.'),
};

export const change = z
  .looseObject({
    ...described,
    before: z
      .looseObject({ ...listed, hotword_count })
      .nullable()
      .describe('What is there; null for a create.'),
    ...compared,
  })
  .meta({
    id: 'Change',
    title: 'Change',
    description: 'One list: how what is there differs from what is asked for, also when it does not.',
  });

/** Without an account, nobody knows ids and times. */
export const offlineChange = z
  .looseObject({
    ...described,
    before: z
      .looseObject({ hotword_count })
      .nullable()
      .describe('What the base asks for; null for a create.'),
    ...compared,
  })
  .meta({
    id: 'Change',
    title: 'Change',
    description: 'One list: how what the configuration asks for differs from what the base asks for.',
  });

export const stepFields = {
  id: z.string().describe('Its position in the plan: `1`, `2`, …'),
  op: closedSet<StepOp>('What is written:', {
    create: 'a new list',
    update: 'the words of a list',
    delete: 'the list goes',
  }),
  address,
  after: z.array(z.string()).describe('The ids of the steps that must be done before this one starts.'),
  slots_after: count('How many lists the account holds when the steps up to and with this one are done.'),
  not_before: z
    .string()
    .nullable()
    .describe('An update waits until then, in ISO 8601; null: it starts at once.'),
};

export const step = z
  .looseObject(stepFields)
  .meta({ id: 'Step', title: 'Step', description: 'One write, at its place in the order.' });
