import { execFile, spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openRepository } from '../cli/repository.js';
import { writeInto } from '../support/world.js';
import { hostRecognition } from './one-recognition.js';

/*
 * What the vendor's Python SDK sends when it is given what we publish. The fixture is such a message to the letter, with the file
 * that the program had read: it was recorded by this test, which runs the program of the example with the real SDK against a
 * host of its own. Where the SDK is installed, each run records it anew and compares; elsewhere the fixture stands for it. To
 * replace it: `pip install dashscope`, then UPDATE_GOLDEN=1 and this file.
 */

const fixture = join(import.meta.dirname, 'dashscope-python.json');
const program = join(import.meta.dirname, '../../examples/14-ids/recognise.py');
const model = 'qwen-audio-3.1-asr-flash-streaming';

const words: Readonly<Record<string, number>> = {
  王小明: 5,
  语音实验室: 50,
  "O'Hara": 4,
  'say "so"': 4,
  $HOME: 3,
  'C# \\ `x`': 2,
  '</script>': 4,
  // As a plain key it would be the prototype.
  ['__proto__']: 4,
  constructor: 1,
  '120': 4,
  '😀': 4,
};

const config = `version: 1
account: { region: singapore }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: ${model}, hotwords: [alpha] }
  - name: people
    delivery: instant
    target_model: ${model}
    hotwords:
${Object.entries(words)
  .map(([text, weight]) => `      - { text: ${JSON.stringify(text)}, weight: ${weight} }\n`)
  .join('')}consumers:
  - { name: both, vocabularies: [medical, people], model: ${model} }
  - { name: words, vocabulary: people, model: ${model} }
  - { name: list, vocabulary: medical, model: ${model} }
outputs:
  - { path: build/vocabularies.json, format: json }
`;

interface Recording {
  readonly recorded_by: string;
  readonly sdk: string;
  readonly python: string;
  /** The file that the program had read. */
  readonly published: string;
  /** By consumer: the text of the message in which the SDK names the task. */
  readonly run_task: Readonly<Record<string, string>>;
}

const consumers = ['both', 'words', 'list'];
const isThere = spawnSync('python3', ['-c', 'import dashscope'], { stdio: 'ignore' }).status === 0;
const isRecording = process.env['UPDATE_GOLDEN'] === '1' && isThere;

async function publish() {
  const repository = await openRepository({ 'vocab.config.yaml': config });
  expect((await repository.vocabsync('apply --yes')).code).toBe(0);
  const file = join(repository.directory, 'build/vocabularies.json');
  return { ...repository, published: await readFile(file, 'utf8') };
}

const recorded = async (): Promise<Recording> => JSON.parse(await readFile(fixture, 'utf8'));

/** Ids are other ones in every account, and tasks in every run. */
const withoutIds = (text: string) =>
  text.replace(/vocab-acmemed-\w+/g, 'vocab-acmemed-id').replace(/"task_id": "\w+"/g, '"task_id": "id"');

const vocabularyOf = (parameters: Readonly<Record<string, unknown>>) =>
  new Map(Object.entries(parameters['vocabulary'] ?? {}));

describe('the Python SDK of the vendor', () => {
  it.runIf(isThere)(
    'sends what a program hands it that has read the published file',
    async () => {
      const { directory, published } = await publish();
      await copyFile(program, join(directory, 'recognise.py'));
      await writeInto(directory, 'clip.wav', silence());
      const run_task: Record<string, string> = {};
      for (const consumer of consumers) run_task[consumer] = await recordRunTask(consumer, directory);
      if (isRecording) {
        const recorded_by = 'test/vendor/sent-words.test.ts with UPDATE_GOLDEN=1';
        const recording: Recording = { recorded_by, ...(await versions()), published, run_task };
        await writeFile(fixture, `${JSON.stringify(recording, null, 2)}\n`);
      }
      for (const [consumer, text] of Object.entries((await recorded()).run_task)) {
        expect(withoutIds(run_task[consumer] ?? '')).toBe(withoutIds(text));
      }
    },
    60_000,
  );

  it('was recorded with the very file that is published today', async () => {
    expect(withoutIds((await recorded()).published)).toBe(withoutIds((await publish()).published));
  });

  it.each(consumers)('sends the published words unchanged, and the id beside them: %s', async (name) => {
    const { published, run_task } = await recorded();
    const consumer = JSON.parse(published).consumers[name];
    const { header, payload } = JSON.parse(run_task[name] ?? '');
    expect(header.action).toBe('run-task');
    expect(payload.model).toBe(consumer.model);
    const { parameters } = payload;
    expect(parameters.vocabulary_id ?? null).toBe(consumer.vocabulary_id);
    expect(vocabularyOf(parameters)).toEqual(new Map(Object.entries(consumer.vocabulary ?? {})));
    // Null is no value of a parameter: what a consumer does not have is not sent.
    const without = ['vocabulary_id', 'vocabulary'].filter((field) => consumer[field] === null);
    for (const field of without) expect(parameters).not.toHaveProperty(field);
  });

  it('sends every word, whatever it holds', async () => {
    const { payload } = JSON.parse((await recorded()).run_task['words'] ?? '');
    expect(vocabularyOf(payload.parameters)).toEqual(new Map(Object.entries(words)));
  });

  it('was of the version that the recording names', async () => {
    const { sdk, python } = await recorded();
    expect(sdk).toMatch(/^dashscope \d+\.\d+\.\d+$/);
    expect(python).toMatch(/^Python 3\./);
  });
});

async function recordRunTask(consumer: string, folder: string): Promise<string> {
  const { url, runTask } = await hostRecognition();
  const env = { ...process.env, DASHSCOPE_API_KEY: 'any', DASHSCOPE_WEBSOCKET_BASE_URL: url };
  const ended = promisify(execFile)('python3', ['recognise.py', consumer, 'clip.wav'], { cwd: folder, env });
  await ended;
  return runTask;
}

async function versions(): Promise<Pick<Recording, 'sdk' | 'python'>> {
  const told = 'import dashscope, platform; print(dashscope.version.__version__, platform.python_version())';
  const { stdout } = await promisify(execFile)('python3', ['-c', told]);
  const [sdk, python] = stdout.trim().split(' ');
  return { sdk: `dashscope ${sdk}`, python: `Python ${python}` };
}

/** A tenth of a second. */
function silence(): Uint8Array {
  const samples = Buffer.alloc(3200);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16_000, 24);
  head.writeUInt32LE(32_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
