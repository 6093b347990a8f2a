import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  apply,
  check,
  checkEvaluations,
  createEmulator,
  draw,
  evaluate,
  openAccount,
  openRecogniser,
  plan,
  requireUsable,
  sayEvaluation,
} from '../../src/index.js';
import { thisMachine } from '../../src/library/machine.js';
import { wavOf } from '../recognise/audio/wav-of.js';
import { temporaryFolder, writeInto } from '../support/world.js';

const configText = `version: 1
account: { region: singapore }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr-realtime, hotwords: [alpharubin] }
consumers:
  - { name: ward, vocabulary: medical, model: fun-asr-realtime }
evaluations:
  - { name: ward, consumer: ward, clips: ward.jsonl }
`;

/** A folder with one clip, and an account in this process that hears it. @param rules how seriously they are taken */
async function openWard(rules = '{}') {
  const cwd = await temporaryFolder();
  const clip = wavOf({ audio: 32_000 });
  await writeInto(cwd, 'vocab.config.yaml', `${configText}rules: ${rules}\n`);
  await writeInto(cwd, '001.wav', clip);
  await writeInto(cwd, 'ward.jsonl', '{"audio": "001.wav", "text": "has alpharubin"}\n');
  const sha256 = createHash('sha256').update(clip).digest('hex');
  const said = { sha256, text: 'has alpharubin', misheard: { alpharubin: 'alpha ruby' } };
  const emulator = createEmulator({ recordings: [said] });
  const machine = { ...thisMachine(), cwd };
  const checked = requireUsable(await check({ cwd }));
  const account = await openAccount(checked.config, { emulator }, machine);
  const recogniser = await openRecogniser(checked.config, { emulator }, machine);
  await apply(await plan(checked, account), { checked, account }, { approval: 'by-the-caller', machine });
  return { cwd, emulator, machine, checked, access: { account, recogniser } };
}

it('says whether the words are heard, to a program that is told first what that takes', async () => {
  const { machine, checked, access, emulator } = await openWard();
  const costs: object[] = [];
  const approve = (cost: object) => void costs.push(cost);
  const found = await evaluate(checked, access, { machine, approve });
  expect(found.evaluations[0]?.with.hotwords).toMatchObject({ said: 1, heard: 1 });
  expect(found.evaluations[0]?.without.hotwords).toMatchObject({ said: 1, heard: 0 });
  expect(costs).toEqual([{ sent: 2, kept: 0, clips: 1, sent_ms: 2000, unmeasured: 0, unsettled: 0 }]);
  expect(await draw('text', sayEvaluation(found.evaluations, found.checked))).toContain('recall 0% → 100%');
  await evaluate(checked, access, { machine, approve });
  expect(emulator.recognitions).toHaveLength(2);
});

it('sends nothing where the program does not approve, or beyond its limit', async () => {
  const { machine, checked, access, emulator } = await openWard();
  const approve = () => Promise.reject(new Error('too dear'));
  await expect(evaluate(checked, access, { machine, approve })).rejects.toThrow('too dear');
  const limited = evaluate(checked, access, { machine, max_audio: 1999 });
  await expect(limited).rejects.toMatchObject({ code: 'usage' });
  expect(emulator.recognitions).toEqual([]);
});

it('names what is wrong with clips, and then sends nothing', async () => {
  const { cwd, machine, checked, access, emulator } = await openWard();
  await writeInto(cwd, 'ward.jsonl', '{"audio": "002.wav", "text": "has alpharubin"}\n');
  const { diagnostics, sources } = await checkEvaluations(checked, { machine });
  expect(diagnostics).toMatchObject([{ rule: 'clips-file', location: { file: 'ward.jsonl', line: 1 } }]);
  expect(sources.get('ward.jsonl')).toContain('002.wav');
  await expect(evaluate(checked, access, { machine })).rejects.toMatchObject({ code: 'config-invalid' });
  expect(emulator.recognitions).toEqual([]);
});

it.each([
  ['the same text', 'has alpharubin', 'b.wav is the same recording as 001.wav, and counts twice'],
  ['another', 'has none', 'b.wav is the same recording as 001.wav, and another text is said to be in it'],
])('says that a recording is there twice under two names, with %s', async (_what, text, message) => {
  const { cwd, machine, checked } = await openWard();
  await writeInto(cwd, 'b.wav', wavOf({ audio: 32_000 }));
  await writeInto(cwd, 'c.wav', wavOf({ audio: 32_002 }));
  const lines = [
    { audio: '001.wav', text: 'has alpharubin' },
    { audio: 'c.wav', text: 'has alpharubin' },
    { audio: 'b.wav', text },
  ].map((line) => `${JSON.stringify(line)}\n`);
  await writeInto(cwd, 'ward.jsonl', lines.join(''));
  const { diagnostics } = await checkEvaluations(checked, { machine });
  expect(diagnostics).toMatchObject([
    { rule: 'clips-same-audio', severity: 'warning', message, location: { line: 3 }, related: { line: 1 } },
  ]);
});

it.each([
  ['{}', ['warning clips-same-audio', 'warning audio-cut-off']],
  ['{ clips-same-audio: off, audio-cut-off: error }', ['error audio-cut-off']],
])('takes what it finds in clips as seriously as the configuration says: rules: %s', async (rules, found) => {
  const { cwd, machine, checked } = await openWard(rules);
  await writeInto(cwd, '001.wav', wavOf({ promised: 6400 }));
  await writeInto(cwd, 'b.wav', wavOf({ promised: 6400 }));
  const lines = ['001.wav', 'b.wav'].map((audio) => JSON.stringify({ audio, text: 'has alpharubin' }));
  await writeInto(cwd, 'ward.jsonl', `${lines.join('\n')}\n`);
  const { diagnostics } = await checkEvaluations(checked, { machine });
  const shown = new Set(diagnostics.map(({ severity, rule }) => `${severity} ${rule}`));
  expect([...shown].sort()).toEqual([...found].sort());
});

it.each([{ record: 'other.json' }, { fresh: true }])(
  'replays answers, or asks for them: not with %j',
  async (also) => {
    const { machine, checked, access, emulator } = await openWard();
    await evaluate(checked, access, { machine, record: 'answers.json' });
    const sent = emulator.recognitions.length;
    const both = evaluate(checked, access, { machine, replay: 'answers.json', ...also });
    await expect(both).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('neither') });
    expect(emulator.recognitions).toHaveLength(sent);
  },
);

it('reads the manifest that the configuration names, wherever it runs', async () => {
  const { machine, checked, access } = await openWard();
  const elsewhere = await temporaryFolder();
  await writeInto(elsewhere, 'ward.jsonl', '{"audio": "none.wav", "text": "of somebody else"}\n');
  const found = await evaluate(checked, access, { machine: { ...machine, cwd: elsewhere } });
  expect(found.evaluations[0]?.with.hotwords).toMatchObject({ said: 1, heard: 1 });
});

it('ends with the signal that recognition was opened with, before anything is paid', async () => {
  const { machine, checked, access, emulator } = await openWard();
  const signal = AbortSignal.abort(new Error('enough'));
  const recogniser = await openRecogniser(checked.config, { emulator, signal }, machine);
  const evaluating = evaluate(checked, { ...access, recogniser }, { machine, fresh: true });
  await expect(evaluating).rejects.toMatchObject({ code: 'interrupted' });
  expect(emulator.recognitions).toHaveLength(0);
});

it.each([
  ['max_audio', Number.NaN],
  ['max_audio', '1s'],
  ['repeat', 11],
  ['repeat', Number.NaN],
])('sends nothing where %s is %s', async (name, value) => {
  const { machine, checked, access, emulator } = await openWard();
  const asked = evaluate(checked, access, { machine, [name]: value });
  await expect(asked).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(name) });
  expect(emulator.recognitions).toEqual([]);
});
