import * as z from 'zod';
import type { Severity } from '../model/diagnostic.js';
import { absent, closedSet } from './sets.js';

/** Which configuration a document is about. */
export const about = {
  name: z
    .string()
    .nullable()
    .optional()
    .describe('What people call the account; null when the configuration gives it no name.'),
  config: z.string().optional().describe('The path of the configuration, as its repository calls it.'),
};

/** What every document begins with. */
export function headOf(kind: z.ZodType<string>) {
  return {
    format_version: z
      .string()
      .regex(/^1\.\d+$/)
      .describe(
        'The version of this format. A minor version adds; a major one breaks, so refuse another than 1.',
      ),
    kind,
    tool: z
      .looseObject({
        name: z.literal('vocabsync').describe('Always the same.'),
        version: z.string().describe('The version of the program, which is not that of the format.'),
      })
      .describe('What made the document.'),
    account: z
      .looseObject(about)
      .optional()
      .describe('Which configuration, and so which account, it is about. Absent when none was read.'),
  };
}

export function kindOf(command: string) {
  return z.literal(command).describe('The command whose document this is.');
}

export const place = {
  file: z.string().describe('The path, relative to the working directory.'),
  line: z.int().min(1).describe('Lines start at 1.'),
  column: z.int().min(1).describe('Columns start at 1, and count UTF-16 code units as editors do.'),
};

const diagnostic = z
  .looseObject({
    severity: closedSet<Severity>('How bad it is:', {
      error: 'nothing can be done before it is gone',
      warning: 'it may well be meant',
      info: 'only worth knowing',
    }),
    rule: z.string().meta({
      description: 'The id of the rule, as in docs/rules.md. An open set: accept others.',
      examples: ['hotword-too-long'],
    }),
    message: z.string().describe('What is wrong, with the values that make it so.'),
    hint: z.string().nullable().describe('What to do about it, as an instruction.'),
    file: place.file
      .optional()
      .describe(
        'The path, relative to the working directory. Absent, with line and column, where no file is to blame.',
      ),
    line: place.line.optional(),
    column: place.column.optional(),
    related: z
      .looseObject(place)
      .optional()
      .describe('A second place that belongs to the first, such as the earlier of two duplicates.'),
  })
  .meta({
    id: 'Diagnostic',
    title: 'Diagnostic',
    description: 'Something to say about what was written, or about the state of the account.',
  });

export const diagnostics = z
  .array(diagnostic)
  .describe('All that was found, errors first. Everything that is wrong is reported at once.');

export const problem = z
  .looseObject({
    code: z.string().meta({
      description:
        'The code of the error, as in docs/errors.md, which has the exit code of each. Accept others.',
      examples: ['config-invalid', 'key-missing', 'blocked', 'plan-stale', 'unavailable'],
    }),
    message: z.string().describe('What could not be done, and why.'),
    hint: z.string().nullable().describe('What to do about it, as an instruction.'),
    status: z
      .int()
      .min(0)
      .nullable()
      .optional()
      .describe(
        'The HTTP status of the vendor’s answer; null when none arrived. Absent when nothing was sent.',
      ),
    vendor_code: z
      .string()
      .nullable()
      .optional()
      .describe('The `code` of the vendor’s answer; null when it had none. Absent when nothing was sent.'),
    request_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        'The vendor’s name for the request, for their support; null when none arrived. Absent when nothing was sent.',
      ),
  })
  .meta({
    id: 'Problem',
    title: 'Problem',
    description: 'An operation that failed, for a reason that is understood.',
  });

/** The document of a command that came to nothing. What only a report has tells the two apart. */
export function failureOf(kind: z.ZodType<string>) {
  return z
    .looseObject({
      ...headOf(kind),
      diagnostics,
      error: problem.describe('Why the command came to nothing.'),
      changes: absent('A command that failed before it knew what changes has none.'),
      steps: absent('A command that failed before it knew what changes has none.'),
    })
    .describe('The command failed before there was anything to report.');
}

export const validateDocument = z
  .looseObject({
    ...headOf(kindOf('validate')),
    diagnostics,
    error: problem
      .optional()
      .describe('Why nothing could be checked. Absent when the check was carried out, also with errors.'),
  })
  .meta({
    title: 'vocabsync validate document',
    description: 'What is wrong with a configuration, as `vocabsync validate --format json` prints it.',
  });

export const errorDocument = failureOf(
  z.string().meta({
    description: 'The command that failed; `error` when the command line was not even understood.',
    examples: ['error', 'plan', 'apply'],
  }),
).meta({
  title: 'vocabsync failure document',
  description:
    'Why a command came to nothing: what every command prints with `--format json` in the place of its own document.',
});
