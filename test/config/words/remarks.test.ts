import { describe, expect, it } from 'vitest';
import type { LoadedConfig } from '../../../src/config/read/load.js';
import { loadHotwords, loadVocabulary, loadWords, onlyVocabulary, summary, words } from '../project.js';

/** `text: note (expires)` of every entry of the only vocabulary. */
function remarks(loaded: LoadedConfig): string[] {
  return onlyVocabulary(loaded).entries.map(
    ({ text, note, expires }) => `${text}: ${note ?? '-'} (${expires ?? '-'})`,
  );
}

const entry = (fields: string) => loadHotwords(`  - { text: alpha, ${fields} }\n`);
const answer = (word: object) => JSON.stringify({ output: { vocabulary: [word] } });

describe('what is said of a hotword', () => {
  const both = ['alpha: asked for by ward 3 (2027-03-31)', 'beta: - (-)'];

  it.each<readonly [string, () => Promise<LoadedConfig>]>([
    [
      'an entry in braces',
      () =>
        loadHotwords(
          '  - { text: alpha, weight: 4, lang: zh, note: asked for by ward 3, expires: 2027-03-31 }\n  - beta\n',
        ),
    ],
    [
      'an entry of several lines',
      () =>
        loadHotwords(
          '  - text: alpha\n    lang: zh\n    note: asked for by ward 3\n    expires: 2027-03-31\n  - beta\n',
        ),
    ],
    [
      'an included YAML file',
      () =>
        loadWords(
          'w.yaml',
          '- note: asked for by ward 3\n  expires: "2027-03-31"\n  text: alpha\n  lang: zh\n- text: beta\n',
        ),
    ],
    [
      'JSON',
      () =>
        loadWords(
          'w.json',
          '[{"text":"alpha","weight":4,"lang":"zh","note":"asked for by ward 3","expires":"2027-03-31"},{"text":"beta","note":null,"expires":null}]',
        ),
    ],
    [
      'a table with our headers',
      () =>
        loadWords(
          'w.csv',
          'text,weight,lang,note,expires\nalpha,,zh,asked for by ward 3,2027-03-31\nbeta,4,,,\n',
        ),
    ],
    [
      'a table with semicolons and capitals',
      () =>
        loadWords('w.csv', 'Expires;Note;Text;Lang\n2027-03-31;"asked for by\nward 3";alpha;zh\n; ;beta;\n'),
    ],
    [
      'a table with headers of its own',
      () =>
        loadVocabulary(
          'name: v\nprefix: acme\ntarget_model: fun-asr\ninclude:\n  - { file: w.csv, columns: { text: 热词, lang: 语言, note: 备注, expires: 到期 } }\n',
          { 'w.csv': '热词,语言,备注,到期,部门\nalpha,zh,asked for by ward 3,2027-03-31,3\nbeta,,,,3\n' },
        ),
    ],
  ])('is read from %s', async (_, read) => {
    const loaded = await read();
    expect(loaded.diagnostics).toEqual([]);
    expect(remarks(loaded)).toEqual(both);
    expect(words(loaded)).toEqual(['alpha|4|zh', 'beta|4|']);
  });

  it('is nothing in a text file and in weights by word, where there is no place for it', async () => {
    const listed = await loadWords('w.txt', 'alpha\n');
    expect(remarks(listed)).toEqual(['alpha: - (-)']);
    expect(remarks(await loadWords('w.json', '{"alpha":5}'))).toEqual(['alpha: - (-)']);
  });

  it('is a field of the vendor in an answer of the vendor, and kept as that', async () => {
    const loaded = await loadWords('w.json', answer({ text: 'alpha', weight: 4, note: 7, expires: 'never' }));
    expect(loaded.diagnostics).toEqual([]);
    expect(remarks(loaded)).toEqual(['alpha: - (-)']);
    expect(onlyVocabulary(loaded).entries[0]?.extra).toEqual({ note: 7, expires: 'never' });
  });
});

describe('a note', () => {
  it.each([
    ['  much\\u3000 space\\t ', 'much space'],
    ['two\\nlines', 'two lines'],
    ['e\\u0301', '\u00e9'],
    ['𠮷'.repeat(200), '𠮷'.repeat(200)],
    [`${' '.repeat(100)}${'x'.repeat(200)}`, 'x'.repeat(200)],
  ])('is one line, whatever white space is written: %j', async (written, note) => {
    const loaded = await entry(`note: "${written}"`);
    expect(loaded.diagnostics).toEqual([]);
    expect(remarks(loaded)).toEqual([`alpha: ${note} (-)`]);
  });

  it('may be a block of lines, which become one', async () => {
    const loaded = await loadHotwords('  - text: alpha\n    note: |\n      heard as\n      "alfa"\n');
    expect(remarks(loaded)).toEqual(['alpha: heard as "alfa" (-)']);
  });

  it.each(['2026-01-01', '5', 'true', 'on', '1e3'])('is a text where it looks like %s', async (written) => {
    expect(remarks(await entry(`note: ${written}`))).toEqual([`alpha: ${written} (-)`]);
  });

  it.each(['', 'null', '~', '""', '"  "'])('is none where nothing is said: %j', async (written) => {
    const loaded = await entry(`note: ${written}`);
    expect(loaded.diagnostics).toEqual([]);
    expect(remarks(loaded)).toEqual(['alpha: - (-)']);
  });

  it.each([
    ['[a]', 'a note must be a text, not a list'],
    ['{ a: b }', 'a note must be a text, not a mapping'],
    ['x'.repeat(201), 'a note has 201 characters; it is shown beside its word, and may have 200'],
  ])('is refused at its place: %s', async (written, message) => {
    const loaded = await entry(`note: ${written}`);
    expect(summary(loaded)).toEqual(['note-invalid v.yaml:5:26']);
    expect(loaded.diagnostics[0]?.message).toBe(message);
  });

  it.each(['5', 'true'])('is no number or truth in JSON: %s', async (written) => {
    expect(summary(await loadWords('w.json', `[{"text":"a","note":${written}}]`))).toEqual([
      'note-invalid w.json:1:21',
    ]);
  });

  it('of a table is refused at its row', async () => {
    const loaded = await loadWords('w.csv', `text,note\na,b\nc,${'x'.repeat(201)}\n`);
    expect(summary(loaded)).toEqual(['note-invalid w.csv:3:1']);
  });
});

describe('the day on which a word expires', () => {
  it.each(['2027-03-31', '2028-02-29', '" 2026-12-31 "', "'1999-01-01'"])(
    'is any day: %s',
    async (written) => {
      const loaded = await entry(`expires: ${written}`);
      expect(loaded.diagnostics).toEqual([]);
      expect(remarks(loaded)).toEqual([`alpha: - (${written.replaceAll(/[" ']/g, '')})`]);
    },
  );

  it.each(['', 'null', '~', '""'])('is none where nothing is said: %j', async (written) => {
    const loaded = await entry(`expires: ${written}`);
    expect(loaded.diagnostics).toEqual([]);
    expect(remarks(loaded)).toEqual(['alpha: - (-)']);
  });

  it.each([
    ['2027-02-29', 'the last day'],
    ['2027-13-01', 'the last day'],
    ['2027-00-10', 'the last day'],
    ['2027-3-31', 'write 2027-03-31'],
    ['2027/3/31', 'write 2027-03-31'],
    ['2027.03.31', 'write 2027-03-31'],
    ['2027年3月31日', 'write 2027-03-31'],
    ['2027/2/30', 'the last day'],
    ['31.03.2027', 'the last day'],
    ['2027-03-31T00:00:00Z', 'the last day'],
    ['20270331', 'the last day'],
    ['+002027-03-31', 'the last day'],
    ['soon', 'the last day'],
    ['[2027-03-31]', 'the last day'],
  ])('is refused at its place where the calendar has none: %s', async (written, hint) => {
    const loaded = await entry(`expires: ${written}`);
    expect(summary(loaded)).toEqual(['expires-invalid v.yaml:5:29']);
    expect(loaded.diagnostics[0]?.hint).toContain(hint);
  });

  it('of a table is refused at its row', async () => {
    const loaded = await loadWords('w.csv', 'text,expires\na,2027-03-31\nb,31.3.2027\n');
    expect(summary(loaded)).toEqual(['expires-invalid w.csv:3:1']);
  });
});

describe('the owner of a vocabulary', () => {
  const owned = (owner: string) =>
    loadVocabulary(`name: v\nprefix: acme\ntarget_model: fun-asr\nowner: ${owner}\nhotwords: [alpha]\n`);

  it.each([
    ['pharmacy', 'pharmacy'],
    ['"  王芳 \\n ward\\t3 "', '王芳 ward 3'],
    ['on', 'on'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('is a line, with its place: %j', async (written, owner) => {
    const loaded = await owned(written);
    expect(loaded.diagnostics).toEqual([]);
    expect(onlyVocabulary(loaded).owner).toEqual({
      value: owner,
      location: { file: 'v.yaml', line: 4, column: 8 },
    });
  });

  it.each(['""', '"  "', '[a, b]', '{ team: a }', 'x'.repeat(201)])('is refused: %s', async (written) => {
    expect(summary(await owned(written))).toEqual(['invalid-value v.yaml:4:8']);
  });

  it('need not be said', async () => {
    expect(onlyVocabulary(await loadHotwords('  - alpha\n')).owner).toBeNull();
  });
});
