import type { ListDirectory } from '../../model/disk.js';
import { joined } from './paths.js';

const maxLength = 1024;
const maxAlternatives = 100;
/** Directories one pattern may make us look into. */
const maxVisits = 10_000;

export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** The patterns without braces that `{a,b}` stands for; null when there are too many, or the pattern is too long. */
export function expandBraces(pattern: string): string[] | null {
  if (pattern.length > maxLength) return null;
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // The innermost braces first, so that nested ones need no counting.
    const match = /^(.*)\{([^{}]*)\}(.*)$/s.exec(next);
    if (match === null) done.push(next);
    else open.push(...(match[2] ?? '').split(',').map((choice) => `${match[1]}${choice}${match[3]}`));
    if (done.length + open.length > maxAlternatives) return null;
  }
  return done;
}

/**
 * The files a pattern without braces matches, sorted. `*`, `?` and `[a-z]` stay within a name, `**` crosses
 * directories, none of them matches a leading dot. Null when the pattern leads into too many directories.
 */
export async function findMatches(pattern: string, list: ListDirectory): Promise<string[] | null> {
  const segments = pattern.split('/');
  if (segments.at(-1) === '**') segments.push('*');
  const found = new Set<string>();
  const visited = new Set<string>();
  const open: [directory: string, depth: number][] = [['', 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [directory, depth] = next;
    const key = `${depth}:${directory}`;
    if (visited.has(key)) continue;
    if (visited.add(key).size > maxVisits) return null;
    const segment = segments[depth] ?? '';
    if (segment === '**') open.push([directory, depth + 1]);
    const isLast = depth === segments.length - 1;
    if (!isLast && !isPattern(segment)) {
      // Not looked for in a listing, where a link does not show as the directory it leads to.
      open.push([joined(directory, segment), depth + 1]);
      continue;
    }
    for (const { name, isDirectory } of await list(directory)) {
      if (!(segment === '**' ? !name.startsWith('.') : matchesName(segment, name))) continue;
      const path = joined(directory, name);
      if (isDirectory && !isLast) open.push([path, segment === '**' ? depth : depth + 1]);
      if (!isDirectory && isLast) found.add(path);
    }
  }
  return [...found].sort();
}

type CharacterTest = (character: string) => boolean;

/** Whether one name matches one segment; `*` is tried shortest first, and only the last one again. */
function matchesName(segment: string, name: string): boolean {
  if (name.startsWith('.') && !segment.startsWith('.')) return false;
  const tests = compile(segment);
  const characters = [...name];
  let test = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const current = tests[test];
    if (current === '*') [star, resume, test] = [test, at, test + 1];
    else if (current?.(characters[at] ?? '')) [test, at] = [test + 1, at + 1];
    else if (star !== -1) [test, resume, at] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  return tests.slice(test).every((rest) => rest === '*');
}

function compile(segment: string): (CharacterTest | '*')[] {
  return [...segment.matchAll(/\[[!^]?[^\]]+\]|./gsu)].map(([part]) => {
    if (part === '*') return '*';
    if (part === '?') return () => true;
    if (part.length > 2 && part.startsWith('[')) return classOf(part.slice(1, -1));
    return (character) => character === part;
  });
}

function classOf(content: string): CharacterTest {
  const negated = /^[!^]/.test(content);
  const ranges = [...content.slice(negated ? 1 : 0).matchAll(/(.)-(.)|(.)/gsu)];
  return (character) => {
    const within = ranges.some(([, from, to, single]) =>
      single === undefined ? (from ?? '') <= character && character <= (to ?? '') : single === character,
    );
    return within !== negated;
  };
}
