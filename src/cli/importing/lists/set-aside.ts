import { joined } from '../../../config/read/paths.js';
import type { VocabularyDraft } from '../../../import/account/draft-vocabularies.js';
import { renderDraft } from '../../../import/account/render-draft.js';
import type { Diagnostic, Location } from '../../../model/diagnostic.js';
import type { Composed, Refused } from './compose.js';
import { textAt } from './name-files.js';
import { pathIn, type Start } from './start.js';

/** A list that is written beside the configuration. */
export interface AsideFile {
  readonly draft: VocabularyDraft;
  /** From the folder of the configuration, separated by /; null: every place for it belongs to the configuration. */
  readonly path: string | null;
  readonly text: string;
  readonly state: 'new' | 'there' | 'differs';
  /** Why the configuration cannot hold it, where rules object to it: at its own lines. */
  readonly diagnostics: readonly Diagnostic[];
}

const ofRival = 'Not part of the configuration: another list of its prefix and model is.';
const ofRefused =
  'Not part of the configuration: it would not be valid. Once this file is corrected, move it to the other vocabularies.';

/** Finds each list that is no part of the configuration a file that no pattern of the configuration finds. */
export async function setAside(
  { text, checked, refused }: Composed,
  rivals: readonly VocabularyDraft[],
  { start, folder }: { readonly start: Start; readonly folder: string },
): Promise<AsideFile[]> {
  const { default_weight } = checked.config;
  const drafted = [
    ...rivals.map((draft) => ({ draft, errors: [], aside: ofRival, original: '' })),
    ...refused.map((each: Refused) => ({ ...each, aside: ofRefused, original: each.draft.text })),
  ];
  const places = await freePlaces(start, text ?? start.text, folder);
  return Promise.all(
    drafted.map(async ({ draft, errors, aside, original }): Promise<AsideFile> => {
      const rendered = renderDraft(draft, { default_weight, aside });
      const path = places?.(fileOf(draft)) ?? null;
      const addedLines = linesOf(rendered) - linesOf(original);
      const present = path === null ? null : await textAt(pathIn(start, path));
      return {
        draft,
        path,
        text: rendered,
        state: present === null ? 'new' : present === rendered ? 'there' : 'differs',
        diagnostics: path === null ? [] : errors.map((error) => moved(error, start.named(path), addedLines)),
      };
    }),
  );
}

/** By the id, which is the same at every import. */
function fileOf({ lists }: VocabularyDraft): string {
  return `${lists[0]?.vocabulary_id ?? ''}.yaml`;
}

type Place = (file: string) => string;

async function freePlaces(start: Start, text: string, folder: string): Promise<Place | null> {
  const places: Place[] = [
    (file) => joined(joined(folder, 'set-aside'), file),
    (file) => `set-aside/${file}`,
    (file) => joined(joined(folder, 'set-aside'), `${file}.txt`),
  ];
  for (const place of places) {
    const probe = place('vocab-probe.yaml');
    const { sources } = await start.checkWith(new Map([[probe, 'name: probe\n']]), text);
    if (!sources.has(start.named(probe))) return place;
  }
  return null;
}

/** What is an error in a configuration is a remark on a file that is none of it. */
function moved(error: Diagnostic, file: string, addedLines: number): Diagnostic {
  const there = (location: Diagnostic['location']) =>
    location?.file !== error.location?.file || location === null
      ? location
      : { ...location, file, line: location.line + addedLines };
  const related = there(error.related);
  return {
    ...error,
    severity: 'warning',
    location: there(error.location),
    related,
    message: renamed(error, related),
  };
}

/** A message that names the other place names where it is now. */
function renamed({ message, related }: Diagnostic, now: Diagnostic['related']): string {
  return related === null || now === null ? message : message.replaceAll(placeOf(related), placeOf(now));
}

function placeOf({ file, line }: Location): string {
  return `${file}:${line}`;
}

function linesOf(text: string): number {
  return text.split('\n').length;
}
