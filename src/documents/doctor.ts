import * as z from 'zod';
import type { CheckStatus } from '../model/checks/check.js';
import { failureOf, headOf, kindOf, place } from './head.js';
import { closedSet, count } from './sets.js';

const evidence = z
  .looseObject({
    text: z.string().describe('What was seen, in a line for people.'),
    vocabulary_id: z
      .string()
      .optional()
      .describe('The list that it is about. Absent where it is about none.'),
    file: place.file
      .optional()
      .describe(
        'Where it was seen, relative to the working directory. Absent, with line and column, where no file has it.',
      ),
    line: place.line.optional(),
    column: place.column.optional(),
  })
  .meta({ id: 'Evidence', title: 'Evidence', description: 'A fact on which a finding rests.' });

const check = z
  .looseObject({
    id: z.string().meta({
      description: 'What was examined, as in docs/doctor.md. An open set: accept others.',
      examples: ['key', 'pairing', 'status', 'duplicates', 'phrase-id'],
    }),
    status: closedSet<CheckStatus>('How it is:', {
      ok: 'it is well',
      warn: 'somebody should look',
      fail: 'recognition does without the words, or will',
      skipped: 'it could not be examined, and the message says why',
    }),
    message: z.string().describe('What was found, with the values that make it so.'),
    hint: z
      .string()
      .nullable()
      .describe('The next step, as an instruction; null where there is nothing to do.'),
    evidence: z.array(evidence).describe('What was seen; empty where the message says all.'),
  })
  .meta({
    id: 'Check',
    title: 'Check',
    description: 'One finding. An id is there once where all is well, and once for each thing that is not.',
  });

export const doctorDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('doctor')),
        endpoint: z
          .string()
          .nullable()
          .describe('The base URL that was asked, or `emulator`; null where nobody knows which.'),
        summary: z
          .looseObject({
            fail: count('How many findings fail.'),
            warn: count('How many warn.'),
            skipped: count('How many could not be made.'),
            ok: count('How many checks found that all is well.'),
          })
          .describe('The findings, counted.'),
        checks: z.array(check).describe('All findings, in the order in which they were examined.'),
      })
      .describe('What was examined, and what was found.'),
    failureOf(kindOf('doctor')),
  ])
  .meta({
    title: 'vocabsync doctor document',
    description:
      'What `vocabsync doctor --format json` prints. When nothing could be examined, it prints why in its place.',
  });
