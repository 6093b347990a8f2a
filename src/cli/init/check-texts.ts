import { hasErrors } from '../../model/diagnostic.js';
import type { Disk } from '../../model/disk.js';
import type { Clock } from '../../model/ports.js';
import { type Checked, check } from '../../pipelines/check.js';
import type { Answers } from '../../scaffold/answers.js';
import { inFolder } from '../../scaffold/ci/place.js';
import type { NewFile } from '../../scaffold/new-file.js';
import { scaffold } from '../../scaffold/scaffold.js';
import type { InitPlace } from './init-place.js';

/** Checks what would be written, before it is. */
export async function checkTexts(answers: Answers, place: InitPlace, clock: Clock): Promise<Checked> {
  const files = scaffold({ ...answers, ci: 'none' }, place);
  const { directory, named } = place;
  const path = inFolder(place, 'vocab.config.yaml');
  return withoutWords(await check({ disk: diskOf(files), directory, path, named }, clock), answers);
}

/** Leaves out that there are no vocabularies yet, where none were to be. */
export function withoutWords(checked: Checked, { vocabulary }: Pick<Answers, 'vocabulary'>): Checked {
  if (vocabulary !== null) return checked;
  const diagnostics = checked.diagnostics.filter(({ rule }) => rule !== 'pattern-without-match');
  return { ...checked, diagnostics };
}

/** Why the words cannot be taken, in a line; null: they can. */
export async function wordsProblem(answers: Answers, place: InitPlace, clock: Clock): Promise<string | null> {
  const { diagnostics } = await checkTexts(answers, place, clock);
  if (!hasErrors(diagnostics)) return null;
  return diagnostics.find(({ severity }) => severity === 'error')?.message ?? null;
}

function diskOf(files: readonly NewFile[]): Disk {
  return {
    read: async (path) => {
      const file = files.find((one) => one.path === path);
      return file === undefined ? 'missing' : { bytes: new TextEncoder().encode(file.text), identity: path };
    },
    list: async (path) => {
      const below = files.flatMap((file) =>
        path === '' || file.path.startsWith(`${path}/`)
          ? [file.path.slice(path === '' ? 0 : path.length + 1)]
          : [],
      );
      const names = new Map(below.map((rest) => [rest.split('/', 1)[0] ?? rest, rest.includes('/')]));
      return [...names].map(([name, isDirectory]) => ({ name, isDirectory }));
    },
  };
}
