import { describe, expect, it } from 'vitest';
import { formatYaml } from '../../../src/config/format/format-yaml.js';
import { vocabularyPlace } from '../../../src/config/format/places.js';
import { meansTheSame } from '../../../src/config/format/same-meaning.js';
import { parseWhole } from '../../../src/config/text/parse-whole.js';
import { createSource } from '../../../src/config/text/source.js';
import type { Tree } from '../../../src/config/text/tree.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';

interface Result {
  readonly text: string | null;
  readonly rules: readonly string[];
}

function format(text: string, { sort = false } = {}): Result {
  const found: Diagnostic[] = [];
  const formatted = formatYaml(createSource('a.yaml', text), { sort, otherwise: null }, (each) =>
    found.push(each),
  );
  return { text: formatted?.text ?? null, rules: found.map(({ rule }) => rule) };
}

const vocabulary = (rest: string) => `name: a\nprefix: b\n${rest}`;

describe('the canonical form', () => {
  it.each([
    [
      'puts keys in the order of the schemas, with what belongs to them',
      '# of the words\nhotwords: [a]\n\n# of the prefix\nprefix: b # p\nname: a\n',
      'name: a\n\n# of the prefix\nprefix: b # p\n# of the words\nhotwords: [a]\n',
    ],
    [
      'leaves what belongs to the file at its head',
      '# yaml-language-server: $schema=x\n# the words of ward 3\nprefix: b\nname: a\nhotwords: [a]\n',
      '# yaml-language-server: $schema=x\n# the words of ward 3\nname: a\nprefix: b\nhotwords: [a]\n',
    ],
    [
      'leaves what a blank line sets apart at the head',
      '# (c) Acme\n\nprefix: b\nname: a\nhotwords: [a]\n',
      '# (c) Acme\n\nname: a\nprefix: b\nhotwords: [a]\n',
    ],
    [
      'leaves a key that nobody knows behind the one before it',
      vocabulary('hotwords: [a]\ntags: [x]\nowner: me\n'),
      vocabulary('owner: me\nhotwords: [a]\ntags: [x]\n'),
    ],
    ['leaves entries in their order', vocabulary('hotwords: [b, a]\n'), vocabulary('hotwords: [b, a]\n')],
    [
      'orders the keys of an entry, and of a configuration within a list',
      vocabulary('hotwords:\n  - weight: 5\n    text: a\n  - {lang: zh, text: b}\n'),
      vocabulary('hotwords:\n  - text: a\n    weight: 5\n  - { text: b, lang: zh }\n'),
    ],
    [
      'adds no colon to what looks like a key without one, and keeps one that is there',
      vocabulary(
        'hotwords:\n  - {text: a, weight:5}\n  - {text: b, note: x, z}\n  - {text： c}\n  - {weight: , text: d}\n',
      ),
      vocabulary(
        'hotwords:\n  - { text: a, weight:5 }\n  - { text: b, note: x, z }\n  - { text： c }\n  - { text: d, weight: }\n',
      ),
    ],
    [
      'leaves what only looks like items below one another',
      vocabulary('hotwords:\n   -\u3000甲\n   -\u3000乙\n'),
      vocabulary('hotwords:\n  -\u3000甲\n  -\u3000乙\n'),
    ],
    [
      'indents by two, and lists below their key',
      vocabulary('hotwords:\n- a\n-    text: b\n     weight: 5\n'),
      vocabulary('hotwords:\n  - a\n  - text: b\n    weight: 5\n'),
    ],
    [
      'leaves in one line what is in one, and in several what is',
      vocabulary('hotwords: [ a,b ]\ninclude:\n  - w.csv\n'),
      vocabulary('hotwords: [a, b]\ninclude:\n  - w.csv\n'),
    ],
    [
      'joins brackets that fit into a line',
      vocabulary('hotwords: [\n  a,\n  {\n    text: b,\n    weight: 5,\n  },\n]\n'),
      vocabulary('hotwords: [a, { text: b, weight: 5 }]\n'),
    ],
    [
      'opens brackets that do not, or have comments in them',
      vocabulary('hotwords: [\n  a, # of a\n  # of b\n  { text: b,\n    weight: 5 }\n  # at the end\n]\n'),
      vocabulary('hotwords:\n  - a # of a\n  # of b\n  - { text: b, weight: 5 }\n  # at the end\n'),
    ],
    [
      'writes plainly what every reader reads alike, and quotes the rest',
      vocabulary(
        `hotwords:\n  - 'a'\n  - on\n  - 1e3\n  - ~\n  - "2026-01-01"\n  - 12:30\n  - 'say "x"'\n  - <<\n`,
      ),
      vocabulary(
        `hotwords:\n  - a\n  - "on"\n  - "1e3"\n  - "~"\n  - "2026-01-01"\n  - "12:30"\n  - "say \\"x\\""\n  - "<<"\n`,
      ),
    ],
    [
      'leaves numbers, switches, days and nothing as they are',
      vocabulary(
        'hotwords:\n  - { text: a, weight: 5, lang: null, expires: 2027-03-31, extra: { x: 1.5, y_: ~ } }\n',
      ),
      vocabulary(
        'hotwords:\n  - { text: a, weight: 5, lang: null, expires: 2027-03-31, extra: { x: 1.5, y_: ~ } }\n',
      ),
    ],
    [
      'leaves the quotes, or none, of a text that is read alike either way',
      'version: 1\nvocabularies: [v/*.yaml, "w/*.yaml"]\nguards: { max_hotword_loss: 50% }\n',
      'version: 1\nvocabularies: [v/*.yaml, "w/*.yaml"]\nguards: { max_hotword_loss: 50% }\n',
    ],
    [
      'leaves one blank line of several, and none at the ends',
      '\n\nname: a\n\n\n\nprefix: b\nhotwords:\n\n  - a\n\n\n  - b\n\n\n',
      'name: a\n\nprefix: b\nhotwords:\n  - a\n\n  - b\n',
    ],
    [
      'leaves the distance of comments that are lined up',
      'name: a        # one\nprefix: acmeb  # two\nhotwords: [a]\n',
      'name: a        # one\nprefix: acmeb  # two\nhotwords: [a]\n',
    ],
    [
      'leaves an entry that is commented out where it was',
      vocabulary('hotwords:\n- a\n  # - b\ninclude:\n# - x.csv\n- y.csv\n'),
      vocabulary('hotwords:\n  - a\n  # - b\ninclude:\n  # - x.csv\n  - y.csv\n'),
    ],
    [
      'leaves a list alone of which all is commented out',
      'version: 1\nvocabularies: []\nremoved: []\n  # - acmeold\nprotect:\n  # - acmelegal\n',
      'version: 1\nvocabularies: []\nremoved: []\n  # - acmeold\nprotect:\n  # - acmelegal\n',
    ],
    [
      'puts comments of a first key above the dash',
      vocabulary('hotwords:\n  - # behind\n    # between\n    weight: 5\n    # of the text\n    text: a\n'),
      vocabulary('hotwords:\n  # behind\n  # of the text\n  - text: a\n    # between\n    weight: 5\n'),
    ],
    [
      'moves a text of several lines to its indentation',
      vocabulary('hotwords: [a]\ndescription: >-  # why\n      one\n\n      two\n        three\n'),
      vocabulary('description: >-  # why\n  one\n\n  two\n    three\nhotwords: [a]\n'),
    ],
    [
      'loses nothing of what stands where a number should',
      vocabulary('hotwords:\n  - text: a\n    weight: \ufeff\n  - text: b\n    weight: 4\n\n      x\n'),
      vocabulary('hotwords:\n  - text: a\n    weight: \ufeff\n  - text: b\n    weight: 4\n\n      x\n'),
    ],
    [
      'leaves a text that only begins as a date does as it is, and takes its quotes away',
      vocabulary('hotwords: [2026-01-01 alpha, "2026-01-01 beta", 2026-01-01trial]\n'),
      vocabulary('hotwords: [2026-01-01 alpha, 2026-01-01 beta, 2026-01-01trial]\n'),
    ],
    [
      'takes any white space but spaces for text, where such a text begins',
      vocabulary('hotwords: [a]\ndescription: >-\n    \u3000one\n    \ufefftwo\n'),
      vocabulary('description: >-\n  \u3000one\n  \ufefftwo\nhotwords: [a]\n'),
    ],
    [
      'joins a text in quotes that goes on in the next line',
      vocabulary('hotwords:\n  - "a\n    b"\n'),
      vocabulary('hotwords:\n  - a b\n'),
    ],
    [
      'leaves the lines of a text without quotes',
      vocabulary(
        'description: one\n        two  # why\nhotwords:\n- a\n    b\n\n    c\n- text: &d d\n   e\n',
      ),
      vocabulary(
        'description: one\n  two  # why\nhotwords:\n  - a\n    b\n\n    c\n  - text: &d d\n      e\n',
      ),
    ],
    [
      'gives a word in brackets whose comma may be missing a line of its own',
      vocabulary('hotwords: [a,\n  b\n  c, { text: d\n  e, weight: 5 }]\n'),
      vocabulary('hotwords:\n  - a\n  - b\n    c\n  - text: d\n      e\n    weight: 5\n'),
    ],
    [
      'makes tabs and white space at line ends spaces',
      'name: a\t# x  \nprefix:\tb \nhotwords: [a]',
      'name: a # x\nprefix: b\nhotwords: [a]\n',
    ],
    [
      'keeps directives and the mark of a document',
      '%YAML 1.2\n# above\n---\nname: a\nprefix: b\nhotwords: [a]\n...\n',
      '%YAML 1.2\n# above\n---\nname: a\nprefix: b\nhotwords: [a]\n',
    ],
    [
      'keeps anchors and aliases, and then the order',
      'prefix: b\nname: &n a\nx: [&v 1, *v]\nhotwords:\n- &w\n  text: a\n- *w\n',
      'prefix: b\nname: &n a\nx: [&v 1, *v]\nhotwords:\n  - &w\n    text: a\n  - *w\n',
    ],
    ['formats a list of words', '-   a\n- {text: b}\n', '- a\n- { text: b }\n'],
    [
      'writes a configuration in JSON as YAML',
      '{"version": 1, "account": {"region": "beijing"}, "vocabularies": []}\n',
      'version: 1\naccount: { region: beijing }\nvocabularies: []\n',
    ],
  ])('%s', (_what, text, expected) => {
    const { text: result, rules } = format(text);
    expect(rules).toEqual([]);
    expect(result).toBe(expected);
    expect(format(expected).text).toBe(expected);
  });

  it('keeps the line ends of Windows where all are, and no others', () => {
    expect(format('name: a\r\nprefix:  b\r\nhotwords: [a]\r\n').text).toBe(
      'name: a\r\nprefix: b\r\nhotwords: [a]\r\n',
    );
    expect(format('name: a\r\nprefix:  b\nhotwords: [a]\r\n').text).toBe(
      'name: a\nprefix: b\nhotwords: [a]\n',
    );
    expect(format('name: a\rprefix: b\rhotwords: [a]').text).toBe('name: a\nprefix: b\nhotwords: [a]\n');
  });
});

describe('sorting', () => {
  it.each([
    [
      'goes by the text, whatever its case, the same on every machine',
      'hotwords: [b, Ä, ä, B, { text: a, weight: 5 }, 心, "10", "9"]',
      'hotwords: ["10", "9", { text: a, weight: 5 }, B, b, Ä, ä, 心]',
    ],
    [
      'takes comments along',
      'hotwords:\n  # of b\n  - b # b\n  - a\n  # at the end\n',
      'hotwords:\n  - a\n  # of b\n  - b # b\n  # at the end\n',
    ],
    [
      'stays inside of groups that blank lines part, below their headings',
      'hotwords:\n  # One\n  - z\n  # of x\n  - x\n\n  # Two\n  - b\n  - a\n',
      'hotwords:\n  # One\n  # of x\n  - x\n  - z\n\n  # Two\n  - a\n  - b\n',
    ],
    [
      'sorts nothing else',
      'hotwords: [a]\ninclude: [b.csv, a.csv]\n',
      'hotwords: [a]\ninclude: [b.csv, a.csv]\n',
    ],
    [
      'sorts vocabularies in place',
      'version: 1\nvocabularies:\n  - { name: a, prefix: b, hotwords: [b, a] }\n',
      'version: 1\nvocabularies:\n  - { name: a, prefix: b, hotwords: [a, b] }\n',
    ],
    ['sorts a list of words', '- b\n- a\n', '- a\n- b\n'],
    ['leaves a file with aliases in its order', 'hotwords: [&b b, a, *b]\n', 'hotwords: [&b b, a, *b]\n'],
  ])('%s', (_what, text, expected) => {
    expect(format(text, { sort: true })).toEqual({ text: `${expected.trimEnd()}\n`, rules: [] });
  });
});

describe('what is left alone', () => {
  it.each([
    ['broken YAML', 'hotwords: [', 'yaml-syntax'],
    ['a merge key', 'name: a\nprefix: b\n<<: {}\n', 'yaml-merge-key'],
    ['a tag', 'hotwords: [!x a]\n', 'yaml-tag'],
    ['a key that is written twice', 'name: a\nname: b\nhotwords: [a]\n', 'duplicate-key'],
    ['two documents', 'hotwords: [a]\n---\nhotwords: [b]\n', 'yaml-documents'],
    ['nothing', '# only a comment\n', 'file-empty'],
    ['an explicit key', '? hotwords\n: [a]\n', 'fmt-explicit-key'],
    ['a key that would be too long', `version: 1\nx${'\t'.repeat(600)}y: 1\n`, 'fmt-long-key'],
    ['a workflow', 'name: ci\non: push\njobs: {}\n', 'fmt-unknown-file'],
    ['a list of other things', '- name: x\n  run: y\n', 'fmt-unknown-file'],
    ['a text', 'words\n', 'fmt-unknown-file'],
    [
      'a file with a key in it',
      'hotwords: [a]\nowner: sk-0123456789abcdef0123456789abcdef\n',
      'key-in-config',
    ],
    [
      'a configuration with a key for the name of a variable',
      'version: 1\naccount: { api_key_env: hunter-2 }\n',
      'key-in-config',
    ],
  ])('%s', (_what, text, rule) => {
    expect(format(text).text).toBeNull();
    expect(format(text).rules).toContain(rule);
  });
});

describe('the guard', () => {
  const place = vocabularyPlace();
  const tree = (text: string): Tree => parseWhole(createSource('a.yaml', text), () => {}) as Tree;
  const isSame = (one: string, other: string, sort = false) =>
    meansTheSame(tree(one), tree(other), { place, sort });

  it.each([
    ['another word', 'hotwords: [a]', 'hotwords: [b]'],
    ['a word more', 'hotwords: [a]', 'hotwords: [a, a]'],
    ['another order', 'hotwords: [a, b]', 'hotwords: [b, a]'],
    ['another key', 'owner: a', 'description: a'],
    ['a key less', 'owner: a\nname: b', 'name: b'],
    [
      'a number that has become a text',
      'hotwords: [{ text: a, weight: 5 }]',
      'hotwords: [{ text: a, weight: "5" }]',
    ],
    [
      'none that has become a text',
      'hotwords: [{ text: a, lang: null }]',
      'hotwords: [{ text: a, lang: "null" }]',
    ],
    [
      'a number of the vendor that has become a text',
      'hotwords: [{ text: a, extra: { b: 1 } }]',
      'hotwords: [{ text: a, extra: { b: "1" } }]',
    ],
    ['another order of files', 'include: [a.csv, b.csv]', 'include: [b.csv, a.csv]'],
  ])('sees %s', (_what, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });

  it('passes over the order of keys, quotes around a text, and the order of words that were sorted', () => {
    expect(
      isSame(
        'name: a\nhotwords: [on, {text: "b", weight: 5}]',
        'hotwords:\n  - "on"\n  - weight: 5\n    text: b\nname: "a"',
      ),
    ).toBe(true);
    expect(isSame('hotwords: [b, a]', 'hotwords: [a, b]', true)).toBe(true);
  });
});
