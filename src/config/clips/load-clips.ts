import { basename, dirname, posix, sep } from 'node:path';
import {
  asError,
  collectFindings,
  type Diagnostic,
  type DiagnosticDraft,
  type Location,
} from '../../model/diagnostic.js';
import { type Disk, maxFileSize, type Unreadable } from '../../model/disk.js';
import type { Clip } from '../../model/evaluation/clip.js';
import { closest } from '../../model/text/closest.js';
import { blotOut, findKeysAndQueries } from '../../model/text/secrets.js';
import { openDisk, pathFrom, realFolder, rootOf } from '../read/load.js';
import { baseNameOf, directoryOf, joined, resolveInside } from '../read/paths.js';
import { textSource } from '../read/reader.js';
import { readManifest } from './read-manifest.js';

export interface ManifestSource {
  /** As the user typed it, or would have. */
  readonly file: string;
  /** Where it is: absolute. */
  readonly path: string;
  /** Where the configuration names it; null: a flag does. */
  readonly location: Location | null;
}

/** The content of a clip; null bytes: there is only a URL. */
export type ClipContent =
  | { readonly bytes: Uint8Array | null }
  | { readonly bytes?: never; readonly problem: Diagnostic };

export interface LoadedClips {
  /** None when the manifest could not be read. Some does not mean that there are no errors. */
  readonly clips: readonly Clip[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text of the manifest by its name in diagnostics, keys blotted out; empty when it could not be read. */
  readonly sources: ReadonlyMap<string, string>;
  /** Reads the recording of a clip anew each time, so that not all of them are held at once. */
  readonly readClip: (clip: Clip) => Promise<ClipContent>;
}

/** The largest recording that is read, in bytes: half an hour of speech as the vendor takes it at best. */
const largestClip = 64 * 1024 * 1024;

/** Reads a manifest. What is wrong with it is said in the diagnostics, never thrown. Of the recordings none is read yet. */
export async function loadClips({ file, path: place, location }: ManifestSource): Promise<LoadedClips> {
  const typed = posix.normalize(file.split(sep).join('/'));
  const folder = realFolder(dirname(place));
  const root = rootOf(folder);
  const path = joined(pathFrom(root, folder), basename(typed));
  const { report, all } = collectFindings();
  const sources = new Map<string, string>();
  const content = await readFrom({ disk: openDisk(root), path, limit: maxFileSize }, typed);
  if ('draft' in content) report(asError(content.draft, location));
  else if (isSound(content.bytes)) {
    report(asError(sound(typed), location));
    return { clips: [], diagnostics: all(), sources, readClip: async () => ({ bytes: null }) };
  }
  const source =
    'draft' in content
      ? null
      : textSource(typed, content.bytes, {
          report,
          onRead: ({ text }) => sources.set(typed, blotOut(text, findKeysAndQueries(text))),
        });
  const { clips, diagnostics } = source === null ? nothing : readManifest(source.text, typed);
  const disk = openDisk(folder, largestClip);
  return {
    clips,
    diagnostics: [...all(), ...diagnostics],
    sources,
    readClip: (clip) => readClip(clip, disk),
  };
}

const nothing = { clips: [], diagnostics: [] };

async function readClip({ path, location }: Clip, disk: Disk): Promise<ClipContent> {
  if (path === null) return { bytes: null };
  const inside = resolveInside('', path);
  const content =
    inside === null
      ? { draft: outside(path) }
      : await readFrom({ disk, path: inside, limit: largestClip }, path);
  return 'draft' in content ? { problem: asError(content.draft, location) } : content;
}

interface Place {
  readonly disk: Disk;
  /** From the root of the disk. */
  readonly path: string;
  /** Bytes that the disk reads at most. */
  readonly limit: number;
}

async function readFrom(
  place: Place,
  name: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly draft: DiagnosticDraft }> {
  const content = await place.disk.read(place.path);
  if (typeof content === 'string' || 'code' in content) return { draft: await explain(content, name, place) };
  return { bytes: content.bytes };
}

async function explain(
  why: Unreadable,
  name: string,
  { disk, path, limit }: Place,
): Promise<DiagnosticDraft> {
  if (why === 'outside') return outside(name);
  if (why === 'missing') {
    const beside = (await disk.list(directoryOf(path))).map((item) => item.name);
    const near = closest(baseNameOf(path), beside);
    const advice = 'correct the path, or put the file there';
    return {
      rule: 'clips-file',
      message: `there is no file ${name}`,
      hint: near === null ? advice : `did you mean "${near}"? Otherwise ${advice}`,
    };
  }
  if (why === 'too-large') {
    return {
      rule: 'clips-file',
      message: `${name} is larger than ${limit / 1024 / 1024} MiB`,
      hint: 'cut it into clips of seconds: what matters is how often the words are said',
    };
  }
  const what =
    why === 'a-folder' ? 'is a folder' : why === 'no-file' ? 'is no regular file' : unreadable(why);
  return { rule: 'clips-file', message: `${name} ${what}`, hint: 'name a file that can be read' };
}

function unreadable({ code }: { readonly code: string }): string {
  return `cannot be read (${code})`;
}

/** By how files of the usual containers begin. */
function isSound(bytes: Uint8Array): boolean {
  const begin = String.fromCharCode(...bytes.subarray(0, 4));
  return ['RIFF', 'fLaC', 'OggS'].includes(begin) || begin.startsWith('ID3');
}

function sound(name: string): DiagnosticDraft {
  return {
    rule: 'clips-file',
    message: `${name} is a recording, and no manifest of recordings`,
    hint: `write a file that has a line for each recording, such as {"audio": "${baseNameOf(name)}", "text": "what is said"}, and name that`,
  };
}

function outside(name: string): DiagnosticDraft {
  return {
    rule: 'clips-outside',
    message: `${name} is, or lies behind, a link that leads elsewhere, or into a folder of git or vocabsync`,
    hint: 'put the recordings beside the manifest or below it; the manifest itself stays in its git work tree',
  };
}
