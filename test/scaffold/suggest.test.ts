import fc from 'fast-check';
import { describe, expect, it, test as property } from 'vitest';
import {
  accountProblem,
  modelProblem,
  modelsOf,
  nameProblem,
  namespaceProblem,
} from '../../src/scaffold/forms.js';
import { ignoreText } from '../../src/scaffold/ignore-text.js';
import { shellWord } from '../../src/scaffold/shell-word.js';
import { sharedNamespace, suggestNamespace, suggestPrefix, wordsIn } from '../../src/scaffold/suggest.js';
import { grapheme } from '../support/any-text.js';

describe('a suggestion', () => {
  property('is always one that can be taken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: grapheme }),
        fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/),
        (folder, name) => {
          const namespace = suggestNamespace(folder) ?? 'vocab';
          expect(namespaceProblem(namespace)).toBeNull();
          expect(suggestPrefix(namespace, name, new Set())).toMatch(
            new RegExp(`^${namespace}[a-z0-9]{1,6}$`),
          );
        },
      ),
    );
  });

  it('is a prefix that no other list has', () => {
    expect(suggestPrefix('acme', 'general', new Set())).toBe('acmegener');
    expect(suggestPrefix('acme', 'general', new Set(['acmegener', 'acmegene2']))).toBe('acmegene3');
    expect(suggestPrefix('acme', 'a', new Set(['acmea']))).toBe('acmea2');
    const all = ['acmea', ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `acmea${number}`)];
    expect(suggestPrefix('acme', 'a', new Set(all))).toBeNull();
  });
});

it('reads words between commas of any script', () => {
  expect(wordsIn(' a, 窦性心律，b c、d；e;\n ,')).toEqual(['a', '窦性心律', 'b c', 'd', 'e']);
  expect(wordsIn('  ')).toEqual([]);
});

describe('an answer', () => {
  it.each([
    [namespaceProblem, 'acme', 'ac'],
    [namespaceProblem, 'acme2345', 'acme23456'],
    [nameProblem, 'Ward-3.a_b', '-a'],
    [accountProblem, '生产.1', 'a b'],
    [accountProblem, 'a'.repeat(63), 'a'.repeat(64)],
  ])('of %o can be %s, and not %s', (problemOf, good, bad) => {
    expect(problemOf(good)).toBeNull();
    expect(problemOf(bad)).toMatch(/^must be /);
  });

  it('names a model of the region', () => {
    for (const region of ['singapore', 'beijing'] as const)
      for (const model of modelsOf(region)) expect(modelProblem(model, region)).toBeNull();
    expect(modelsOf('singapore')[0]).toBe('fun-asr-realtime');
    expect(modelProblem('whisper', 'beijing')).toContain('`models:`');
  });
});

describe('the lines of a .gitignore', () => {
  const why = '# vocabsync keeps backups and the account of its emulator there.';

  it.each([
    ['', `${why}\n.vocabsync/\n`],
    ['a', `a\n\n${why}\n.vocabsync/\n`],
    ['a\n', `a\n\n${why}\n.vocabsync/\n`],
    ['\ufeffa\r\n', `\ufeffa\r\n\r\n${why}\r\n.vocabsync/\r\n`],
    ['# .vocabsync/\n', `# .vocabsync/\n\n${why}\n.vocabsync/\n`],
    ['x.vocabsync/\n.vocabsync/backups\n', `x.vocabsync/\n.vocabsync/backups\n\n${why}\n.vocabsync/\n`],
  ])('%j get ours after them', (before, after) => {
    expect(ignoreText(before)).toBe(after);
    expect(ignoreText(after)).toBe(after);
  });
});

it('writes a path as one word of a command line', () => {
  expect(['a/b.yaml', '语音.yaml', '-x', 'a b', "it's", '$x', ''].map(shellWord)).toEqual([
    'a/b.yaml',
    '语音.yaml',
    './-x',
    "'a b'",
    "'it'\\''s'",
    "'$x'",
    "''",
  ]);
});

it.each([
  [['acmemed', 'acmesup'], 'acme'],
  [['acmemed', 'acmemed'], null],
  [['acmemed'], null],
  [['acmemed', 'billing'], null],
  [['acmehealth1', 'acmehealth2'], 'acmeheal'],
  [[], null],
])('finds how prefixes begin that are there: %j is %s', (prefixes, shared) => {
  expect(sharedNamespace(prefixes)).toBe(shared);
});
