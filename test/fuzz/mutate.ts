import type { Chance } from '../support/chance.js';

/** The longest input, in characters: what reads it in no time at all must not need a second for that. */
export const longest = 4000;

/** What does harm in one format or another, wherever it stands. */
export const tokens: readonly string[] = [
  [
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    ': ',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!t ',
    '!!binary ',
    '<<: ',
    '|\n',
    '>-\n',
    '%YAML 1.2\n',
  ],
  [
    '"',
    "'",
    '""',
    '\\',
    '\\u0000',
    '\\ud800',
    '`',
    '#',
    '//',
    '/*',
    '<!--',
    '-->',
    '---\n',
    '...\n',
    '=cmd()',
  ],
  [
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\n  ',
    '\n    - ',
    '\0',
    '\u0007',
    '\u001b[2J',
    '\u007f',
    '\u0085',
    '\ufeff',
  ],
  [
    '\u2028',
    '\u200b',
    '\u202e',
    '\u3000',
    '\ud800',
    '\udc00',
    '\ufffd',
    '\uffff',
    'e\u0301',
    '\u0301'.repeat(20),
  ],
  ['词', '心房颤动', '👩‍⚕️', 'ﬃ', 'İ', 'ß', '\ufdfa'],
  [
    'null',
    '~',
    'true',
    'NaN',
    '.inf',
    '-0',
    '1e999',
    '1e3',
    '0x1f',
    '99999999999999999999',
    '-1',
    '4.5',
    '2026-02-31',
  ],
  ['__proto__', 'constructor', 'toString', 'length', '__proto__: ', '"__proto__":{}', 'sk-0123456789abcdef'],
  ['../', '/', '**/*', '{a,b}', 'w.txt', 'vocab.config.yaml', '::error::', '<script>', '${{ x }}', '%0A'],
].flat();

type Mutation = (text: string, chance: Chance) => string;

const mutations: readonly Mutation[] = [
  replaceOne,
  insertToken,
  insertToken,
  dropPart,
  swapTokens,
  swapTokens,
  repeatPart,
  repeatLine,
  nest,
  lengthen,
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('  ', '\t'),
];

/** The text with one to a few things in it that are not as they were. */
export function mutate(text: string, chance: Chance): string {
  const limit = Math.max(longest, text.length);
  let mutated = text;
  for (let left = 1 + chance.below(4); left > 0; left--) {
    mutated = chance.pick(mutations)(mutated, chance).slice(0, limit);
  }
  return mutated;
}

/** The bytes of a text, some of them others: what is no UTF-8 any more. */
export function flipBytes(text: string, chance: Chance): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  for (let left = 1 + chance.below(5); left > 0 && bytes.length > 0; left--) {
    const at = chance.below(bytes.length);
    bytes[at] = chance.is(0.5) ? (bytes[at] ?? 0) ^ (1 << chance.below(8)) : chance.below(256);
  }
  return bytes;
}

function replaceOne(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const other = chance.is(0.5) ? chance.pick(tokens) : String.fromCodePoint(chance.below(0x250));
  return text.slice(0, at) + other + text.slice(at + 1);
}

function insertToken(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + chance.pick(tokens) + text.slice(at);
}

function dropPart(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + chance.below(20));
}

function swapTokens(text: string, chance: Chance): string {
  const parts = text.split(/(\s+|[^\w\s]+)/);
  const [one, other] = [chance.below(parts.length), chance.below(parts.length)];
  const [left = '', right = ''] = [parts[one], parts[other]];
  return parts.with(one, right).with(other, left).join('');
}

function repeatPart(text: string, chance: Chance): string {
  const from = chance.below(text.length + 1);
  const part = text.slice(from, from + 1 + chance.below(30));
  return text.slice(0, from) + part.repeat(2 + chance.below(chance.pick([3, 200]))) + text.slice(from);
}

/** A key that is written twice, most of the time. */
function repeatLine(text: string, chance: Chance): string {
  const lines = text.split('\n');
  const line = chance.pick(lines);
  return lines.toSpliced(chance.below(lines.length), 0, line).join('\n');
}

function nest(text: string, chance: Chance): string {
  const [open, close] = chance.pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['{"a":', '}'],
    ['- ', ''],
    ['"', '"'],
    ['(', ')'],
  ] as const);
  const depth = 1 + chance.below(chance.pick([5, 400]));
  const at = chance.below(text.length + 1);
  const end = chance.is(0.5) ? close.repeat(depth) : '';
  return text.slice(0, at) + open.repeat(depth) + end + text.slice(at);
}

function lengthen(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return (
    text.slice(0, at) +
    chance.pick(['a', ' ', '词', '\t', '"', "'", ',', '\n', '9', '-', '#']).repeat(chance.below(longest)) +
    text.slice(at)
  );
}
