import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/config/words/normalise-text.js';
import { formats } from '../../src/report/forms.js';
import { openRepository } from '../cli/repository.js';
import { oneIn } from '../support/sample.js';
import { config, writeInto } from '../support/world.js';
import { expectHarmless, harmlessDocument } from './harmless.js';
import { hiddenTexts, hostileTexts, indentedTexts, spokenTexts } from './hostile-texts.js';

const main = 'vocab.config.yaml';

/** The text in the place of every word of a configuration whose form nobody prescribes. */
const everywhere = (text: string): string => `version: 1
account: { region: singapore, workspace: ${text} }
namespace: acme
prune: true
removed: [${text}]
protect: [${text}]
defaults: { target_model: fun-asr }
models: { any: { family: fun-asr, langs: [${text}] } }
consumers:
  - { name: ward, vocabulary: ${text}, model: ${text}, language_hints: [${text}] }
  - { name: desk, vocabulary: medical, model: ${text}, language_hints: [${text}] }
outputs: [{ path: ${text}, format: json }]
vocabularies:
  - name: medical
    prefix: acmemed
    target_models: [fun-asr, ${text}]
    previous_prefixes: [${text}]
    vocabulary_id: ${text}
    description: ${text}
    owner: ${text}
    hotwords:
      - ${text}
      - { text: ${text}, weight: 5 }
      - { text: a, lang: ${text}, note: ${text}, expires: ${text}, extra: { ${text}: ${text} } }
`;

/** The text in the place of every word that has a form, and under keys that do not exist. */
const misplaced = (text: string): string => `version: ${text}
${text}: ${text}
account: { region: ${text}, endpoint: ${text}, api_key_env: ${text}, list_quota: ${text}, ${text}: 1 }
namespace: ${text}
prune: ${text}
guards: { max_deletes: ${text}, max_hotword_loss: ${text}, update_interval: ${text} }
models: { any: { family: ${text}, weights: { min: ${text}, max: 1 } }, ${text}: { family: fun-asr } }
consumers: [{ name: ${text}, vocabulary: a, model: b }, ${text}]
outputs: [{ path: a, format: ${text} }]
vocabularies:
  - ${text}
  - { name: ${text}, prefix: ${text}, target_model: fun-asr, hotwords: [{ text: a, weight: ${text}, ${text}: 1 }], include: [${text}] }
`;

/** As YAML spells it with escapes, and as it is between quotes. */
const spellings: readonly (readonly [string, (text: string) => string])[] = [
  ['escaped', JSON.stringify],
  ['as it is', (text) => `'${text.replaceAll("'", "''")}'`],
];

const commands = [
  'validate --verbose',
  'validate --format json',
  'plan --verbose',
  'plan --format json',
  'apply --yes --format text',
];

describe.each([
  ['every word of a configuration', everywhere],
  ['every word that has a form', misplaced],
])('in the place of %s', (_, write) => {
  it.each(spellings)('a hostile text, %s, is named and does no harm', async (_spelling, spell) => {
    for (const text of oneIn(4, hostileTexts)) {
      const { vocabsync } = await openRepository({ [main]: write(spell(text)) });
      for (const command of commands) {
        const { code, stdout, stderr } = await vocabsync(command);
        expectHarmless(stdout);
        expectHarmless(stderr);
        expect({ text, code }).toEqual({ text, code: 3 });
      }
    }
  });
});

it('a finding says in JSON exactly what it is about', async () => {
  const { vocabsync } = await openRepository({ [main]: everywhere('"::error::\\u001b[2J"') });
  const { diagnostics } = harmlessDocument((await vocabsync('validate --format json')).stdout);
  expect(diagnostics.filter(({ message }) => message.includes('"::error::\u001b[2J"'))).not.toEqual([]);
});

describe('a hostile text among the words', () => {
  it.each(['words.txt', 'words.csv', 'words.json', 'words.yaml'])(
    'of %s is shown harmlessly, with its line',
    async (file) => {
      for (const text of oneIn(4, [...hiddenTexts, ...indentedTexts], file.charCodeAt('words.'.length))) {
        const { vocabsync } = await openRepository({
          [main]: config({ medical: [] }).replace('hotwords: []', `include: [${file}]`),
          [file]: contentOf(file, text),
        });
        for (const args of ['validate', 'plan --verbose']) {
          const { stdout, stderr, code } = await vocabsync(args);
          expectHarmless(stdout);
          expectHarmless(stderr);
          expect([0, 3]).toContain(code);
        }
      }
    },
  );

  it('may be any that can be seen, and reaches the account as it is', async () => {
    const { vocabsync, emulator } = await openRepository({ [main]: config({ medical: spokenTexts }) });
    const { stdout, stderr, code } = await vocabsync('apply --yes --verbose');
    expectHarmless(stdout);
    expectHarmless(stderr);
    expect(code).toBe(0);
    const [list] = await emulator.account();
    expect(list?.vocabulary.map(({ text }) => text)).toEqual(spokenTexts);
    expect((await vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });
});

function contentOf(file: string, text: string): string {
  if (file.endsWith('.csv'))
    return `text,weight,lang\n${text},4,\n"${text.replaceAll('"', '""')}",${text},\n`;
  if (file.endsWith('.json')) return JSON.stringify([{ text, weight: 4, lang: text }]);
  return file.endsWith('.yaml') ? `- ${JSON.stringify(text)}\n- ${text}\n` : `alpha\n${text}\n`;
}

describe('a hostile note and a hostile owner', () => {
  /** A vocabulary for each text, which is its owner and the note of its word. */
  const remarked = (owners: readonly string[], extra = '') => {
    const lists = owners.map((owner, index) => {
      const quoted = JSON.stringify(owner);
      const word = `{ text: word${index}, note: ${JSON.stringify(hostileTexts[index])}, expires: 1969-01-01 }`;
      return `  - { name: v${index}, prefix: acme${index}, owner: ${quoted}, hotwords: [${word}] }\n`;
    });
    const head = config({}, extra).replace('region: singapore', 'region: singapore, list_quota: 100');
    return head.replace('vocabularies: []\n', `vocabularies:\n${lists.join('')}`);
  };

  it.each(formats)('do no harm as %s, in whatever shows words', async (format) => {
    const { write, vocabsync } = await openRepository({
      'base/vocab.config.yaml': remarked(hostileTexts.toReversed()),
      [main]: remarked(hostileTexts),
    });
    const shown: string[] = [];
    for (const command of ['validate', 'plan', 'drift', 'diff --base ./base']) {
      const { stdout, stderr, code } = await vocabsync(`${command} --verbose --format ${format}`);
      expect({ command, code }).toEqual({ command, code: command === 'drift' ? 2 : 0 });
      expectHarmless(withoutAnnotations(stdout, format));
      expectHarmless(stderr);
      shown.push(stdout);
    }
    // With other words in the base, the difference has them too.
    await write('base/vocab.config.yaml', remarked(hostileTexts).replaceAll(/text: word/g, 'text: old'));
    const { stdout } = await vocabsync(`diff --base ./base --verbose --format ${format}`);
    expectHarmless(withoutAnnotations(stdout, format));
    expect([...shown, stdout].join('')).toContain('Plan: no changes');
  });

  it('are in the JSON exactly as they are', async () => {
    const { vocabsync } = await openRepository({ [main]: remarked(spokenTexts) });
    const { changes } = harmlessDocument((await vocabsync('plan --format json')).stdout);
    expect(changes.map(({ owner }) => owner ?? '').toSorted()).toEqual(spokenTexts.toSorted());
    const notes = changes.flatMap(({ hotwords }) => hotwords.added.map(({ note }) => note ?? ''));
    expect(notes.toSorted()).toEqual(hostileTexts.slice(0, spokenTexts.length).map(normaliseText).toSorted());
  });

  it('never reach the account, and change nothing there', async () => {
    const { vocabsync, emulator, write } = await openRepository({
      [main]: remarked(hostileTexts.slice(0, 9)),
    });
    expect((await vocabsync('apply --yes')).code).toBe(0);
    const lists = await emulator.account();
    expect(lists.flatMap(({ vocabulary }) => vocabulary)).toEqual(
      lists.map((_, index) => ({ text: `word${index}`, weight: 4 })),
    );
    await write(main, remarked(hostileTexts.slice(9, 18)));
    expect((await vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });
});

/** Annotations are orders to the runner, ours: each on a line of its own, and nothing of others begins one. */
function withoutAnnotations(stdout: string, format: string): string {
  if (format !== 'github') return stdout;
  return stdout.replaceAll(
    /^::(?:notice|warning|error) (?:file=vocab\.config\.yaml,line=\d+,col=\d+,)?title=[^\n]*$/gm,
    '',
  );
}

/** What a file of this system can be called. */
const fileNames = hostileTexts.filter((text) => !/[\0/]/.test(text) && Buffer.byteLength(text) < 250);

describe('a file with a hostile name', () => {
  it('is named harmlessly with what is wrong in it, however it was found', async () => {
    const { directory, vocabsync } = await openRepository({
      [main]: config({}).replace('[]', '[lists/*.yaml]'),
    });
    for (const name of fileNames) await writeInto(directory, `lists/${name}.yaml`, 'name: 1\n');
    for (const args of ['validate', 'plan', 'plan --verbose']) {
      const { stdout, stderr, code } = await vocabsync(args);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect(code).toBe(3);
    }
    harmlessDocument((await vocabsync('validate --format json')).stdout);
  });

  it.each([
    ['a configuration', ['plan', '-c']],
    ['a plan', ['apply']],
    ['a backup folder', ['restore']],
    ['an output', ['plan', '--out']],
    ['a plan in a folder that is a file', ['plan', '--out', 'vocab.config.yaml/']],
  ])('in the place of %s is named harmlessly', async (place, args) => {
    const { vocabsync } = await openRepository({ [main]: config({ medical: ['alpha'] }) });
    const texts = hostileTexts.filter((text) => text !== 'constructor');
    for (const name of oneIn(4, texts, place.length)) {
      const last = args.at(-1) ?? '';
      const words = last.endsWith('/') ? [...args.slice(0, -1), `${last}${name}.json`] : [...args, name];
      const { stdout, stderr, code } = await vocabsync(words);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect({ name, code }).toEqual({ name, code: 3 });
      harmlessDocument((await vocabsync([...words, '--format=json'])).stdout);
    }
  });
});

describe('a hostile argument', () => {
  it.each([
    ['a command', []],
    ['an option', ['plan', '--x']],
    ['a duration', ['plan', '--timeout']],
    ['a number', ['plan', '--parallelism']],
    ['a choice', ['plan', '--color']],
    ['an endpoint', ['plan', '--endpoint']],
    ['an allowance', ['plan', '--allow']],
    ['a digest', ['apply', '--expect-digest']],
    ['an argument too many', ['plan']],
    ['a fault', ['emulator', '--fault']],
  ])('in the place of %s is answered harmlessly', async (what, args) => {
    const { vocabsync } = await openRepository({ [main]: config({ medical: ['alpha'] }) });
    for (const text of oneIn(4, hostileTexts, what.length)) {
      const words = what === 'an option' ? ['plan', `--x${text}`] : [...args, text];
      const { stdout, stderr, code } = await vocabsync(words);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect([3, 5]).toContain(code);
      harmlessDocument((await vocabsync([...words, '--format=json'])).stdout);
    }
  });

  it('is harmless in the environment too', async () => {
    const { vocabsync } = await openRepository({ [main]: config({ medical: ['alpha'] }) });
    const names = ['VOCABSYNC_TIMEOUT', 'VOCABSYNC_ENDPOINT', 'VOCABSYNC_RETIRE', 'VOCABSYNC_CONFIG'];
    for (const [place, name] of names.entries()) {
      for (const text of oneIn(4, hostileTexts, place)) {
        const { stdout, stderr, code } = await vocabsync('plan', { env: { [name]: text } });
        expectHarmless(stdout);
        expectHarmless(stderr);
        expect({ name, text, code }).toEqual({ name, text, code: 3 });
      }
    }
  });
});
