import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import ts from 'typescript';
import { isBarrel, valueReferences } from './references.js';
import { cruiseOptions, impureReference, longestRow, processUses, pureFiles } from './rules.js';

export interface Inspection {
  /** The TypeScript files under src, sorted. */
  readonly files: readonly string[];
  /** Those of them that the import check has read, sorted. */
  readonly cruised: readonly string[];
  /** `rule: file → what`, sorted. */
  readonly violations: readonly string[];
}

/** Judges the tree under `root/src` by every rule; paths are relative to the root, with forward slashes. */
export async function inspect(root: string): Promise<Inspection> {
  const files = await sourceFiles(root);
  const { output } = await cruise(['src'], { ...cruiseOptions, baseDir: root });
  if (typeof output === 'string') throw new Error('dependency-cruiser was asked for data and printed text');
  const syntax = await Promise.all(files.map((file) => syntaxViolations(root, file)));
  return {
    files,
    cruised: cruisedFiles(output),
    violations: [...importViolations(output), ...syntax.flat(), ...folderViolations(files)].toSorted(),
  };
}

async function sourceFiles(root: string): Promise<readonly string[]> {
  const paths = await readdir(join(root, 'src'), { recursive: true });
  const sources = paths.filter((path) => path.endsWith('.ts'));
  return sources.map((path) => `src/${path.replaceAll('\\', '/')}`).toSorted();
}

/** A folder is a row that can be taken in at a glance, and holds more than one thing. */
function folderViolations(files: readonly string[]): readonly string[] {
  const rows = new Map<string, Set<string>>();
  for (const file of files) {
    const names = file.split('/');
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/');
      rows.set(folder, (rows.get(folder) ?? new Set()).add(name));
    }
  }
  rows.delete('');
  return [...rows].flatMap(([folder, { size }]) => {
    if (size > longestRow) return [`row-is-short: ${folder} → ${size}`];
    return size === 1 ? [`folder-has-several: ${folder} → 1`] : [];
  });
}

function cruisedFiles({ modules }: ICruiseResult): readonly string[] {
  const sources = modules.map(({ source }) => source);
  return sources.filter((source) => source.startsWith('src/')).toSorted();
}

function importViolations({ summary }: ICruiseResult): readonly string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${packageName(to)}`);
}

/** `yaml` for `../node_modules/yaml/dist/index.js`, so that findings do not depend on where packages are installed. */
function packageName(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

async function syntaxViolations(root: string, path: string): Promise<readonly string[]> {
  const text = await readFile(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const references = [...valueReferences(file)];
  const isPure = (name: string) =>
    !impureReference.test(name) || (processUses[path]?.includes(name) ?? false);
  const impure = pureFiles.test(path) ? references.filter((name) => !isPure(name)) : [];
  const outside = references.filter((name) => isProcess(name) && !mayUse(path, name));
  return [
    ...impure.map((name) => `pure-without-effects: ${path} → ${name}`),
    ...outside.map((name) => `process-is-for-main: ${path} → ${name}`),
    ...docsWithoutSubject(text).map((line) => `doc-has-a-subject: ${path} → ${line}`),
    ...(isBarrel(file) && path !== 'src/index.ts' ? [`index-is-the-only-barrel: ${path} → export`] : []),
  ];
}

/** A description that begins with "Of" ends before it says of what it is one. */
function docsWithoutSubject(text: string): readonly string[] {
  return [...text.matchAll(/\/\*\*(?:\s|\*)*Of ([^\n]{0,20})/g)].map(
    ([, begin = '']) => `Of ${begin.trim()}`,
  );
}

function isProcess(name: string): boolean {
  return /^(?:globalThis\.)?process(?:\.|$)/.test(name);
}

function mayUse(path: string, name: string): boolean {
  return path === 'src/cli/main.ts' || (processUses[path]?.includes(name) ?? false);
}
