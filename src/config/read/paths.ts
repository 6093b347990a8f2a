import type { DiagnosticDraft } from '../../model/diagnostic.js';

/** Paths inside the config's folder: relative to it, separated by /, without . and .. */

/** What a path means that was written in a file of `directory`; null when it is absolute or leads out of the folder. */
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

export function outsideFolder(path: string): DiagnosticDraft {
  return {
    rule: 'path-outside',
    message: `${path} leads out of the folder of the configuration`,
    hint: 'write a relative path to a file inside the folder, with / between the names',
  };
}
