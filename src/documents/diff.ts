import * as z from 'zod';
import { failureOf, headOf, kindOf } from './head.js';
import { offlineFields } from './plan.js';
import { count } from './sets.js';

const sent = z.array(z.string()).nullable();

const moved = z
  .looseObject({
    name: z.string().describe('The name of the consumer.'),
    from: z
      .string()
      .nullable()
      .describe('The address of its list in the base; null when it had none, or the consumer is new.'),
    to: z
      .string()
      .nullable()
      .describe('The address of its list now; null when it has none, or the consumer is gone.'),
    instant: z
      .looseObject({
        from: sent.describe('In the base; null when the consumer is new.'),
        to: sent.describe('Now; null when the consumer is gone.'),
      })
      .optional()
      .describe(
        'The instant vocabularies whose words it sends, by name. Absent in documents of versions that did not know any.',
      ),
  })
  .meta({
    id: 'MovedConsumer',
    title: 'Moved consumer',
    description:
      'A program that uses another list than before, or sends the words of other instant vocabularies.',
  });

const setting = z.string().describe('The key, such as `guards.max_deletes`.');

const changedSetting = z
  .union([
    z
      .looseObject({
        name: setting,
        before: z.string().nullable().describe('Its value in the base; null: not set.'),
        after: z.string().nullable().describe('Its value now; null: not set.'),
      })
      .describe('A setting with one value.'),
    z
      .looseObject({
        name: setting,
        added: z.array(z.string()).describe('Values that are there now and not in the base.'),
        removed: z.array(z.string()).describe('Values that are in the base and not there now.'),
      })
      .describe('A setting that is a list.'),
  ])
  .meta({
    id: 'ChangedSetting',
    title: 'Changed setting',
    description: 'Something beside words that is said in another way, and decides what a later plan may do.',
  });

const slots = z
  .looseObject({
    limit: count('How many lists the account may hold.'),
    before: count('How many lists the base asks for.'),
    after: count('How many lists the configuration asks for.'),
    peak: count('The most there are at any time while the change is carried out.'),
  })
  .describe('The slots that the lists need, in an account that holds nothing else.');

export const diffDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('diff')),
        base: z
          .string()
          .describe('What is compared with: a commit as it was named, with its id, or a folder.'),
        slots,
        ...offlineFields,
        consumers: z
          .array(moved)
          .describe('The consumers that use another list than before, or send words of other vocabularies.'),
        redeploy: z
          .array(z.string())
          .describe(
            'The consumers whose id will be another one, or none any more, by name: they have to be deployed again.',
          ),
        redeploy_words: z
          .array(z.string())
          .optional()
          .describe(
            'The consumers that shall send other instant words, by name: they have to be deployed again with the published file, and need no new id for that. Absent in documents of versions that did not know any.',
          ),
        settings: z.array(changedSetting).describe('The settings that change beside the words.'),
      })
      .describe('What a change of the configuration comes to, told without an account: no ids, no digest.'),
    failureOf(kindOf('diff')),
  ])
  .meta({
    title: 'vocabsync diff document',
    description:
      'What `vocabsync diff --format json` prints. When the command fails, it prints why in its place.',
  });
