import { expect, it } from 'vitest';
import { loadPronunciation } from '../../src/pronunciation/load-pronunciation.js';

const readAloud = await loadPronunciation();

it.each([
  ['心律', 'xīn lǜ'],
  ['银行', 'yín háng'],
  ['行走', 'xíng zǒu'],
  ['黏膜', 'nián mó'],
  ['EGFR抑制剂', 'egfr yì zhì jì'],
  ['ＣＴ检查', 'ct jiǎn chá'],
  ['吉兰-巴雷综合征', 'jí lán bā léi zōng hé zhēng'],
  ['Exothermic reaction', 'exothermic reaction'],
  ['カルテ', 'カルテ'],
  ['', ''],
])('%s is read %s', (text, reading) => {
  expect(readAloud(text)).toBe(reading);
});

it.each([
  ['心率', '心律'],
  ['指骨', '趾骨'],
])('%s and %s are read alike', (one, other) => {
  expect(readAloud(one)).toBe(readAloud(other));
});
