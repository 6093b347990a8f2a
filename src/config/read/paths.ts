import type { DiagnosticDraft } from '../../model/diagnostic.js';
import { isForTools } from '../../model/disk.js';

/** Paths inside the root, the git work tree or the folder of the configuration: relative to it, separated by /, without . and .. */

/** What a path means that was written in a file of `directory`; null when it is absolute or leads out of the root. */
export function resolveInside(directory: string, written: string): string | null {
  if (written.startsWith('/') || /^[A-Za-z]:[\\/]/.test(written)) return null;
  const steps: string[] = [];
  for (const step of `${directory}/${written}`.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function joined(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** The way from a folder to a path, as one writes it in a file of that folder. */
export function relativeTo(directory: string, path: string): string {
  const from = directory === '' ? [] : directory.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Why a path is not followed; null when it is. */
export function refusedPath(path: string | null, written: string): DiagnosticDraft | null {
  if (path === null) return outsideRoot(written);
  return isForTools(path) ? insideTools(written) : null;
}

function outsideRoot(path: string): DiagnosticDraft {
  return {
    rule: 'path-outside',
    message: `${path} leads out of the git work tree, or without git out of the folder of the configuration`,
    hint: 'write a relative path to a file inside, with / between the names',
  };
}

function insideTools(path: string): DiagnosticDraft {
  return {
    rule: 'path-outside',
    message: `${path} leads into a folder that belongs to git or to vocabsync`,
    hint: 'copy the file to where the words are, and name it there',
  };
}
