import * as z from 'zod';
import { address, consumers, listed } from './change.js';
import { about, diagnostics, failureOf, headOf, kindOf } from './head.js';

const { vocabulary_id, status } = listed;

const published = z
  .looseObject({ vocabulary_id, status })
  .meta({ id: 'PublishedList', title: 'List', description: 'A list that is there.' });

const consumer = z
  .looseObject({
    model: z.string().describe('The model that recognition is called with. The id works with no other.'),
    vocabulary_id: vocabulary_id
      .nullable()
      .describe('The id that recognition is given as `vocabulary_id`; null: it recognises without a list.'),
    vocabulary: z
      .record(z.string(), z.number())
      .nullable()
      .describe(
        'Words that go with each request, with their weights, given to recognition as `vocabulary`; null: none do.',
      ),
  })
  .meta({
    id: 'PublishedConsumer',
    title: 'Consumer',
    description:
      'What a call of recognition takes, all of it from one place. What is null is left out of the call.',
  });

const ineffective = z
  .looseObject({
    address,
    vocabulary_id: vocabulary_id.nullable().describe('The id of the list; null when it is not there.'),
    status: status.nullable().describe('The vendor’s status, which is not `OK`; null when it is not there.'),
    consumers: consumers.describe('The names of the consumers that get no id, and so are not there.'),
    message: z.string().describe('What is the matter.'),
    hint: z.string().describe('What to do about it, as an instruction.'),
  })
  .meta({
    id: 'IneffectiveList',
    title: 'Ineffective list',
    description: 'A list that is missing or not OK: recognition would ignore it without a word.',
  });

export const idsDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('ids')),
        account: z
          .looseObject({
            ...about,
            endpoint: z
              .string()
              .describe(
                'The base URL that was asked, or `emulator`. Where no list is asked about, nobody is: then the one that would have been.',
              ),
            workspace: z.string().nullable().describe('The vendor’s workspace; null for the default one.'),
            api_key_env: z.string().describe('The name of the variable that the key was read from.'),
          })
          .describe('The account that the lists are in.'),
        vocabularies: z
          .record(z.string(), z.record(z.string(), published))
          .describe('By the name of the vocabulary, then by the target model.'),
        consumers: z
          .record(z.string(), consumer)
          .describe('By the name of the consumer: those whose list, if they have one, is OK.'),
        ineffective: z
          .array(ineffective)
          .describe('The lists that nobody can use yet; empty when the exit code is 0.'),
        outputs: z.array(z.string()).describe('The files that `--write` has written because they changed.'),
        diagnostics,
      })
      .describe('What applications need to know to recognise with the lists and words.'),
    failureOf(kindOf('ids')),
  ])
  .meta({
    title: 'vocabsync ids document',
    description:
      'What `vocabsync ids --format json` prints. When the command fails, it prints why in its place.',
  });
