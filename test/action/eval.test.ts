import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseFault } from '../../src/emulator/faults.js';
import { parseMarker } from '../../src/report/markdown/marker.js';
import { speak } from '../support/recordings.js';
import { config } from '../support/world.js';
import { bot } from './github-stand-in.js';
import { key, openWorkspace, push, type Workspace } from './step.js';

const evaluate = { command: 'eval' };
const apply = { command: 'apply', args: '--yes', comment: 'false' };
const file = 'vocab.config.yaml';

const clips = {
  'clips/hall.wav': speak('游览曲阜阙里人家', { misheard: { 阙里人家: '缺里人家' }, needs: { 阙里人家: 4 } }),
  'clips/drug.wav': speak('改用利奈唑胺', { misheard: { 利奈唑胺: '利奈做安' } }),
  'clips/none.wav': speak('请坐'),
};
const manifest = Object.entries(clips)
  .map(([path, { entry }]) => `${JSON.stringify({ audio: path.slice('clips/'.length), text: entry.text })}\n`)
  .join('');
const words = ['阙里人家', '利奈唑胺'];

interface Wanted {
  readonly minRecall?: string;
  readonly words?: readonly string[];
  readonly weight?: number;
  readonly model?: string;
}

/** With which one of the words is missed. */
const loudOnly: Wanted = { weight: 3 };

function configOf({
  minRecall = '100%',
  words: asked = words,
  weight = 4,
  model = 'fun-asr-realtime',
}: Wanted = {}) {
  const extra = [
    `consumers: [{ name: ward-dictation, vocabulary: medical, model: ${model} }]\n`,
    `evaluations: [{ name: ward, consumer: ward-dictation, clips: clips/ward.jsonl, min_recall: ${minRecall} }]\n`,
  ];
  const defaults = `target_model: fun-asr-realtime, weight: ${weight}`;
  return config({ medical: asked }, extra.join('')).replace('target_model: fun-asr', defaults);
}

function filesAt(folder = '', wanted: Wanted = {}): Record<string, string | Uint8Array> {
  const recordings = Object.entries(clips).map(([path, { wav }]) => [`${folder}${path}`, wav] as const);
  return {
    [`${folder}${file}`]: configOf(wanted),
    [`${folder}clips/ward.jsonl`]: manifest,
    ...Object.fromEntries(recordings),
  };
}

const entries = Object.values(clips).map(({ entry }) => entry);

/** A repository with recordings, and an account that holds the words they are evaluated with. */
async function openWard(wanted: Wanted = {}): Promise<Workspace> {
  const workspace = await openWorkspace(filesAt('', wanted), bot, entries);
  expect((await workspace.step(apply)).code).toBe(0);
  return workspace;
}

const recognitions = ({ emulator }: Workspace) => emulator.recognitionCount;

interface Document {
  readonly kind: string;
  readonly evaluations: readonly { readonly name: string; readonly with: unknown }[];
}

async function readDocument(path = ''): Promise<Document> {
  return JSON.parse(await readFile(path, 'utf8')) as Document;
}

describe('an evaluation on a pull request', () => {
  it('is one comment of its own with the recall, a summary, and a report for programs', async () => {
    const ward = await openWard();
    await ward.step({ command: 'plan' });
    const { code, outputs, summary } = await ward.step(evaluate);
    expect(code).toBe(0);
    expect(ward.github.comments.map(({ body }) => parseMarker(body)?.kind)).toEqual(['plan', 'eval']);
    const comment = ward.github.comments[1]!;
    expect(comment).toMatchObject({ issue: 12, author: bot });
    expect(comment.body).toContain('recall 0% → 100%');
    expect(summary.trim()).toBe(comment.body.trim());
    expect(outputs).toMatchObject({ 'exit-code': '0', 'has-changes': '', digest: '' });
    const { kind, evaluations } = await readDocument(outputs['plan-json']);
    expect([kind, evaluations.map(({ name }) => name)]).toEqual(['eval', ['ward']]);
  });

  it('says nothing of what was said in a recording: that is for the page and the report', async () => {
    const ward = await openWard();
    await ward.step(evaluate);
    expect(ward.github.comments[0]!.body).toContain('阙里人家');
    expect(ward.github.comments[0]!.body).not.toContain('游览曲阜');
  });

  it('is brought up to date in place, and left alone once the pull request is closed', async () => {
    const ward = await openWard(loudOnly);
    await ward.step(evaluate);
    await ward.write(file, configOf({ weight: 5 }));
    await ward.step(apply);
    await ward.step(evaluate);
    expect(ward.github.comments).toHaveLength(1);
    const [{ body } = { body: '' }] = ward.github.comments;
    expect(body).toContain('recall 0% → 100%');
    ward.github.close(12);
    await ward.write(file, configOf({ weight: 3 }));
    const { stdout } = await ward.step(evaluate);
    expect(stdout).toContain('::notice title=vocabsync::the comment was not written');
    expect(ward.github.comments.map((comment) => comment.body)).toEqual([body]);
  });

  it('has no comment after a push', async () => {
    const ward = await openWard();
    const { code, summary } = await ward.step(evaluate, push);
    expect(code).toBe(0);
    expect(summary).toContain('recall 0% → 100%');
    expect(ward.github.comments).toEqual([]);
  });
});

describe('what an evaluation has found', () => {
  it('fails the step where a threshold is missed, and is there for programs all the same', async () => {
    const ward = await openWard(loudOnly);
    const { code, outputs, stdout } = await ward.step(evaluate);
    expect([code, outputs['exit-code']]).toEqual([2, '2']);
    expect(stdout).toMatch(/::error file=vocab\.config\.yaml,line=\d+.*min_recall/);
    expect((await readDocument(outputs['plan-json'])).evaluations).toHaveLength(1);
  });

  it('fails the step where clips failed, with what the others show', async () => {
    const ward = await openWard();
    ward.emulator.change({ faults: [parseFault('stream:code-in-200@6*1000')] });
    const { code, outputs } = await ward.step(evaluate);
    expect([code, outputs['exit-code']]).toEqual([6, '6']);
    expect(ward.github.comments[0]!.body).toContain('clip failed');
    expect((await readDocument(outputs['plan-json'])).evaluations).toHaveLength(1);
  });

  it('is a comment that says why there is none where the manifest cannot be read', async () => {
    const ward = await openWard();
    await ward.write('clips/ward.jsonl', '{"audio": "hall.wav"}\n');
    const { code, outputs } = await ward.step(evaluate);
    expect([code, outputs['plan-json']]).toEqual([3, '']);
    expect(ward.github.comments.map(({ body }) => parseMarker(body)?.kind)).toEqual(['eval']);
    expect(ward.github.comments[0]!.body).toContain('clips/ward.jsonl');
    expect(recognitions(ward)).toBe(0);
  });
});

describe('the budget', () => {
  it('is ten minutes unless the workflow says otherwise, and nothing is sent beyond it', async () => {
    const long = speak('很长的阙里人家', {}, 301);
    const line = `${JSON.stringify({ audio: 'long.wav', text: long.entry.text })}\n`;
    const files = { ...filesAt(), 'clips/long.wav': long.wav, 'clips/ward.jsonl': line };
    const ward = await openWorkspace(files, bot, [long.entry]);
    await ward.step(apply);
    const { code, summary } = await ward.step(evaluate);
    expect(code).toBe(3);
    expect(summary).toContain('max-audio allows 10 min');
    expect(recognitions(ward)).toBe(0);
    await ward.step({ ...evaluate, 'max-audio': '11m' });
    expect(recognitions(ward)).toBe(2);
  });

  it('is no limit where the workflow says none', async () => {
    const ward = await openWard();
    const { code } = await ward.step({ ...evaluate, 'max-audio': '1s' });
    expect([code, recognitions(ward)]).toEqual([3, 0]);
    await ward.step({ ...evaluate, 'max-audio': 'none' });
    expect(recognitions(ward)).toBe(6);
  });

  it('is spent on what was not heard before', async () => {
    const ward = await openWard();
    await ward.step(evaluate);
    const { code } = await ward.step({ ...evaluate, 'max-audio': '1s' });
    expect([code, recognitions(ward)]).toEqual([0, 6]);
  });
});

describe('the baseline', () => {
  const baseline = 'baseline/eval.json';

  it('that is not there is said, and nothing is compared', async () => {
    const ward = await openWard();
    const { code, stdout } = await ward.step({ ...evaluate, baseline });
    expect(code).toBe(0);
    expect(stdout).toContain(`::notice title=vocabsync::no baseline at ${baseline}: compared with nothing\n`);
  });

  it('makes a word that was heard and is not any more fail the step', async () => {
    const ward = await openWard({ minRecall: '0%' });
    const { outputs } = await ward.step(evaluate);
    await ward.write(baseline, await readFile(outputs['plan-json']!, 'utf8'));
    await ward.write(file, configOf({ minRecall: '0%', words: ['阙里人家'] }));
    await ward.step(apply);
    expect((await ward.step(evaluate)).code).toBe(0);
    const { code, stdout, summary } = await ward.step({ ...evaluate, baseline });
    expect(code).toBe(2);
    expect(stdout).not.toContain('no baseline');
    expect(summary).toContain('**regression**');
    expect(summary).toContain('利奈唑胺');
  });

  it('that is no report is an error, not none', async () => {
    const ward = await openWard();
    await ward.write(baseline, '{}\n');
    expect((await ward.step({ ...evaluate, baseline })).code).toBe(3);
  });

  it('is left alone by other commands', async () => {
    const ward = await openWard();
    const { code, stdout } = await ward.step({ command: 'plan', baseline });
    expect(code).toBe(0);
    expect(stdout).not.toContain('no baseline');
  });

  it.each(['--baseline=a.json', '--baseline\na.json', '--max-audio=1h', '--max-audio\n1h'])(
    'and the budget are inputs, and not among the arguments: %j',
    async (args) => {
      const ward = await openWard();
      const { code, stdout } = await ward.step({ ...evaluate, args });
      expect(code).toBe(3);
      expect(stdout).toMatch(/the input args has --(baseline|max-audio)%0Agive it as the input \1/);
      expect(recognitions(ward)).toBe(0);
    },
  );
});

describe('an evaluation for several configurations', () => {
  const pattern = 'envs/*/vocab.config.yaml';

  async function openBoth(): Promise<Workspace> {
    const files = { ...filesAt('envs/a/'), ...filesAt('envs/b/', { model: 'fun-asr' }) };
    const workspace = await openWorkspace(files, bot, entries);
    await workspace.step({ ...apply, config: 'envs/a/vocab.config.yaml' });
    return workspace;
  }

  it('is a section for each in one comment, and a report for each', async () => {
    const both = await openBoth();
    const { outputs, summary } = await both.step({ ...evaluate, config: pattern });
    expect(both.github.comments).toHaveLength(1);
    const [{ body } = { body: '' }] = both.github.comments;
    expect(parseMarker(body)).toMatchObject({ kind: 'eval', config: pattern });
    expect(body.match(/^## .*$/gm)).toEqual([
      '## `envs/a/vocab.config.yaml`',
      '## `envs/b/vocab.config.yaml`',
    ]);
    expect(summary.trim()).toBe(body.trim());
    const [first, ...others] = outputs['plan-json']!.split('\n');
    expect(await readDocument(first)).toMatchObject({ kind: 'eval' });
    expect(others).toEqual([]);
  });

  it('ends with the worst exit code', async () => {
    const both = await openBoth();
    const { code, outputs } = await both.step({ ...evaluate, config: pattern });
    expect([code, outputs['exit-code']]).toEqual([3, '3']);
  });

  it('has no baseline, of which nobody could say whose it is', async () => {
    const both = await openBoth();
    await both.write('eval.json', '{}');
    const { code, stdout } = await both.step({ ...evaluate, config: pattern, baseline: 'eval.json' });
    expect(code).toBe(3);
    expect(stdout).toContain('the input baseline is one report, and config finds 2 configurations');
    expect(recognitions(both)).toBe(0);
  });
});

it('the key is nowhere but in the request', async () => {
  const ward = await openWard();
  const { stdout, stderr, summary } = await ward.step(evaluate);
  expect(stdout.replace(`::add-mask::${key}\n`, '') + stderr + summary).not.toContain(key);
});
