/**
 * Writes src/pronunciation/readings.ts: of each Chinese character the readings that pinyin-pro may give it in a text. Run it
 * after each update of that package; a test fails until then.
 *
 *     node scripts/readings.mjs [--out FILE]
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const first = 0x4e00;
const last = 0x9fff;
const ascii = ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

const head = `/*
 * Written by scripts/readings.mjs. In signs of ASCII, because that is what the engine reads fastest: 45 kB that are there
 * within a millisecond, where the dictionary takes sixty.
 */
`;

/** Characters whose tone their neighbours change, by rules and in no dictionary. */
const changing = [
  ['一', 'yī', 'yí', 'yì', 'yi'],
  ['不', 'bù', 'bú', 'bu'],
  ['了', 'liǎo'],
];

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'src/pronunciation/readings.ts' } },
});
await writeFile(values.out, renderReadings(await collectReadings()));

function renderReadings(readings) {
  const kin = kinOf(readings);
  const sets = ['', ...kin.flat()];
  const common = Array.from({ length: last - first + 1 }, (_, index) =>
    pairOf(sets.indexOf(readings.get(String.fromCodePoint(first + index)) ?? '')),
  );
  const rare = [...readings]
    .filter(([character]) => !isCommon(character))
    .map(([character, ways]) => character + pairOf(sets.indexOf(ways)));
  return `${head}
/** Each way in which characters are read: readings with a comma between them. Those of a kin between semicolons. */
export const ways =
  '${kin.map((ways) => ways.join('|')).join(';')}';

/** Two signs for each character from U+4E00: where its ways stand, from 1, in digits of \`digits\`; 0 if it has none. */
export const common =
  '${common.join('')}';

export const digits =
  '${ascii}';

/** Characters beyond, each with its two signs. */
export const rare =
  '${rare.join('')}';
`;
}

/** Ways that have a reading in common, or are joined by others that do. */
function kinOf(readings) {
  const kin = [];
  for (const ways of [...new Set(readings.values())].sort()) {
    const own = new Set(ways.split(','));
    const joined = kin.filter((one) =>
      one.some((other) => other.split(',').some((reading) => own.has(reading))),
    );
    for (const one of joined) kin.splice(kin.indexOf(one), 1);
    kin.push([...joined.flat(), ways]);
  }
  return kin;
}

function pairOf(index) {
  return ascii[Math.floor(index / ascii.length)] + ascii[index % ascii.length];
}

function isCommon(character) {
  const code = character.codePointAt(0);
  return code >= first && code <= last;
}

/** The reading that a character has alone, those that it has in the phrases of the dictionary, and what rules make of it. */
async function collectReadings() {
  const { default: characters } = await partOf('data/dict1.mjs');
  const { PatternsNormal: phrases } = await partOf('data/patterns.mjs');
  const found = new Map();
  const add = (character, reading) => {
    found.set(character, (found.get(character) ?? new Set()).add(reading));
  };
  characters.NumberDICT.forEach((all, code) => add(String.fromCharCode(code), all.split(' ')[0]));
  for (const [character, all] of characters.StringDICT) add(character, all.split(' ')[0]);
  // Surnames are read as other words are: asked for otherwise, they would be everywhere.
  for (const { zh, pinyin } of phrases.filter(({ priority }) => priority === 1)) {
    const syllables = pinyin.split(' ');
    for (const [index, character] of [...zh].entries()) add(character, syllables[index]);
  }
  for (const [character, ...readings] of changing) for (const reading of readings) add(character, reading);
  return new Map([...found].map(([character, all]) => [character, [...all].sort().join(',')]));
}

/** The package exports no dictionary. */
async function partOf(name) {
  const home = fileURLToPath(import.meta.resolve('pinyin-pro'));
  return import(new URL(name, `file://${home.replace(/dist.*/, 'dist/esm/')}`).href);
}
