import { describe, expect, it } from 'vitest';
import { replaceItem } from '../../../src/config/edit/replace-item.js';

describe('an item in the place of another', () => {
  it.each([
    [
      'of a block',
      'include:\n  - a.txt # one\n  # two\n  - b.txt\n',
      'include:\n  - w/a.csv # one\n  # two\n  - b.txt\n',
    ],
    ['in brackets', 'include: [a.txt, b.txt] # both\n', 'include: [w/a.csv, b.txt] # both\n'],
    ['in quotes', "include:\r\n- 'a.txt'\r\n- b.txt", 'include:\r\n- w/a.csv\r\n- b.txt'],
    ['a mapping', 'include:\n  - { file: a.csv, columns: { text: 词 } }\n', 'include:\n  - w/a.csv\n'],
    [
      'a mapping of several lines',
      'include:\n  - file: a.csv\n    columns: { text: 词 }\n  - b.txt\n',
      'include:\n  - w/a.csv\n  - b.txt\n',
    ],
  ])('leaves everything else as it was: %s', (_how, text, edited) => {
    expect(replaceItem(text, ['include', 0], 'w/a.csv')).toEqual({ text: edited });
  });

  it('may be any one of them', () => {
    expect(replaceItem('include: [a, b, c]\n', ['include', 2], 'd')).toEqual({
      text: 'include: [a, b, d]\n',
    });
  });

  it.each([
    ['a comment inside', 'include:\n  - file: a.csv # mine\n    columns: { text: 词 }\n', 'a comment'],
    ['an anchor', 'include: &all [a.txt]\nother: *all\n', 'anchor'],
    ['a block', 'include:\n  - >-\n    a.txt\n  # two\n  - b.txt\n', 'over several lines'],
    ['no such item', 'include: []\n', 'has no item 1'],
    ['no list', 'include: a.txt\n', 'has no item 1'],
  ])('is refused where something would be lost: %s', (_how, text, why) => {
    expect(replaceItem(text, ['include', 0], 'w/a.csv')).toEqual({
      refused: expect.stringContaining(why) as unknown,
      by_hand: 'under `include`: - w/a.csv, in the place of item 1',
    });
  });
});
