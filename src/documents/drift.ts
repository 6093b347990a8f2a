import * as z from 'zod';
import type { DriftClass } from '../model/drift.js';
import { address, consumers, listed } from './change.js';
import { failureOf, headOf, kindOf } from './head.js';
import { planFields } from './plan.js';
import { closedSet } from './sets.js';

const list = {
  address,
  vocabulary_id: listed.vocabulary_id.nullable().describe('The id of the list; null when it is missing.'),
  status: listed.status
    .nullable()
    .describe(
      'The vendor’s status: `OK`, or recognition silently ignores the list; null when it is missing.',
    ),
  consumers,
};

const drifted = z
  .looseObject({
    class: closedSet<DriftClass>('How it differs:', {
      missing: 'a list that shall exist does not',
      changed: 'its words are others',
      extra: 'a list of ours that nothing asks for',
      duplicate: 'one more list of a prefix and model, with the same words',
      rival: 'one more list of a prefix and model, with others',
      'not-ready': 'its status is not OK',
    }),
    ...list,
  })
  .meta({
    id: 'Drift',
    title: 'Drift',
    description: 'One way in which a list is not as the configuration has it.',
  });

const kept = z
  .looseObject({ reason: z.string().describe('Why, as the reason of a change. Accept others.'), ...list })
  .meta({
    id: 'KeptList',
    title: 'Kept list',
    description: 'A list that nothing asks for, and that is kept on purpose.',
  });

export const driftDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('drift')),
        ...planFields,
        drift: z
          .array(drifted)
          .describe('What is wrong, and who notices; empty when nothing is. A list may be there twice.'),
        kept: z
          .array(kept)
          .describe('Superseded lists and lists under `protect`: worth a note, and no drift.'),
      })
      .describe('How the account differs from the configuration, beside the plan that would put it right.'),
    failureOf(kindOf('drift')),
  ])
  .meta({
    title: 'vocabsync drift document',
    description:
      'What `vocabsync drift --format json` prints. When the command fails, it prints why in its place.',
  });
