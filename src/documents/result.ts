import * as z from 'zod';
import type { StepStatus } from '../model/result/apply-result.js';
import { stepFields } from './change.js';
import { failureOf, headOf, kindOf, problem } from './head.js';
import { planFields, summary } from './plan.js';
import { absent, closedSet, count } from './sets.js';

const stepResult = z
  .looseObject({
    ...stepFields,
    status: closedSet<StepStatus>('What became of it:', {
      done: 'written and verified',
      failed: 'not in effect',
      skipped: 'not tried',
      unknown: 'perhaps in effect, somebody must look',
    }),
    vocabulary_id: z.string().nullable().describe('The list that was written; null when that is not known.'),
    request_id: z
      .string()
      .nullable()
      .describe('The vendor’s name for the last request; null when there is none.'),
    attempts: count('How many writing requests were sent.'),
    note: z
      .string()
      .nullable()
      .describe('Something worth saying, such as that an existing list was adopted.'),
    error: problem.nullable().describe('Why it was not done; null when it was.'),
  })
  .meta({
    id: 'StepResult',
    title: 'Step with its result',
    description: 'One write, and what became of it.',
  });

const carriedOut = {
  ...planFields,
  steps: z.array(stepResult).describe('The writes, in their order, each with what became of it.'),
  converged: z
    .boolean()
    .describe('Whether a last look found nothing left to do and every list OK: the one thing to ask.'),
  interrupted: z.boolean().describe('Whether somebody asked the run to stop before its end.'),
  remaining: summary.nullable().describe('What a plan would have to do now; null when the last look failed.'),
  error: problem
    .optional()
    .describe('Why the last look failed or the ids could not be written. Absent when neither happened.'),
  outputs: z
    .array(z.string())
    .describe('The files with ids whose content changed, as the configuration names them.'),
  backups: z
    .string()
    .nullable()
    .describe(
      'The folder with what was overwritten or deleted, for `vocabsync restore`; null when nothing was.',
    ),
};

const refused = {
  ...planFields,
  converged: z.literal(false).describe('Nothing was written.'),
  error: problem.describe('Why the plan was not carried out.'),
  outputs: absent('A plan that was not carried out has none.'),
  backups: absent('A plan that was not carried out has none.'),
};

/** The document of a command that carries out a plan. */
export function resultDocument(command: 'apply' | 'restore') {
  const head = headOf(kindOf(command));
  return z
    .union([
      z
        .looseObject({ ...head, ...carriedOut })
        .describe('What was done, and whether the account has converged.'),
      z
        .looseObject({ ...head, ...refused })
        .describe('The plan was made and not carried out: blocked, stale or not approved.'),
      failureOf(kindOf(command)),
    ])
    .meta({
      title: `vocabsync ${command} document`,
      description: `What \`vocabsync ${command} --format json\` prints: the plan with what became of each step, or why it came to nothing.`,
    });
}
