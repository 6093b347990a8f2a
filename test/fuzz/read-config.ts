import { formatYaml } from '../../src/config/format/format-yaml.js';
import { decodeUtf8 } from '../../src/config/text/decode.js';
import { createSource } from '../../src/config/text/source.js';
import { draw, sayCheck } from '../../src/library/draw.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Disk } from '../../src/model/disk.js';
import { type Checked, check } from '../../src/pipelines/check.js';
import { formats } from '../../src/report/forms.js';
import type { Chance } from '../support/chance.js';
import { main } from './samples.js';

export type Content = string | Uint8Array;

/** The one among the tokens; behind a letter, or in an id, it is the end of a word. */
export const aKey = /(?<![A-Za-z])(?<!\bvocab-[a-z0-9]{0,10})sk-0123456789abcdef/;

/** Reads and checks a configuration of these files; in sentences, what is not as it has to be for any content. */
export async function readConfig(
  files: Readonly<Record<string, Content>>,
  chance: Chance,
): Promise<string[]> {
  const named = (path: string) => path;
  const checked = await check(
    { disk: diskOf(files), path: main, directory: '/configuration', named },
    { now: () => Date.UTC(2026, 10, 22) },
  );
  const told = await draw(chance.pick(formats), sayCheck(checked), { verbose: chance.is(0.5) });
  const lines = new Map([...checked.sources].map(([file, text]) => [file, text.split('\n')]));
  const said = JSON.stringify([checked.diagnostics, [...checked.sources]]);
  return [
    ...unlessAnswered(checked),
    ...checked.diagnostics.flatMap((found) => unplaced(found, lines)),
    ...(aKey.test(said) || aKey.test(told) ? ['a key is told'] : []),
  ];
}

function diskOf(files: Readonly<Record<string, Content>>): Disk {
  const bytesOf = (content: Content) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    read: async (path) => {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return content === undefined ? 'missing' : { bytes: bytesOf(content), identity: path };
    },
    list: async (path) =>
      path === '' ? Object.keys(files).map((name) => ({ name, isDirectory: false })) : [],
  };
}

/** An answer in every case: what is desired, or an error. */
function unlessAnswered({ desired, diagnostics }: Checked): string[] {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return (desired === null) === hasErrors ? [] : ['there is neither a desired state nor an error, or both'];
}

/** What a diagnostic lacks, or that its place is none of the text. */
export function unplaced(
  { rule, message, hint, location, severity }: Diagnostic,
  lines: ReadonlyMap<string, readonly string[]>,
): string[] {
  const line = location === null ? undefined : lines.get(location.file)?.[location.line - 1];
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rule) ? [] : [`the rule is called ${JSON.stringify(rule)}`]),
    ...(message === '' ? [`${rule} has no message`] : []),
    ...(hint === '' || (hint === null && severity === 'error') ? [`${rule} has no hint`] : []),
    ...(line !== undefined && line.length >= (location?.column ?? 0) - 1
      ? []
      : [`${rule} is at no place: ${JSON.stringify(location)}`]),
  ];
}

/** Formats a file as `fmt` does, and what came of it once more. */
export function format(content: Content, chance: Chance): string[] {
  const { text, bad } = typeof content === 'string' ? { text: content, bad: null } : decodeUtf8(content);
  if (bad !== null) return [];
  const options = {
    sort: chance.is(0.5),
    otherwise: chance.pick(['config', 'vocabulary', 'words', null] as const),
  };
  const once = formatYaml(createSource('any.yaml', text), options, () => {});
  if (once === null) return [];
  const twice = formatYaml(createSource('any.yaml', once.text), options, () => {});
  return twice?.text === once.text ? [] : ['what was formatted is formatted otherwise a second time'];
}
