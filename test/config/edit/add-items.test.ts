import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { addItems } from '../../../src/config/edit/add-items.js';
import { binary } from '../../support/any-text.js';

const added = (text: string, path: (string | number)[] = ['vocabularies'], items = ['new.yaml']) => {
  const edited = addItems(text, path, items);
  return 'text' in edited ? edited.text : edited;
};

describe('an item is added', () => {
  it.each([
    [
      'to a block',
      'vocabularies:\n  - a.yaml # first\nremoved: []\n',
      'vocabularies:\n  - a.yaml # first\n  - new.yaml\nremoved: []\n',
    ],
    [
      'with the indentation of the others',
      'vocabularies:\n- a.yaml\nremoved: []\n',
      'vocabularies:\n- a.yaml\n- new.yaml\nremoved: []\n',
    ],
    [
      'behind an item of several lines',
      'vocabularies:\n  - name: a\n    hotwords:\n      - b\n# end\n',
      'vocabularies:\n  - name: a\n    hotwords:\n      - b\n  - new.yaml\n# end\n',
    ],
    ['to a list in brackets', 'vocabularies: [a.yaml] # here\n', 'vocabularies: [a.yaml, new.yaml] # here\n'],
    [
      'to an empty list',
      'vocabularies: [] # none yet\nx: 1\n',
      'vocabularies: [new.yaml] # none yet\nx: 1\n',
    ],
    [
      'to brackets over several lines, before their comments',
      'vocabularies: [\n  a.yaml, # one\n  b.yaml # two\n]\n',
      'vocabularies: [\n  a.yaml, # one\n  b.yaml, new.yaml # two\n]\n',
    ],
    [
      'under a key without a value',
      'version: 1\nvocabularies: # soon\n  # - old.yaml\nx: 1\n',
      'version: 1\nvocabularies: # soon\n  - new.yaml\n  # - old.yaml\nx: 1\n',
    ],
    [
      'under a key that is not there',
      '# head\nversion: 1 # one\n# tail\n',
      '# head\nversion: 1 # one\nvocabularies:\n  - new.yaml\n# tail\n',
    ],
    ['to a file without a last line end', 'version: 1', 'version: 1\nvocabularies:\n  - new.yaml'],
    ['to a list without a last line end', 'vocabularies:\n  - a', 'vocabularies:\n  - a\n  - new.yaml'],
    [
      'with the line ends of the file',
      'version: 1\r\nvocabularies:\r\n  - a.yaml\r\n',
      'version: 1\r\nvocabularies:\r\n  - a.yaml\r\n  - new.yaml\r\n',
    ],
    [
      'behind a byte-order mark',
      '\ufeffvocabularies:\n  - a.yaml\n',
      '\ufeffvocabularies:\n  - a.yaml\n  - new.yaml\n',
    ],
    [
      'behind a text of several lines',
      'vocabularies:\n  - a\nnote: |\n  b\n',
      'vocabularies:\n  - a\n  - new.yaml\nnote: |\n  b\n',
    ],
    ['to a mapping in braces', '{ version: 1 } # all\n', '{ version: 1, vocabularies: [new.yaml] } # all\n'],
    [
      'before the end of the document',
      'vocabularies:\n  - a\n...\n',
      'vocabularies:\n  - a\n  - new.yaml\n...\n',
    ],
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });

  it('to a vocabulary that is written in the configuration', () => {
    expect(
      added(
        'vocabularies:\n  - b.yaml\n  - name: a # mine\n    prefix: p\n',
        ['vocabularies', 1, 'include'],
        ['w.csv'],
      ),
    ).toBe('vocabularies:\n  - b.yaml\n  - name: a # mine\n    prefix: p\n    include:\n      - w.csv\n');
  });

  it('with columns', () => {
    const text = added('include: [a.csv]\n', ['include'], ['{ file: t.csv, columns: { text: 热词 } }']);
    expect(text).toBe('include: [a.csv, { file: t.csv, columns: { text: 热词 } }]\n');
  });

  it('whatever the document is, and nothing else is lost', () => {
    const documents = fc.record({
      before: fc.array(fc.string({ unit: binary, maxLength: 8 }), { maxLength: 4 }),
      other: fc.jsonValue({ maxDepth: 3 }),
      flow: fc.boolean(),
    });
    fc.assert(
      fc.property(documents, ({ before, other, flow }) => {
        const text = `# one\n${stringify({ other, vocabularies: before, last: other }, flow ? { collectionStyle: 'flow' } : {})}# two\n`;
        const edited = added(text);
        if (typeof edited !== 'string') throw new Error(edited.refused);
        expect(parse(edited, { schema: 'core' })).toEqual(
          parse(stringify({ other, vocabularies: [...before, 'new.yaml'], last: other })),
        );
        expect(edited.startsWith('# one\n') && edited.endsWith('# two\n')).toBe(true);
      }),
    );
  });
});

describe('an edit is refused, with what to write by hand,', () => {
  it.each([
    ['where the list is an alias', 'a: &x [b]\nvocabularies: *x\n', 'alias'],
    ['where the list has an anchor', 'vocabularies: &x [b]\na: *x\n', 'anchor'],
    ['where there is something else', 'vocabularies: one.yaml\n', 'not a list'],
    ['in several documents', 'vocabularies: []\n---\na: 1\n', 'one valid YAML document'],
    ['in what is no YAML', 'vocabularies: [\n', 'one valid YAML document'],
    ['in an empty file', '# nothing\n', 'one valid YAML document'],
    ['in a list', '- a\n', 'no mapping'],
  ])('%s', (_, text, why) => {
    const edited = added(text);
    expect(edited).toMatchObject({
      refused: expect.stringContaining(why),
      by_hand: 'under `vocabularies`: - new.yaml',
    });
  });
});
