import * as z from 'zod';
import { diagnostics, failureOf, headOf, kindOf } from './head.js';
import { openSet } from './sets.js';

const file = z
  .looseObject({
    path: z.string().describe('The file, relative to the working directory.'),
    action: openSet('What becomes of it.', {
      create: 'it is new',
      change: 'it says something else',
      keep: 'it says the same',
      leave: 'it is somebody’s, and stays as it is',
    }),
    note: z.string().nullable().describe('What is in it, or why it is left alone; null: nothing to say.'),
  })
  .meta({ id: 'File', title: 'File', description: 'A file that a command writes.' });

/** The document of a command that writes files which people edit. */
export function filesDocument(command: 'init' | 'import' | 'fmt', what: string) {
  return z
    .union([
      z
        .looseObject({
          ...headOf(kindOf(command)),
          dry_run: z.boolean().describe('Whether it is only said what would be written.'),
          files: z.array(file).describe('Each file that was looked at, or would be.'),
          notes: z.array(z.string()).describe('What else people should know, a sentence each.'),
          diagnostics,
          next: z.array(z.string()).describe('Commands that come next, as they are typed.'),
        })
        .describe(what),
      failureOf(kindOf(command)),
    ])
    .meta({
      title: `vocabsync ${command} document`,
      description: `What \`vocabsync ${command} --format json\` prints. When the command fails, it prints why in its place.`,
    });
}
