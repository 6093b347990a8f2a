import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isVocabError } from '../../src/model/errors.js';
import type { Hotword } from '../../src/model/hotword.js';
import type { ObservedList } from '../../src/model/observed.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';
import { renderBackup } from '../../src/workspace/render-backup.js';
import { loadWords, words } from '../config/project.js';
import { binary } from '../support/any-text.js';
import { idOf, observedList, word } from '../support/build.js';

const id = idOf('acmemed', 1);

/** The backup of a list that comes back from it, through the bytes of a file. */
function broughtBack(list: ObservedList) {
  return parseBackup(Buffer.from(renderBackup(list)).toString('utf8'), 'backup.yaml');
}

const anyText = fc.string({ unit: binary, maxLength: 20 });
const tricky = fc.constantFrom(
  ' leading and trailing ',
  'e\u0301 and \u00e9',
  '\u001b[31mred',
  'line\r\nbreak',
  '\ud800',
  '\u{e0001}\ufeff\u2028',
  '1e3',
  'null',
  '- a: b # c',
  '---',
  '*alias',
  '__proto__',
  '<<',
  '',
);
const anyWord: fc.Arbitrary<Hotword> = fc.record({
  text: fc.oneof(anyText, tricky),
  weight: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  lang: fc.option(fc.oneof(fc.string({ unit: binary, minLength: 1 }), fc.constant('no')), { nil: null }),
  extra: fc.option(
    fc.dictionary(fc.oneof(anyText, tricky), fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), {
      minKeys: 1,
      maxKeys: 3,
    }),
    { nil: null },
  ),
});

describe('a backup', () => {
  it('brings every list back word for word, whatever its words, weights, langs and other fields', () => {
    const everything = fc.record({
      hotwords: fc.array(anyWord, { maxLength: 8 }),
      target_model: fc.oneof(anyText, tricky).filter((text) => text !== ''),
      status: fc.oneof(anyText, tricky),
      gmt_modified: fc.oneof(anyText, tricky),
    });
    fc.assert(
      fc.property(everything, (fields) => {
        const { vocabulary_id, prefix, target_model, hotwords } = observedList(fields);
        const list = { vocabulary_id, prefix, target_model, hotwords };
        expect(JSON.stringify(broughtBack(observedList(fields)))).toBe(JSON.stringify(list));
      }),
    );
  });

  it('keeps what nobody would write: weights out of range, repetitions, other spellings of one word', () => {
    const hotwords = [
      word(' alpha', { weight: 51 }),
      word('alpha', { weight: -1 }),
      word('alpha', { weight: 0 }),
      word('alpha', { weight: 0 }),
      word('e\u0301'),
      word('\u00e9', { extra: { translation: 'a', nested: { deep: [null, 1.5, 'x'] } } }),
    ];
    expect(broughtBack(observedList({ hotwords })).hotwords).toEqual(hotwords);
  });

  it('is a list without words as well', () => {
    expect(broughtBack(observedList({ hotwords: [] })).hotwords).toEqual([]);
  });

  it('shows every character that nobody could see', () => {
    const hidden = 'a\u0000\u001b\u0085\u200b\u202e\u2028\ufeff\u{e0041}z';
    const text = renderBackup(
      observedList({
        hotwords: [word(hidden, { lang: hidden, extra: { [hidden]: hidden } })],
        target_model: hidden,
        status: hidden,
        gmt_create: hidden,
      }),
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(parse(text)).toMatchObject({ hotwords: [{ text: hidden }] });
  });

  it('is an include like any other', async () => {
    const hotwords = [word('Exothermic reaction'), word('心房颤动', { weight: 5, lang: 'zh' }), word('on')];
    const loaded = await loadWords('backup.yaml', renderBackup(observedList({ hotwords })));
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['Exothermic reaction|4|', '心房颤动|5|zh', 'on|4|']);
  });
});

describe('a backup that was cut off', () => {
  it('is told wherever that is, also behind a word', () => {
    const hotwords = ['alpha', 'beta', '心房颤动'].map((text) => word(text, { lang: 'zh' }));
    const text = renderBackup(observedList({ hotwords }), 'the account staging at https://a.example/api/v1');
    for (let end = 0; end < text.length - 1; end++) {
      const cut = text.slice(0, end);
      const read = attempt(() => parseBackup(cut, 'backup.yaml'));
      expect(read?.hotwords.length ?? 3).toBe(3);
    }
    expect(() => parseBackup(text.slice(0, text.lastIndexOf('  - ')), 'backup.yaml')).toThrow(
      'backup.yaml is not a backup: it was written with 3 hotwords and has 2; if that is meant, delete the line "# Hotwords: 3."',
    );
  });

  it('is told of one with line ends of Windows, too', () => {
    const text = renderBackup(
      observedList({ hotwords: [word('alpha'), word('beta')] }),
      'the account a at b',
    );
    const cut = text.slice(0, text.lastIndexOf('  - ')).replaceAll('\n', '\r\n');
    expect(() => parseBackup(cut, 'backup.yaml')).toThrow('it was written with 2 hotwords and has 1');
    expect(parseBackup(text.replaceAll('\n', '\r\n'), 'b').account).toBe('the account a at b');
  });

  it('may have been shortened on purpose, or written before backups said their number', () => {
    const text = renderBackup(observedList({ hotwords: [word('alpha'), word('beta')] }));
    const shorter = text.slice(0, text.lastIndexOf('  - ')).replace('# Hotwords: 2.\n', '');
    expect(parseBackup(shorter, 'backup.yaml').hotwords.map((each) => each.text)).toEqual(['alpha']);
  });
});

it('says which account it is from, where somebody wrote that down', () => {
  const account = 'the account staging at https://a.example/api/v1 (workspace w)';
  expect(parseBackup(renderBackup(observedList({}), account), 'b').account).toBe(account);
  expect(parseBackup(renderBackup(observedList({})), 'b').account).toBeUndefined();
});

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

const head = `prefix: acmemed\ntarget_model: fun-asr\nvocabulary_id: [${id}]\n`;

describe('a file that is no backup', () => {
  it.each([
    ['nothing', '', 'at its root'],
    ['a vocabulary of the repository', 'name: m\nprefix: acmemed\ntarget_model: fun-asr\n', 'vocabulary_id'],
    ['several ids', head.replace(id, `${id}, ${id}`), 'vocabulary_id'],
    ['an id that names no prefix', head.replace(id, 'vocab-Acme-1'), 'vocabulary_id.0: no vocabulary_id'],
    ['an id that leads elsewhere', head.replace(id, '../../etc/passwd'), 'vocabulary_id.0'],
    [
      'a prefix that is not the one of its id',
      `${head.replace('prefix: acmemed', 'prefix: acmesup')}hotwords: []\n`,
      'prefix',
    ],
    ['a word that is a number', `${head}hotwords: [{ text: 1, weight: 4 }]\n`, 'hotwords.0.text'],
    ['a bare word', `${head}hotwords: [alpha]\n`, 'hotwords.0'],
    ['a word without its weight', `${head}hotwords: [{ text: alpha }]\n`, 'hotwords.0.weight'],
    ['a weight that is no number', `${head}hotwords: [{ text: alpha, weight: .nan }]\n`, 'hotwords.0.weight'],
    ['extra fields that are a list', `${head}hotwords: [{ text: a, weight: 4, extra: [] }]\n`, 'extra'],
    ['words that are a mapping', `${head}hotwords: { alpha: 4 }\n`, 'hotwords'],
    ['no words, as of a file that was cut off', head, 'hotwords'],
    [
      'a field that nobody wrote',
      `${head}hotwords: [{ text: a, weight: 4, langs: zh }]\n`,
      'at hotwords.0: Unrecognized key: "langs"',
    ],
    [
      'a key that nobody wrote',
      `${head}hotwords: []\nguards: {}\n`,
      'at its root: Unrecognized key: "guards"',
    ],
    ['a key that is written twice', `${head}prefix: acmesup\n`, 'Map keys must be unique'],
    ['two documents', `${head}---\n${head}`, 'multiple documents'],
    ['a bracket that is never closed', `${head}hotwords: [\n`, 'line 5'],
    ['too deep brackets', `${head}hotwords: ${'['.repeat(20_000)}\n`, ''],
    ['an alias', `a: &a [x]\n${head}hotwords: *a\n`, 'Alias'],
    [
      'a billion laughs',
      `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${head}hotwords: [*c, *c]\n`,
      'Alias',
    ],
  ])('is told and not restored: %s', (_, text, says) => {
    const error = failureOf(() => parseBackup(text, 'backup.yaml'));
    expect(isVocabError(error, 'config-invalid')).toBe(true);
    expect((error as Error).message).toContain('backup.yaml is not a backup: ');
    expect((error as Error).message).toContain(says);
    expect((error as Error).message).not.toContain('\n');
  });
});

function failureOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
