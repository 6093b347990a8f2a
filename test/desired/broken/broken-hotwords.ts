import { config, hotwords, range } from '../validate.js';
import type { Broken } from './broken.js';

export const brokenHotwords: readonly Broken[] = [
  {
    rule: 'hotword-too-long',
    severity: 'error',
    files: hotwords(['心房颤动', '▸一二三四五六七八九十一二三四五六']),
    message:
      '"一二三四五六七八九十一二三四五六" has 16 characters; a hotword with any non-ASCII character may have 15',
    hint: 'shorten it',
  },
  {
    rule: 'hotword-too-many-words',
    severity: 'error',
    files: hotwords(['{ weight: 5, text: ▸one two three four five six seven eight }']),
    message: '"one two three four five six seven eight" has 8 words; an ASCII hotword may have 7',
    hint: 'shorten it',
  },
  {
    rule: 'hotword-hidden-character',
    severity: 'error',
    files: hotwords(['▸心房\u200b颤动']),
    message: '"心房\u200b颤动" contains the invisible character U+200B at position 3',
    hint: 'delete the character',
  },
  {
    rule: 'hotword-hidden-character',
    severity: 'error',
    files: hotwords(['▸\uf0b7 心房颤动']),
    message: '"\uf0b7 心房颤动" contains the private-use character U+F0B7 at position 1',
    hint: 'delete the character',
  },
  {
    rule: 'hotword-letterless',
    severity: 'warning',
    files: hotwords(['▸。']),
    message: '"。" has neither a letter nor a digit: nobody can say it',
    hint: 'delete it',
  },
  {
    rule: 'hotword-like-key',
    severity: 'error',
    files: {
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml': 'name: medical\nprefix: acmemed\nhotwords:\n  - ▸sk-0123456789abcdef\n',
    },
    message: 'a hotword looks like an API key or another secret (not shown)',
    hint: 'revoke the key',
  },
  {
    rule: 'hotword-like-key',
    severity: 'error',
    files: {
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml':
        'name: medical\nprefix: acmemed\nhotwords:\n  - { text: ▸a, extra: { tags: [sk-0123456789abcdef] } }\n',
    },
    message: 'a field of a hotword looks like an API key or another secret (not shown)',
    hint: 'revoke the key',
  },
  {
    rule: 'hotword-like-key',
    severity: 'error',
    files: {
      ...config('vocabularies: [medical.yaml]'),
      'medical.yaml':
        'name: medical\nprefix: acmemed\nhotwords:\n  - { text: ▸a, note: the key is sk-0123456789abcdef }\n',
    },
    message: 'the note of a hotword looks like an API key (not shown)',
    hint: 'revoke the key',
  },
  {
    rule: 'hotword-expired',
    severity: 'warning',
    files: hotwords(['{ text: ▸alpha, expires: 2026-12-25 }']),
    message: '"alpha" was wanted until 2026-12-25',
    hint: 'it stays in the list',
  },
  {
    rule: 'hotword-expired',
    severity: 'warning',
    files: {
      ...config('vocabularies: [{ name: medical, prefix: acmemed, include: [words.csv] }]'),
      'words.csv': 'text,note,expires\nbeta,,2026-12-26\n▸alpha,trial of ward 3,2026-06-30\n',
    },
    message: '"alpha" was wanted until 2026-06-30; its note: "trial of ward 3"',
    hint: 'it stays in the list',
  },
  {
    rule: 'weight-out-of-range',
    severity: 'error',
    files: hotwords(['{ text: ▸alpha, weight: 6 }']),
    message: '"alpha" has weight 6; fun-asr takes 1 to 5',
    hint: 'a weight of 1 to 5',
  },
  {
    rule: 'weight-out-of-range',
    severity: 'error',
    files: hotwords(['{ text: ▸alpha, weight: 49 }'], { model: 'qwen-audio-3.1-asr-flash' }),
    message: '"alpha" has weight 49; qwen-audio-3.1-asr-flash takes 1 to 5, or 50 for a super hotword',
    hint: 'a weight of 1 to 5, or 50',
  },
  {
    rule: 'too-many-super-hotwords',
    severity: 'error',
    files: hotwords(
      [
        ...range(220, (n) => `other${n}`),
        ...range(50, (n) => `{ text: word${n}, weight: 50 }`),
        '{ text: ▸surplus, weight: 50 }',
      ],
      {
        model: 'qwen-audio-3.0-asr-flash',
      },
    ),
    message: '"medical" has 51 hotwords of weight 50; a list for qwen-audio-3.0-asr-flash may have 50',
    hint: 'all but 50',
  },
  {
    rule: 'lang-unsupported',
    severity: 'error',
    files: hotwords(['{ text: ▸부정맥, lang: ko }']),
    message: '"부정맥" has lang "ko"; fun-asr takes zh, en, ja',
    hint: 'correct the lang',
  },
  {
    rule: 'lang-unsupported',
    severity: 'error',
    files: hotwords(['{ text: ▸心律, lang: zh-CN }']),
    message: '"心律" has lang "zh-CN"; fun-asr takes zh, en, ja',
    hint: 'did you mean "zh"?',
  },
  {
    rule: 'lang-unusual',
    severity: 'warning',
    files: hotwords(['{ text: ▸心律, lang: zh-CN }'], { model: 'qwen-audio-3.0-asr-flash' }),
    message:
      '"心律" has lang "zh-CN"; the vendor writes "zh" for its other models, and lists none for qwen-audio-3.0-asr-flash',
    hint: 'write "zh"',
  },
  {
    rule: 'duplicate-hotword',
    severity: 'warning',
    files: hotwords(['▹alpha', 'beta', '{ text: ▸alpha, weight: 4 }']),
    message: '"alpha" is already in vocab.config.yaml:8; one of the two is kept',
    hint: 'delete one',
  },
  {
    rule: 'contradictory-hotword',
    severity: 'error',
    files: {
      ...config('vocabularies: [lists/medical.yaml]'),
      'lists/medical.yaml': 'name: medical\nprefix: acmemed\ninclude: [words/a.csv, words/b.txt]\n',
      'lists/words/a.csv': 'text,weight\nbeta,4\n▹alpha,5\n',
      'lists/words/b.txt': '# common words\n  ▸alpha\n',
    },
    message: '"alpha" is already in lists/words/a.csv:3 with weight 5, here it has 4',
    hint: 'keep the one',
  },
  {
    rule: 'contradictory-hotword',
    severity: 'error',
    files: hotwords(['{ text: ▹alpha, extra: { translation: Alpha } }', '▸alpha']),
    message: '"alpha" is already in vocab.config.yaml:8 with other fields',
    hint: 'keep the one',
  },
  {
    rule: 'too-many-hotwords',
    severity: 'error',
    files: {
      ...config('vocabularies: [{ name: ▸medical, prefix: acmemed, include: [words.txt] }]'),
      'words.txt': range(2003, (n) => `word${n}\n`).join(''),
    },
    message: '"medical" has 2003 hotwords; a list for fun-asr may have 2000',
    hint: 'take out 3',
  },
  {
    rule: 'hotword-limit-disputed',
    severity: 'warning',
    files: {
      ...config('vocabularies: [{ name: ▸medical, prefix: acmemed, include: [words.txt] }]'),
      'words.txt': range(501, (n) => `word${n}\n`).join(''),
    },
    message: `"medical" has 501 hotwords; for fun-asr the vendor's newest guide allows 2000, its other pages 500`,
    hint: 'within 500',
  },
];
