import type { Chance } from '../support/chance.js';
import { longest, tokens } from './mutate.js';

/* Texts that look like the format more or less, without a sample behind them. */

export function yamlish(chance: Chance): string {
  const keys = [
    'version: 1',
    'account:',
    'vocabularies:',
    'hotwords:',
    'name: a',
    'prefix: b',
    'target_model: c',
    'text: d',
    'weight: 5',
    'lang: zh',
    'extra:',
    'include: [w.txt]',
    'note: x',
    'expires: 2026-01-01',
  ];
  return some(chance, 40, () => chance.pick(chance.is(0.5) ? keys : tokens)).join('');
}

export function tableish(chance: Chance): string {
  const separator = chance.pick([',', '\t', ';']);
  const header = chance.pick([
    ['text', 'weight', 'lang'],
    ['text'],
    ['text', 'text'],
    ['word', 'boost'],
    ['lang', 'text', 'note', 'expires'],
    [''],
  ]);
  const rows = some(chance, 12, () => some(chance, 5, () => cell(chance)).join(separator));
  return [header.join(separator), ...rows].join(chance.pick(['\n', '\r\n', '\r', '\n\n']));
}

function cell(chance: Chance): string {
  const plain = chance.is(0.5)
    ? chance.pick(['alpha', '4', 'zh', '', ' ', '5', '心房颤动'])
    : chance.pick(tokens);
  return chance.pick([plain, plain, `"${plain}"`, `"${plain}`, `${plain}"`, `"${plain}"x`, `"a""${plain}"`]);
}

export function textish(chance: Chance): string {
  const weights = ['', ' 4', '\t4', ': 4', ',4', ' (4)', '|4', '^4', ' -4', ' 99', '=4', ' 0.5'];
  const markers = ['', '- ', '* ', '1. ', '• ', '# ', '// ', '"', '  '];
  const line = () =>
    chance.pick(markers) +
    (chance.is(0.6) ? chance.pick(['alpha', 'beta gamma', '心房颤动', 'C++', 'text']) : chance.pick(tokens)) +
    chance.pick(weights);
  return some(chance, 30, line).join('\n');
}

/** Any JSON, mostly of the names that our documents have. */
export function jsonish(chance: Chance): string {
  const text = JSON.stringify(anyValue(chance, 0)) ?? 'null';
  return text.length > longest ? text.slice(0, longest) : text;
}

const names = [
  'kind',
  'format_version',
  'changes',
  'hotwords',
  'text',
  'weight',
  'lang',
  'code',
  'message',
  'output',
  'vocabulary',
  'vocabulary_id',
  'vocabulary_list',
  'status',
  'request_id',
  'target_model',
  '__proto__',
  'constructor',
  '',
  'extra',
];

function anyValue(chance: Chance, depth: number): unknown {
  const draw = chance.below(depth > 5 ? 6 : 10);
  if (draw < 2) return chance.pick([null, true, false, 0, -1, 4, 4.5, 1e300, 2 ** 53, '', '4']);
  if (draw < 6) return chance.pick(chance.is(0.5) ? names : tokens);
  if (draw < 8) return some(chance, 5, () => anyValue(chance, depth + 1));
  return Object.fromEntries(some(chance, 6, () => [chance.pick(names), anyValue(chance, depth + 1)]));
}

type Path = readonly string[];

/** A document with one to a few of its values replaced, left out, or doubled: well-formed, and of the wrong shape. */
export function misshape(text: string, chance: Chance): string {
  let value: unknown = JSON.parse(text);
  for (let left = 1 + chance.below(3); left > 0; left--) {
    value = changeAt(value, chance.pick(pathsIn(value)), chance);
  }
  return JSON.stringify(value) ?? 'null';
}

/** Of the value itself and of everything in it, so that each is as likely as any other. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner).map((path) => [key, ...path])),
  ];
}

function changeAt(value: unknown, [key, ...rest]: Path, chance: Chance): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) {
    return chance.is(0.3) ? null : anyValue(chance, 3);
  }
  const isHere = rest.length === 0 && chance.is(0.3);
  if (Array.isArray(value)) {
    const at = Number(key);
    if (isHere) return value.toSpliced(at, chance.below(2), value[at], anyValue(chance, 4));
    return value.with(at, changeAt(value[at], rest, chance));
  }
  const { [key]: held, ...others } = value as Readonly<Record<string, unknown>>;
  return isHere ? others : { ...value, [key]: changeAt(held, rest, chance) };
}

/** Lines that look like clips. */
export function manifestish(chance: Chance): string {
  const keys = ['audio', 'wav', 'audio_filepath', 'url', 'text', 'txt', 'duration', '__proto__'];
  const values = [
    'a.wav',
    './a.wav',
    '../a.wav',
    '/a',
    'https://h/a',
    'http://h/a',
    'oss://b/a',
    '',
    ' ',
    7,
    null,
  ];
  const value = () => (chance.is(0.7) ? chance.pick(values) : chance.is(0.5) ? chance.pick(tokens) : [{}]);
  const field = () => `${JSON.stringify(chance.pick(keys))}: ${JSON.stringify(value())}`;
  const line = () => (chance.is(0.1) ? chance.pick(tokens) : `{${some(chance, 4, field).join(', ')}}`);
  return some(chance, 12, line).join(chance.pick(['\n', '\r\n', '\r', '\n\n']));
}

function some<T>(chance: Chance, most: number, make: () => T): T[] {
  return Array.from({ length: chance.below(most + 1) }, make);
}
