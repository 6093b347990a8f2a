import * as z from 'zod';
import { failureOf, headOf, kindOf } from './head.js';
import { openSet } from './sets.js';

const state = openSet('How it stands.', {
  failed: 'there is nothing to tell but why',
  partly: 'something was written, and not everything is done',
  blocked: 'something holds the changes back, or an evaluation is not as it should be',
  changes: 'something changes, has drifted, or in an evaluation is worth a look',
  waiting: 'nothing changes, and a list is not OK',
  clean: 'nothing changes, or all evaluations are fine',
});

const row = {
  account: z
    .string()
    .describe('What people call it: the name of the account, else the path of its configuration.'),
  config: z
    .string()
    .nullable()
    .describe(
      'The path of its configuration, as its repository calls it; null when its document does not say.',
    ),
  state,
  headline: z.string().describe('What it comes to, in a line for people.'),
  where: z.string().describe('Its host, or what it is compared with; empty when nobody knows.'),
};

const account = z
  .looseObject({
    ...row,
    digest: z
      .string()
      .nullable()
      .describe('What is approved by approving it; null where nothing can be, or need be.'),
  })
  .meta({ id: 'AccountRow', title: 'Account', description: 'One account of several.' });

const configuration = z
  .looseObject(row)
  .meta({ id: 'Configuration', title: 'Configuration', description: 'One configuration of several.' });

export const combineDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('combine')),
        of: z.string().describe('The kind of the documents that were combined.'),
        state,
        headline: z.string().describe('How many accounts stand how, in a line for people.'),
        accounts: z.array(account).describe('A row an account, the worst first.'),
        documents: z
          .array(z.looseObject({ kind: z.string().describe('As in the document itself.') }))
          .describe('The documents themselves, in the order in which they were named.'),
      })
      .describe('Several accounts side by side.'),
    failureOf(kindOf('combine')),
  ])
  .meta({
    title: 'vocabsync combine document',
    description:
      'What `vocabsync combine --format json` prints. When the command fails, it prints why in its place.',
  });

export const affectedDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('affected')),
        base: z.string().describe('The commit that was compared with, as it was named, with its id.'),
        headline: z.string().describe('How many configurations change, in a line for people.'),
        configs: z
          .array(configuration)
          .describe(
            'Those that ask for something else than at the base, or cannot be read: a matrix for CI.',
          ),
        unaffected: z.array(configuration).describe('Those that ask for the same.'),
      })
      .describe('Which configurations a change reaches.'),
    failureOf(kindOf('affected')),
  ])
  .meta({
    title: 'vocabsync affected document',
    description:
      'What `vocabsync affected --format json` prints. When the command fails, it prints why in its place.',
  });
