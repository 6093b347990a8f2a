import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openAnswers } from '../../../src/workspace/answers/kept-answers.js';
import { createFolder } from '../../config/project.js';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 27);
const place = { clip: 'a.wav', side: 'with', repeat: 0 } as const;
const answer = { text: '游览曲阜 \u001b[2J\u2028', request_id: 'r-1', billed_seconds: 2 };
const key = 'a'.repeat(64);
const other = 'b'.repeat(64);

function open(directory: string, { now = start, fresh = false, file = 'vocab.config.yaml' } = {}) {
  return openAnswers({ directory, file }, { fresh, clock: { now: () => now } });
}

it('gives back what an earlier run has kept, by its key and for its configuration', async () => {
  const directory = createFolder({});
  expect(await open(directory).get(key, place)).toBeNull();
  await open(directory).put(key, place, answer);
  expect(await open(directory).get(key, place)).toEqual(answer);
  expect(await open(directory).get(other, place)).toBeNull();
  expect(await open(directory, { file: 'b.config.yaml' }).get(key, place)).toBeNull();
});

it('keeps answers out of git, and for nobody else to read', async () => {
  const directory = createFolder({});
  await open(directory).put(key, place, answer);
  expect(await readFile(join(directory, '.vocabsync/.gitignore'), 'utf8')).toBe('*\n');
  expect(await readdir(join(directory, '.vocabsync/eval'))).toEqual([`${key}.json`]);
  expect((await stat(join(directory, '.vocabsync/eval'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(directory, `.vocabsync/eval/${key}.json`))).mode & 0o777).toBe(0o600);
});

it('asks everything anew when it is to, and only once', async () => {
  const directory = createFolder({});
  await open(directory).put(key, place, answer);
  const fresh = open(directory, { fresh: true });
  expect(await fresh.get(key, place)).toBeNull();
  await fresh.put(key, place, { ...answer, text: 'anew' });
  expect(await fresh.get(key, place)).toMatchObject({ text: 'anew' });
  expect(await open(directory).get(key, place)).toMatchObject({ text: 'anew' });
});

it.each<readonly [string, string]>([
  ['half of one', JSON.stringify({ key, ...answer }).slice(0, -9)],
  ['no answer', '{}'],
  ['the answer to something else', JSON.stringify({ key: other, ...answer })],
  ['one without a text', JSON.stringify({ key, ...answer, text: null })],
  ['one that is endless', JSON.stringify({ key, ...answer, text: 'x'.repeat(4 * 1024 * 1024) })],
])('takes a file with %s for none, and writes it anew', async (_title, content) => {
  const directory = createFolder({ [`.vocabsync/eval/${key}.json`]: content });
  expect(await open(directory).get(key, place)).toBeNull();
  await open(directory).put(key, place, answer);
  expect(await open(directory).get(key, place)).toEqual(answer);
});

it('follows no link, and takes a folder for no answer', async () => {
  const directory = createFolder({ 'elsewhere.json': JSON.stringify({ key, ...answer }) });
  await mkdir(join(directory, '.vocabsync/eval', `${other}.json`), { recursive: true });
  await symlink(join(directory, 'elsewhere.json'), join(directory, '.vocabsync/eval', `${key}.json`));
  expect(await open(directory).get(key, place)).toBeNull();
  expect(await open(directory).get(other, place)).toBeNull();
});

it('forgets an answer that no run has used for 90 days once another one is added', async () => {
  const directory = createFolder({ '.vocabsync/eval/of-somebody.txt': '' });
  await open(directory).put(key, place, answer);
  await open(directory).put(other, place, answer);
  // Used once more on the way.
  expect(await open(directory, { now: start + 60 * day }).get(other, place)).toEqual(answer);
  await open(directory, { now: start + 91 * day }).put('c'.repeat(64), place, answer);
  expect((await readdir(join(directory, '.vocabsync/eval'))).toSorted()).toEqual([
    `${other}.json`,
    `${'c'.repeat(64)}.json`,
    'of-somebody.txt',
  ]);
});

it('says once what cannot be written, and has it for this run', async () => {
  const unwritable = async (directory: string) => {
    const said: string[] = [];
    const answers = openAnswers(
      { directory, file: 'vocab.config.yaml' },
      {
        fresh: true,
        clock: { now: () => start },
        onUnkept: ({ code, message }) => said.push(`${code}: ${message}`),
      },
    );
    await answers.put(key, place, answer);
    await answers.put(key, place, answer);
    expect(await answers.get(key, place)).toEqual(answer);
    return said;
  };
  const directory = createFolder({ '.vocabsync/eval': 'a file' });
  expect(await unwritable(directory)).toEqual([expect.stringMatching(/^file-unwritable: cannot write to /)]);
  await rm(join(directory, '.vocabsync/eval'));
  await mkdir(join(directory, '.vocabsync/eval', `${key}.json`, 'x'), { recursive: true });
  await writeFile(join(directory, '.vocabsync/eval', `${key}.json`, 'x/y'), '');
  expect(await unwritable(directory)).toEqual([
    expect.stringMatching(/^file-unwritable: cannot keep the answer of recognition/),
  ]);
});
