import * as z from 'zod';
import type { Advice, Verdict } from '../model/evaluation/evaluation.js';
import { place } from './head.js';
import { closedSet, count, openSet } from './sets.js';

const counts = z.looseObject({
  heard: count('How many of those said were heard.'),
  intruded: count('How many were heard where nobody said it.'),
});

const names = (description: string) => z.array(z.string()).describe(description);

const advice = z
  .looseObject({
    kind: openSet<Advice['kind']>('What to do.', {
      raise_weight: 'raise the weight',
      lower_weight: 'lower the weight',
      not_given_yet:
        'it has another weight by now, which recognition was not given: measure again once it is',
      at_the_highest_weight: 'the weight is the highest: try another spelling, or a language',
      language_not_read: 'recognition reads no hint of its language',
      may_go: 'take it out',
      untested: 'record a clip that says it',
      see_list: 'see `no_effect`: not the word is at fault',
    }),
    from: z
      .number()
      .nullable()
      .describe('The weight it was given with; null where the advice is not about that.'),
    to: z
      .number()
      .nullable()
      .describe('The weight it should have, or has by now; null where the advice is not about that.'),
    because: z
      .string()
      .nullable()
      .meta({
        description: 'Why it may go; null for all other advice. Accept others.',
        examples: ['heard_without', 'intrudes'],
      }),
  })
  .describe('What to do about it.');

export const word = z
  .looseObject({
    text: z.string().describe('The hotword.'),
    weight: z.number().describe('As recognition was given it.'),
    lang: z.string().nullable().describe('As recognition was given it; null: none.'),
    vocabulary: z
      .string()
      .nullable()
      .describe('The vocabulary that has it; null: the list holds it and no vocabulary names it.'),
    file: place.file
      .optional()
      .describe('Where it stands. Absent, with line and column, where no file has it.'),
    line: place.line.optional(),
    column: place.column.optional(),
    said: count('How often it is in the references, times the repeats.'),
    without: counts.describe('Without hotwords.'),
    with: counts.describe('With what the consumer is given.'),
    planned: counts.nullable().describe('With what the configuration asks for; null: not tried.'),
    rescued: count('How often it was missed without and heard with.'),
    lost: count('How often it was heard without and missed with.'),
    clips: z
      .looseObject({
        said: names('Those that say it.'),
        missed: names('Those in which it was missed with hotwords.'),
        rescued: names('Those in which it was rescued.'),
        lost: names('Those in which it was lost.'),
        intruded: names('Those in which it was heard with hotwords, where nobody said it.'),
      })
      .describe('Clips by name.'),
    verdict: closedSet<Verdict>('What became of it:', {
      works: 'missed without it, heard with it',
      not_needed: 'heard without it',
      no_effect: 'missed with it as without',
      harmful: 'it intrudes, or costs what was heard',
      not_measured: 'said only in clips of which there is no text',
      not_spoken: 'no clip says it',
    }),
    advice: advice.nullable().describe('What to do about it; null: nothing.'),
  })
  .meta({ id: 'WordResult', title: 'Hotword', description: 'A hotword, and what became of it.' });
