import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPronunciation, loadRoughReading } from '../../src/pronunciation/load-pronunciation.js';
import { runs } from '../support/sample.js';
import { temporaryFolder } from '../support/world.js';

const readAloud = await loadPronunciation();
const { kinsOf, possible } = await loadRoughReading();
const kin = (text: string): string | undefined => kinsOf([text])[0];

it('has the readings of the dictionary that is installed', async () => {
  const fresh = join(await temporaryFolder(), 'readings.ts');
  await promisify(execFile)(process.execPath, ['scripts/readings.mjs', '--out', fresh]);
  const [committed, made] = await Promise.all(
    ['src/pronunciation/readings.ts', fresh].map((file) => readFile(file, 'utf8')),
  );
  // Else run `node scripts/readings.mjs`. Not by toBe: nobody wants to see the difference.
  expect(committed === made).toBe(true);
});

it.each([
  ['心律', ['xīn lǜ']],
  ['行走', ['xíng zǒu', 'háng zǒu', 'heng zǒu']],
  ['EGFR抑制剂', ['egfr yì zhì jì']],
  ['吉兰-巴雷', ['jí lán bā léi', 'jí lán ba léi']],
  ['Exothermic reaction', ['exothermic reaction']],
  ['', ['']],
])('%s may be read %s', (text, readings) => {
  expect([...(possible(text) ?? [])].sort()).toEqual([...readings].sort());
});

it('gives up where there are more than anybody would try', () => {
  expect(possible('行'.repeat(15))).toBeNull();
});

// Characters whose reading depends on their neighbours, some of any kind, and what is no Chinese.
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Array.from('一不了行长重乐个子为着都得地的好看中上下')) },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...Array.from('aZ1 -·々〇ーカ㐂𠮷豈ﬀＡéǘ'), 'xīn', '、') },
);

it('has among them the one in which the dictionary reads a text', () => {
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      const text = characters.join('');
      const reading = readAloud(text);
      expect(possible(text) ?? [reading]).toContain(reading);
    }),
    { numRuns: runs(3000) },
  );
});

it('finds what is read alike akin, also where it is written as it is read', () => {
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      const text = characters.join('');
      expect(kin(text)).toBe(kin(readAloud(text)));
    }),
    { numRuns: runs(3000) },
  );
});

it.each([
  ['心率', '心律'],
  ['一行', '医行'],
  ['ba拉', '吧拉'],
  ['ＣＴ检查', 'ct 检察'],
])('%s and %s are akin', (one, other) => {
  expect(kin(one)).toBe(kin(other));
});

it('finds in many texts at once what it finds in each, also where one has several lines', () => {
  const texts = fc.array(
    fc.array(fc.oneof({ weight: 20, arbitrary: character }, { weight: 1, arbitrary: fc.constant('\n') }), {
      maxLength: 8,
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      const written = all.map((one) => one.join(''));
      expect(kinsOf(written)).toEqual(written.map((text) => kinsOf([text.replaceAll('\n', ' ')])[0]));
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['肝脏', '心脏'],
  ['A型', 'B型'],
])('%s and %s are not', (one, other) => {
  expect(kin(one)).not.toBe(kin(other));
});
