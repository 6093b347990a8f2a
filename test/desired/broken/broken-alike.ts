import { config, hotwords, range } from '../validate.js';
import type { Broken } from './broken.js';

export const brokenAlike: readonly Broken[] = [
  {
    rule: 'near-duplicate',
    severity: 'warning',
    files: hotwords(['▹EGFR抑制剂', '▸ＥＧＦＲ 抑制剂']),
    message:
      '"ＥＧＦＲ 抑制剂" and "EGFR抑制剂" in vocab.config.yaml:8 differ in nothing but full width or another form of the same character and spaces',
    hint: 'keep the one',
  },
  {
    rule: 'sounds-alike',
    severity: 'warning',
    files: hotwords(['▹心率', '▸心律', '心房颤动']),
    message: '"心率" and "心律" sound alike (xīn lǜ): by ear nobody can tell which was said',
    hint: 'the words around it',
  },
  {
    rule: 'look-alike-character',
    severity: 'warning',
    files: hotwords(['▸СT检查']),
    message: '"СT检查" has the Cyrillic "С" (U+0421) where Latin "C" is probably meant',
    hint: 'type the word anew: "CT检查"',
  },
  {
    rule: 'part-outweighs-whole',
    severity: 'warning',
    files: hotwords(['{ text: ▸尿酸, weight: 5 }', '▹尿酸氧化酶', '高尿酸血症']),
    message:
      '"尿酸" has weight 5 and is a part of "尿酸氧化酶" (4), "高尿酸血症" (4): with more weight the part wins, and the rest may be misheard',
    hint: 'give the wholes at least the weight 5',
  },
  {
    rule: 'many-heavy-hotwords',
    severity: 'warning',
    files: config(`vocabularies:
  - name: ▸medical
    prefix: acmemed
    hotwords: [${range(8, (n) => `word${n}`).join(', ')}, { weight: 5, text: ▹alpha }, { text: beta, weight: 5 }, { text: gamma, weight: 5 }]`),
    message:
      '3 of the 11 hotwords of "medical" have weight 5 or more: that is more than a fifth, and such words are also heard where nobody says them',
    hint: 'keep 5 for what is still misheard at 4',
  },
  {
    rule: 'weights-differ',
    severity: 'warning',
    files: config(`vocabularies:
  - { name: ward, prefix: acmew, hotwords: [{ weight: 5, text: ▹alpha }, beta] }
  - { name: archive, prefix: acmea, hotwords: [▸alpha, { text: beta, weight: 3 }] }`),
    message:
      '"archive" and "ward", both for fun-asr, give 2 words different weights: "alpha" (5, here 4), "beta" (4, here 3)',
    hint: 'include the words from one file',
  },
  {
    rule: 'lang-other-script',
    severity: 'warning',
    files: hotwords(['{ lang: en, text: ▸窦性心律 }']),
    message: '"窦性心律" has lang "en", and is written in Han',
    hint: 'write "zh", "ja", or leave the lang out',
  },
  {
    rule: 'rule-unknown',
    severity: 'error',
    files: config('vocabularies: []\nrules: { ▸sound-alike: off }'),
    message: 'there is no rule "sound-alike"',
    hint: 'did you mean "sounds-alike"?',
  },
  {
    rule: 'rule-unknown',
    severity: 'error',
    files: config('vocabularies: []\nrules: { ▸spelling: off }'),
    message: 'there is no rule "spelling"',
    hint: '`vocabsync schema config` has all',
  },
  {
    rule: 'rule-fixed',
    severity: 'error',
    files: config('vocabularies: []\nrules: { ▸hotword-too-long: warning }'),
    message:
      '"hotword-too-long" cannot be set to warning: the vendor refuses it, or the words silently do nothing',
    hint: 'delete the line: warnings and infos can be set, such as',
  },
  {
    rule: 'rule-fixed',
    severity: 'error',
    files: config('vocabularies: []\nrules: { ▸list-not-ready: error }'),
    message:
      '"list-not-ready" cannot be set to error: it is about the account, and what shall stop a plan there blocks it',
    hint: 'write one of off, info, warning',
  },
];
