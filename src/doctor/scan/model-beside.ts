import { assignedName, type Position } from './assigned-name.js';
import { indentOf, type Lines } from './lines.js';

/*
 * Which model belongs to an id? The vendor's SDKs take both in one call or one mapping, so whoever keeps them apart keeps
 * them near. In this order: on the same line, in the same pair of braces if there are some; in the same block, which ends
 * where a line is indented less (in a flat file such as .env, by the longest beginning that the two names share); on the
 * lines around the block, as the key above it; at last whatever is not far away, or the only model of the file.
 */

/** A model's name in a file. */
export interface ModelAt extends Position {
  readonly name: string;
  /** What a comment says of models is a remark, perhaps of a former time. */
  readonly isRemark: boolean;
}

export interface Beside {
  readonly model: ModelAt;
  /** False: it is not far away, or the only one. */
  readonly beside: boolean;
}

const familyForm = String.raw`(?:fun-asr|paraformer|qwen-audio|qwen3-asr|sensevoice|gummy)(?:-[a-z0-9]+(?:\.\d+)?)*`;

/** Finds names of models: those of the catalogue, and whatever is called like one. */
export function findModels(text: string, lines: Lines, known: readonly string[]): ModelAt[] {
  const others = known.filter((name) => !new RegExp(`^${familyForm}$`).test(name)).map(escaped);
  const form = new RegExp(`(?<![\\w.-])(?:${[...others, familyForm].join('|')})(?![\\w-])`, 'g');
  return [...text.matchAll(form)].map((match) => {
    const at = lines.at(match.index);
    const before = (lines.text[at.line] ?? '').slice(0, at.column);
    return { name: match[0], isRemark: beginsComment.test(before), ...at };
  });
}

/** Python's and YAML's, those of C and its heirs, of INI; none that is closed again. Not `https://`, `a#b`, `#define`, or JavaScript's `#model =`. */
const beginsComment =
  /(?:^|\s)(?:#(?!\s*(?:define|if|elif|include|pragma|undef)\b|\w+\s*[=:;(])|\/\/|\/\*(?!.*\*\/)|;)|^\s*\*\s/;

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const farthest = 40;

/** A comment tells only where nothing else does, and nobody can be sure of it. */
export function modelBeside(id: Position, models: readonly ModelAt[], lines: Lines): Beside | null {
  const inCode = besideIn(
    id,
    models.filter(({ isRemark }) => !isRemark),
    lines,
  );
  if (inCode !== null) return inCode;
  const found = besideIn(id, models, lines);
  return found === null ? null : { ...found, beside: false };
}

function besideIn(id: Position, models: readonly ModelAt[], lines: Lines): Beside | null {
  const near = models.filter(({ line }) => Math.abs(line - id.line) <= farthest);
  const found = sure(onLine(id, near, lines)) ?? inBlock(id, near, lines) ?? sure(around(id, near, lines));
  if (found !== null) return found;
  const [nearest] = [...near].sort((one, other) => distance(one, id) - distance(other, id));
  if (nearest !== undefined) return { model: nearest, beside: false };
  const [only] = models;
  const isOnly = models.every(({ name }) => name === only?.name);
  return only !== undefined && isOnly ? { model: only, beside: false } : null;
}

function sure(model: ModelAt | null): Beside | null {
  return model === null ? null : { model, beside: true };
}

function onLine(id: Position, models: readonly ModelAt[], { text }: Lines): ModelAt | null {
  const same = models.filter(({ line }) => line === id.line);
  if (same.length < 2) return same[0] ?? null;
  const [from, to] = braces(text[id.line] ?? '', id.column);
  const inside = same.filter(({ column }) => column >= from && column < to);
  const candidates = inside.length > 0 ? inside : same;
  return (
    [...candidates].sort(
      (one, other) => Math.abs(one.column - id.column) - Math.abs(other.column - id.column),
    )[0] ?? null
  );
}

/** The innermost pair of braces around a column; the whole line where there is none. */
function braces(line: string, column: number): readonly [number, number] {
  let depth = 0;
  let from = -1;
  for (let at = column - 1; at >= 0 && from < 0; at--) {
    if (line[at] === '}') depth++;
    else if (line[at] === '{' && depth-- === 0) from = at;
  }
  if (from < 0) return [0, line.length];
  const end = line.indexOf('}', column);
  return [from, end < 0 ? line.length : end];
}

/** A mapping or a body has an end. A flat file has none, so two models in it may both be meant, unless their names tell. */
function inBlock(id: Position, models: readonly ModelAt[], lines: Lines): Beside | null {
  const indent = indentAt(id.line, lines) ?? 0;
  const [from, to] = blockAround(id, indent, lines);
  const name = assignedName(lines, id) ?? '';
  const ranked = models
    .filter(({ line }) => line >= from && line <= to)
    .map((model) => ({ model, rank: rankOf(model), distance: distance(model, id) }))
    .sort((one, other) => one.rank - other.rank || one.distance - other.distance);
  const [best] = ranked;
  if (best === undefined) return null;
  const isDoubtful =
    indent === 0 && ranked.some(({ model, rank }) => rank === best.rank && model.name !== best.model.name);
  return { model: best.model, beside: !isDoubtful };

  /** The less, the nearer: first those that are not deeper, then those whose names begin alike. */
  function rankOf(model: ModelAt): number {
    const deeper = indentAt(model.line, lines) === indent ? 0 : 1000;
    return deeper - sharedParts(name, assignedName(lines, model) ?? '');
  }
}

/** The first and the last line of the block: those around it are indented less. */
function blockAround(id: Position, indent: number, lines: Lines): readonly [number, number] {
  const isInside = (line: number) => (indentAt(line, lines) ?? indent) >= indent;
  let from = id.line;
  while (from > 0 && id.line - from < farthest && isInside(from - 1)) from--;
  let to = id.line;
  while (to < lines.text.length - 1 && to - id.line < farthest && isInside(to + 1)) to++;
  return [from, to];
}

function indentAt(line: number, { text }: Lines): number | null {
  return indentOf(text[line] ?? '');
}

/** The lines that the block hangs from: a key above it, or the call that it is an argument of. */
function around(id: Position, models: readonly ModelAt[], { text }: Lines): ModelAt | null {
  let indent = indentOf(text[id.line] ?? '') ?? 0;
  for (let line = id.line - 1; line >= 0 && indent > 0 && id.line - line <= farthest; line--) {
    const own = indentOf(text[line] ?? '');
    if (own === null || own >= indent) continue;
    indent = own;
    const found = models.find((model) => model.line === line);
    if (found !== undefined) return found;
  }
  return null;
}

/** `VOCAB_WARD_ID` and `VOCAB_WARD_MODEL` share two. */
function sharedParts(one: string, other: string): number {
  const others = partsOf(other);
  const differing = partsOf(one).findIndex((part, index) => part !== others[index]);
  return differing < 0 ? others.length : differing;
}

function partsOf(name: string): string[] {
  return name.toLowerCase().split(/[_.-]/);
}

function distance(model: ModelAt, id: Position): number {
  return Math.abs(model.line - id.line);
}
