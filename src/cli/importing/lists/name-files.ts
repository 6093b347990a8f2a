import { readFile } from 'node:fs/promises';
import { joined } from '../../../config/read/paths.js';
import type { VocabularyDraft } from '../../../import/account/draft-vocabularies.js';
import { renderDraft } from '../../../import/account/render-draft.js';
import { findPresent } from '../../../workspace/new-files.js';
import { pathIn, type Start } from './start.js';

/** A vocabulary with its name and its file. */
export interface NamedDraft extends VocabularyDraft {
  /** From the folder of the configuration, separated by /. */
  readonly path: string;
  readonly text: string;
  /** Whether the file is there already, with this very text: an earlier import came no further. */
  readonly isThere: boolean;
  /** What had to be called otherwise, a sentence; null: nothing. */
  readonly renamed: string | null;
}

export interface Naming {
  readonly start: Start;
  readonly folder: string;
  readonly default_weight: number;
  /** Those of the vocabularies in the configuration. */
  readonly names: readonly string[];
}

/** Gives each vocabulary a name that no other has, and a file that is not there, or says the same. */
export async function nameFiles(drafts: readonly VocabularyDraft[], naming: Naming): Promise<NamedDraft[]> {
  const taken = new Set(naming.names.map((name) => name.toLowerCase()));
  const named: NamedDraft[] = [];
  for (const draft of drafts) {
    const found = await nameFile(draft, taken, naming);
    taken.add(found.name);
    named.push(found);
  }
  return named;
}

async function nameFile(
  draft: VocabularyDraft,
  taken: ReadonlySet<string>,
  { start, folder, default_weight }: Naming,
): Promise<NamedDraft> {
  let renamed: string | null = null;
  for (let count = 1; ; count++) {
    const name = count === 1 ? draft.name : `${draft.name}-${count}`;
    const path = joined(folder, `${name}.yaml`);
    const text = renderDraft({ ...draft, name }, { default_weight });
    const present = await textAt(pathIn(start, path));
    if (!taken.has(name) && (present === null || present === text)) {
      return {
        ...draft,
        name,
        path,
        text,
        isThere: present !== null,
        renamed: renamed && `${renamed}: the one of the prefix ${draft.prefix} is called ${name}.`,
      };
    }
    renamed ??= taken.has(name)
      ? `There is a vocabulary ${name} already`
      : `${start.named(path)} is there already and says something else`;
  }
}

/** What a file says; an empty text for what is there and no readable file; null: nothing is there. */
export async function textAt(path: string): Promise<string | null> {
  const [present] = await findPresent([path]);
  return present === undefined ? null : readFile(path, 'utf8').catch(() => '');
}
