import { dirname, resolve } from 'node:path';
import {
  type NamedFile,
  requireNoState,
  requireOther,
  requireWritable,
} from '../../workspace/target-file.js';
import type { Machine } from '../machine.js';
import type { Prepared } from './prepare.js';

/** Files that an evaluation reads and writes, as they were typed: relative to the working directory. */
export interface NamedFiles {
  readonly record?: string | undefined;
  readonly out?: readonly string[] | undefined;
  readonly replay?: string | undefined;
  readonly baseline?: string | undefined;
  readonly recordings?: string | undefined;
}

/**
 * Looks at the files that an evaluation is to write, before anything is asked or sent.
 * @throws VocabError `usage` when one would take the place of a file that is read, of another that is written, or of
 *   vocabsync's own; `file-unwritable` when it could not be written
 */
export async function requireOwnFiles(
  files: NamedFiles,
  prepared: Prepared,
  { cwd }: Pick<Machine, 'cwd'>,
): Promise<void> {
  const recorded = named('--record', files.record, cwd);
  const outs = (files.out ?? []).flatMap((out) => named('--out', out, cwd));
  const written = [...recorded, ...outs];
  if (written.length === 0) return;
  const read = readBy(files, prepared, cwd);
  const { directory } = prepared.checked.config;
  for (const target of written) {
    await requireNoState(target, directory);
    await requireOther(target, read, 'it a file of its own');
  }
  for (const target of recorded) await requireOther(target, outs, 'the answers and the report two files');
  for (const { path, name } of written) await requireWritable(path, name);
}

function named(flag: string, name: string | undefined, cwd: string): readonly NamedFile[] {
  return name === undefined ? [] : [{ path: resolve(cwd, name), name: `${flag} ${name}` }];
}

/** What the configuration and the flags name, the recordings of manifests included. */
function readBy(files: NamedFiles, { asked, checked }: Prepared, cwd: string): readonly NamedFile[] {
  const { config, sources } = checked;
  const recordings = asked.flatMap(({ manifest, clips }) =>
    clips.flatMap(({ clip: { path } }) =>
      path === null
        ? []
        : [{ path: resolve(cwd, dirname(manifest), path), name: `${path}, a recording of ${manifest}` }],
    ),
  );
  return [
    ...named('--baseline', files.baseline, cwd),
    ...named('--replay', files.replay, cwd),
    ...named('--recordings', files.recordings, cwd),
    ...[...sources.keys()].map((name) => ({
      path: resolve(cwd, name),
      name: `${name}, a file that was read`,
    })),
    ...config.outputs.map(({ path }) => ({
      path: resolve(config.directory, path),
      name: `${path} under \`outputs\`, which applications read`,
    })),
    ...recordings,
  ];
}
