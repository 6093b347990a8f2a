import {
  asError,
  collectFindings,
  type Diagnostic,
  type DiagnosticDraft,
  type Report,
} from '../../model/diagnostic.js';
import { type Clip, clipName } from '../../model/evaluation/clip.js';
import { resolveInside } from '../read/paths.js';
import { forShell } from '../text/for-shell.js';
import { parseJson } from '../text/json-tree.js';
import { createSource, locationAt, type Source } from '../text/source.js';
import { show, type Tree } from '../text/tree.js';
import { type Line, readClipLine } from './read-clip-line.js';

export interface Manifest {
  /** Those of the lines that are right, in their order. */
  readonly clips: readonly Clip[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Two hours of short sentences, at the very least: whoever has more has a corpus, and a bill. */
const mostClips = 10_000;

/**
 * Reads a manifest: JSON Lines, a clip a line, as NeMo and its kin write them. What else a line says is left alone.
 * @param file as the user would type it
 */
export function readManifest(text: string, file: string): Manifest {
  const { report, all } = collectFindings();
  const source = createSource(file, text.startsWith('\ufeff') ? text.slice(1) : text);
  const clips = readLines(source, report);
  return { clips, diagnostics: all() };
}

function readLines(source: Source, report: Report): Clip[] {
  const { file, text } = source;
  const begin = text.search(/\S/);
  if (begin === -1 || text[begin] === '[') {
    report(asError(begin === -1 ? noClip(file) : anArray(file), locationAt(source, begin)));
    return [];
  }
  const clips = new Map<string, Clip>();
  let count = 0;
  for (const line of linesOf(source)) {
    if (line.text.trim() === '') continue;
    // What is wrong counts too: saying what is wrong with millions of lines takes minutes, and helps nobody.
    if (++count > mostClips) {
      report(asError(tooMany, line.at(0)));
      break;
    }
    const clip = readLine(line, report);
    if (clip !== null) keepOnce(clip, clips, report);
  }
  return [...clips.values()];
}

/** One after the other: a file of nothing but line ends has millions. */
function* linesOf({ file, text, lineStarts }: Source): Generator<Line> {
  for (const [index, start] of lineStarts.entries()) {
    const end = (lineStarts[index + 1] ?? text.length + 1) - 1;
    yield {
      text: text.slice(start, end),
      at: (offset) => ({ file, line: index + 1, column: offset + 1 }),
    };
  }
}

function readLine(line: Line, report: Report): Clip | null {
  const { file } = line.at(0);
  const tree = parseJson(createSource(file, line.text), (found) => {
    // It takes the line for a file.
    const at = line.at((found.location?.column ?? 1) - 1);
    const related = found.related === null ? null : line.at(found.related.column - 1);
    report(asError({ ...mistakeOf(found), related }, at));
  });
  if (tree === null) return null;
  if (tree.kind === 'mapping') return readClipLine(tree, line, report);
  report(asError(noObject(tree), line.at(tree.start)));
  return null;
}

function mistakeOf({ rule, message }: Diagnostic): DiagnosticDraft {
  const isLong = rule === 'file-too-large';
  return {
    rule: 'clips-syntax',
    message: isLong ? 'the line has more values than anybody can mean; it is not read any further' : message,
    hint: rule === 'duplicate-key' ? 'delete one of them' : oneEachLine,
  };
}

/** By where the recording really is: `a.wav` and `./a.wav` are one. */
function keepOnce(clip: Clip, clips: Map<string, Clip>, report: Report): void {
  const key = clip.path === null ? `${clip.url}` : (resolveInside('', clip.path) ?? clip.path);
  const earlier = clips.get(key);
  if (earlier === undefined) clips.set(key, clip);
  else report(asError({ ...twice(clip), related: earlier.location }, clip.location));
}

const example = '{"audio": "clips/001.wav", "text": "what is said"}';
const oneEachLine = `write one JSON object a line, with quotes around keys and texts: ${example}`;

function noClip(file: string): DiagnosticDraft {
  return {
    rule: 'clips-empty',
    message: `${file} has no clip`,
    hint: `write a line for each recording: ${example}`,
  };
}

function anArray(file: string): DiagnosticDraft {
  const name = forShell(file);
  return {
    rule: 'clips-syntax',
    message: 'the file is a JSON array, and not a JSON object a line',
    hint: `make lines of it: jq -c '.[]' ${name} > lines.tmp && mv lines.tmp ${name}`,
  };
}

const tooMany: DiagnosticDraft = {
  rule: 'clips-too-many',
  message: `the manifest has more than ${mostClips.toLocaleString('en')} clips; it is not read any further`,
  hint: 'keep the clips in which words of the list are said; twenty tell something',
};

function noObject(tree: Tree): DiagnosticDraft {
  return {
    rule: 'clips-form',
    message: `a line must be a JSON object; it is ${show(tree)}`,
    hint: `write it as ${example}`,
  };
}

function twice(clip: Clip): DiagnosticDraft {
  return {
    rule: 'clips-twice',
    message: `${clipName(clip)} is there twice`,
    hint: 'delete one of the two lines; `repeat` recognises each clip several times',
  };
}
