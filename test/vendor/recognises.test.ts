import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.js';
import { checkRecordings } from '../../src/emulator/recognition/hearing/parse-recordings.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { plainText, rightText, sumOf } from '../emulator/recognition/account.js';
import { manualClock } from '../support/emulator.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { recordingProxy, replay } from './recording-proxy.js';

/*
 * The vendor's Python SDK, unchanged, against the emulator. Where it is installed (`VOCABSYNC_PYTHON` names a Python that has
 * it, python3 is asked otherwise) a small application runs; what it said on the wire is in the fixture, to the letter, and is
 * said to the emulator again wherever this runs. To record anew: UPDATE_GOLDEN=1 and this file.
 */

const fixture = join(import.meta.dirname, 'dashscope-recognises.json');
const program = join(import.meta.dirname, 'recognises.py');
const python = process.env['VOCABSYNC_PYTHON'] ?? 'python3';
const isThere = spawnSync(python, ['-c', 'import dashscope'], { stdio: 'ignore' }).status === 0;
const isRecording = process.env['UPDATE_GOLDEN'] === '1' && isThere;

const short = Buffer.from('RIFF, not really a wave');
/** The SDK sends 12,800 bytes at once. */
const long = Buffer.from(`RIFF ${'not really a wave, and longer than one frame '.repeat(300)}`);
const clipUrl = 'https://clips.example/qufu.wav';
const idFor = (model: string) =>
  `vocab-acme-${Buffer.from(model).toString('hex').padEnd(32, '0').slice(0, 32)}`;
const streaming = 'qwen-audio-3.1-asr-flash-streaming';

/** What an application sets, and whether it hears the word then. */
const situations = {
  'stream, a list for this model': [
    'stream',
    'fun-asr-realtime',
    { vocabulary_id: idFor('fun-asr-realtime') },
    true,
  ],
  'stream, a list for another model': [
    'stream',
    'fun-asr-realtime',
    { vocabulary_id: idFor('fun-asr') },
    false,
  ],
  'stream, no words': ['stream', 'fun-asr-realtime', {}, false],
  'stream, instant words': ['stream', streaming, { vocabulary: { 阙里人家: 5 } }, true],
  'stream, a list and instant words': [
    'stream',
    streaming,
    { vocabulary_id: idFor(streaming), vocabulary: { 曲阜: 3 } },
    true,
  ],
  'stream, the id as a phrase_id': [
    'stream',
    'fun-asr-realtime',
    { phrase_id: idFor('fun-asr-realtime') },
    false,
  ],
  'stream, the first hint is of another language': [
    'stream',
    'fun-asr-realtime',
    { vocabulary_id: idFor('fun-asr-realtime'), language_hints: ['en', 'zh'] },
    false,
  ],
  'file, a list for this model': ['file', 'fun-asr', { vocabulary_id: idFor('fun-asr') }, true],
  'file, a list for another model': ['file', 'fun-asr', { vocabulary_id: idFor('fun-asr-realtime') }, false],
} as const;

type Name = keyof typeof situations;
const names = Object.keys(situations) as Name[];

interface Recording {
  readonly recorded_by: string;
  readonly sdk: string;
  readonly python: string;
  /** By situation: what was said on each connection, in base64. */
  readonly said: Readonly<Record<string, readonly string[]>>;
}

async function serve() {
  const clock = manualClock();
  const text = '游览曲阜阙里人家。再见！';
  const said = { text, misheard: { 阙里人家: '缺里人家' }, needs: { 阙里人家: 4 } };
  const recordings = checkRecordings([
    { sha256: sumOf(short), url: clipUrl, ...said },
    { sha256: sumOf(long), ...said },
  ]);
  // The ids of tasks are those that the recorded messages ask about.
  let turn = 0;
  const random = () => (++turn).toString(16).padStart(32, '0');
  const emulator = createEmulator({ clock, random, recordings });
  const models = ['fun-asr-realtime', 'fun-asr', streaming];
  await emulator.seed(
    models.map((target_model) => ({
      vocabulary_id: idFor(target_model),
      prefix: 'acme',
      target_model,
      vocabulary: [{ text: '阙里人家', weight: 4, lang: 'zh' }],
    })),
  );
  const server = await serveEmulator(emulator);
  onTestFinished(() => server.close());
  return { emulator, url: server.url };
}

const recorded = async (): Promise<Recording> => JSON.parse(await readFile(fixture, 'utf8'));

describe.runIf(isThere)('an application on the Python SDK', () => {
  const heard: Record<string, readonly Buffer[]> = {};

  it.each(names)(
    'hears the word with the right pairing, and not with a wrong one: %s',
    async (name) => {
      const [way, model, words, hears] = situations[name];
      const { emulator, url } = await serve();
      const proxy = await recordingProxy(url);
      const folder = await temporaryFolder();
      await writeInto(folder, 'clip.wav', name === names[0] ? long : short);
      const audio = way === 'stream' ? join(folder, 'clip.wav') : clipUrl;
      const env = { ...process.env, DASHSCOPE_API_KEY: 'any', NO_PROXY: '127.0.0.1' };
      const args = [program, way, proxy.address, model, audio, JSON.stringify(words)];
      const { stdout } = await promisify(execFile)(python, args, { env });
      expect(stdout.trim()).toBe(hears ? rightText : plainText);
      expect(emulator.recognitions).toMatchObject([{ way, model, text: stdout.trim() }]);
      heard[name] = proxy.said();
    },
    60_000,
  );

  it('says today what it said when it was recorded', async () => {
    if (isRecording) {
      const said = Object.entries(heard).map(([name, all]) => [
        name,
        all.map((each) => anywhere(each).toString('base64')),
      ]);
      const recorded_by = 'test/vendor/recognises.test.ts with UPDATE_GOLDEN=1';
      const recording = { recorded_by, ...(await versions()), said: Object.fromEntries(said) };
      await writeFile(fixture, `${JSON.stringify(recording, null, 2)}\n`);
    }
    const { said } = await recorded();
    const lengths = (all: Readonly<Record<string, readonly { readonly length: number }[]>>) =>
      Object.fromEntries(Object.entries(all).map(([name, each]) => [name, each.length]));
    expect(lengths(heard)).toEqual(lengths(said));
  });
});

describe('what the Python SDK said once', () => {
  it.each(names)('is understood by the emulator wherever this runs: %s', async (name) => {
    const [way, model, , hears] = situations[name];
    const { emulator, url } = await serve();
    const [first = Buffer.alloc(0)] =
      (await recorded()).said[name]?.map((each) => Buffer.from(each, 'base64')) ?? [];
    const end = way === 'stream' ? /"task-finished"/ : /"task_status":"PENDING"/;
    const answered = await replay(url, withoutGoodbye(first), (text) => end.test(text));
    expect(answered).toMatch(way === 'stream' ? /^HTTP\/1\.1 101 / : /^HTTP\/1\.1 200 /);
    const text = hears ? rightText : plainText;
    await expect.poll(() => emulator.recognitions).toMatchObject([{ way, model, text }]);
    expect(answered).toContain(way === 'stream' ? text.slice(0, 9) : 'task_id');
  });

  it('also reads how a task is, with the key and without a content-type', async () => {
    const said = (await recorded()).said['file, a list for this model'] ?? [];
    const texts = said.map((each) => Buffer.from(each, 'base64').toString('utf8'));
    const poll = texts.find((text) => text.startsWith('GET /api/v1/tasks/')) ?? '';
    expect(poll).toMatch(/^authorization: bearer any\r$/im);
    const { url } = await serve();
    expect(await replay(url, Buffer.from(poll), (text) => text.includes('"task_status"'))).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });

  it('was said by the version that the recording names', async () => {
    const { sdk, python: version } = await recorded();
    expect(sdk).toMatch(/^dashscope \d+\.\d+\.\d+$/);
    expect(version).toMatch(/^Python 3\./);
  });
});

/** Says nothing of the machine on which it was recorded. */
function anywhere(said: Buffer): Buffer {
  return Buffer.from(said.toString('latin1').replace(/platform\/[^;\r]+/, 'platform/Linux'), 'latin1');
}

/** The frame that closes: the SDK sends it once it has heard all, and here everything is said at once. */
function withoutGoodbye(said: Buffer): Buffer {
  const length = 8;
  return said.readUInt16BE(said.length - length) === 0x8882 ? said.subarray(0, -length) : said;
}

async function versions(): Promise<Pick<Recording, 'sdk' | 'python'>> {
  const told = 'import dashscope, platform; print(dashscope.version.__version__, platform.python_version())';
  const { stdout } = await promisify(execFile)(python, ['-c', told]);
  const [sdk, version] = stdout.trim().split(' ');
  return { sdk: `dashscope ${sdk}`, python: `Python ${version}` };
}
