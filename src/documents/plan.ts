import * as z from 'zod';
import type { BlockRule } from '../model/plan.js';
import { change, listed, offlineChange, step } from './change.js';
import { about, diagnostics, failureOf, headOf, kindOf } from './head.js';
import { instant, offlineInstant } from './instant.js';
import { count, openSet } from './sets.js';

const digest = z
  .string()
  .regex(/^vs\d+:sha256:[0-9a-f]{64}$/)
  .describe(
    'The hash of what would be written, and where: what is approved when a plan is. Compare it as a whole.',
  );

const quota = z
  .looseObject({
    limit: count('How many lists the account may hold.'),
    in_use: count('How many it holds.'),
    unmanaged: count('How many of them are not ours.'),
    peak: count('The most it holds at any time while the plan is carried out.'),
    after: count('How many it holds afterwards.'),
  })
  .describe('The slots of the account.');

const account = z
  .looseObject({
    ...about,
    endpoint: z.string().describe('The base URL that was asked, or `emulator`.'),
    workspace: z.string().nullable().describe('The vendor’s workspace; null for the default one.'),
    api_key_env: z.string().optional().describe('The name of the variable that the key was read from.'),
    quota,
  })
  .describe('The account that the document is about.');

export const summary = z
  .looseObject({
    create: count('Lists to be made.'),
    update: count('Lists that get other words.'),
    delete: count('Lists that go.'),
    keep: count('Lists that nothing asks for, and that stay.'),
    no_op: count('Lists that are as they should be.'),
  })
  .meta({ id: 'Summary', title: 'Summary', description: 'How many lists there are of each action.' });

const blocked = z
  .looseObject({
    rule: openSet<BlockRule>('What holds the plan back.', {
      'no-slot': 'all slots are taken',
      rival: 'a second list of a prefix and model has words nobody here wrote',
      'pinned-list-missing': 'a `vocabulary_id` that is not there',
      'max-deletes': 'more orphans would go than one run may delete',
      'hotword-loss': 'a list would lose too many words',
      'drop-fields': 'an update would drop fields that vocabsync cannot write',
    }),
    address: z.string().nullable().describe('The list it is about; null when it is about the whole account.'),
    message: z.string().describe('Why, with the values.'),
    hint: z.string().nullable().describe('The first of the ways out, for readers that show one line.'),
    hints: z
      .array(z.string())
      .describe('The ways out, each an instruction; several where there is a choice.'),
  })
  .meta({
    id: 'Blocked',
    title: 'Blocked',
    description: 'Something that keeps the whole plan from being applied.',
  });

const unmanaged = z.looseObject(listed).meta({
  id: 'UnmanagedList',
  title: 'Unmanaged list',
  description: 'A list that is not ours: counted, never touched.',
});

/** What plans, offline or not, and their results have. */
const judged = {
  summary: summary.describe('What the changes come to.'),
  diagnostics,
  blocked: z.array(blocked).describe('Why the plan is not applied; empty when nothing holds it back.'),
};

const steps = z.array(step).describe('The writes, in their order. Empty: nothing has to be done.');

/** What everything that is made of a plan for an account has. */
export const planFields = {
  digest,
  account,
  shaping: z
    .looseObject({
      retire: z
        .boolean()
        .describe(
          'Whether superseded lists go whose replacements are all OK, instant words published: `--retire`.',
        ),
      delete_first: z
        .boolean()
        .describe(
          'Whether a list may go before its replacement is made, where no slot is free: `--delete-first`.',
        ),
    })
    .describe('The flags that change what is planned.'),
  changes: z
    .array(change)
    .describe('Every list that is ours or asked for, also those that stay as they are.'),
  instant,
  steps,
  ...judged,
  unmanaged: z.array(unmanaged).describe('The lists of the account that are not ours.'),
};

export const offlineFields = {
  changes: z.array(offlineChange).describe('Every list that the base or the configuration asks for.'),
  instant: offlineInstant,
  steps,
  ...judged,
};

export const planDocument = z
  .union([
    z
      .looseObject({ ...headOf(kindOf('plan')), ...planFields })
      .describe('What apply would do. `vocabsync apply` takes this document as a file.'),
    failureOf(kindOf('plan')),
  ])
  .meta({
    title: 'vocabsync plan document',
    description:
      'What `vocabsync plan --format json` prints and `--out plan.json` writes. When the command fails, it prints why in its place.',
  });
