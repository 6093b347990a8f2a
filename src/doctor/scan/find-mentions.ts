import { assignedName } from './assigned-name.js';
import { findIds } from './ids-in.js';
import { linesOf } from './lines.js';
import type { Mention, Mentions } from './mention.js';
import { findModels, modelBeside } from './model-beside.js';
import { findReferences } from './references.js';

export interface SourceFile {
  /** As the user would type it. */
  readonly file: string;
  readonly text: string;
}

/** What is found whatever it looks like. */
export interface Known {
  /** Names of models. */
  readonly models: readonly string[];
  /** Those of the lists of the account. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Finds every vocabulary_id in source code or settings, what it is called there, and the model beside it; and what is passed
 * as `phrase_id`. Told from the text alone, whatever the language. Nothing else of the file is kept.
 */
export function findMentions({ file, text }: SourceFile, known: Known): Mentions {
  const isWorthIt = text.includes('vocab-') || /phrase[_-]?id/i.test(text);
  if (!isWorthIt || isOwnDocument(text)) return { mentions: [], references: [] };
  const lines = linesOf(text);
  const models = findModels(text, lines, known.models);
  const mentions = findIds(text, known.ids).map(({ vocabulary_id, start }): Mention => {
    const at = lines.at(start);
    const beside = modelBeside(at, models, lines);
    return {
      vocabulary_id,
      location: { file, line: at.line + 1, column: at.column + 1 },
      name: assignedName(lines, at),
      model:
        beside === null
          ? null
          : {
              name: beside.model.name,
              beside: beside.beside,
              location: { file, line: beside.model.line + 1, column: beside.model.column + 1 },
            },
    };
  });
  return { mentions, references: findReferences(text, { lines, file }) };
}

/** A plan or a report of vocabsync itself: it names lists that are gone by right. */
function isOwnDocument(text: string): boolean {
  return /"format_version"\s*:/.test(text) && /"name"\s*:\s*"vocabsync"/.test(text);
}
