import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listeningClock } from '../../support/emulator.js';
import { openWard, type Said, wardConfig } from './ward.js';

const clips: readonly Said[] = [
  { text: 'the patient has alpharubin', misheard: { alpharubin: 'alpha ruby' } },
  { text: 'and takes betaloc daily', misheard: { betaloc: 'better lock' } },
].map((clip, index) => ({ ...clip, url: `https://clips.example/${index}.wav` }));

it.each([
  ['stream', 'fun-asr-realtime', 'as a stream'],
  ['flash', 'fun-asr-flash-2026-06-15', 'in one request'],
  ['file', 'fun-asr', 'by URL'],
])('hears by the way of its model, over the network: %s', async (way, model, said) => {
  const ward = await openWard({ clips, config: wardConfig({ model }) });
  await ward.vocabsync('apply --yes');
  const { code, stdout } = await ward.evaluate('--yes');
  expect(stdout).toContain('recall 0% → 100%');
  expect(stdout).toContain(said);
  expect(code).toBe(0);
  expect(ward.heard()).toEqual([
    ...Array<string>(2).fill(`${way} ${model} list`),
    ...Array<string>(2).fill(`${way} ${model} without`),
  ]);
});

it.each(['fun-asr-realtime', 'fun-asr-flash-2026-06-15', 'fun-asr'])(
  'hears the same from the emulator in this process: %s',
  async (model) => {
    const config = wardConfig({ model }).replace('singapore }', 'singapore, endpoint: emulator }');
    const ward = await openWard({ clips, config });
    const alone = {
      env: { VOCABSYNC_ENDPOINT: '', DASHSCOPE_API_KEY: '' },
      clock: listeningClock(ward.clock),
    };
    await ward.vocabsync('apply --yes', alone);
    const { code, stdout } = await ward.evaluate('--yes --recordings recordings.json', alone);
    expect(stdout).toContain('recall 0% → 100%');
    expect(code).toBe(0);
    expect(ward.heard()).toEqual([]);
    const other = JSON.stringify(ward.recordings.map((recording) => ({ ...recording, misheard: {} })));
    await ward.write('other.json', other);
    // What other recordings have answered is no answer of these.
    expect((await ward.evaluate('--yes --recordings other.json', alone)).stdout).toContain(
      'recall 100% → 100%',
    );
  },
);

const manifestOf = (said: readonly Said[], signature: string) =>
  said.map(({ url, text }) => `${JSON.stringify({ url: `${url}?Signature=${signature}`, text })}\n`).join('');

it('names a signed URL nowhere by its signature, and knows the clip again under another one', async () => {
  const signed = clips.map((clip) => ({ ...clip, url: `${clip.url}?Signature=s3cret`, isElsewhere: true }));
  const ward = await openWard({ clips: signed, config: wardConfig({ model: 'fun-asr' }) });
  await ward.vocabsync('apply --yes');
  const forms = ['eval.json', 'eval.md', 'eval.html', 'eval.xml', 'eval.sarif'];
  const outs = forms.map((file) => `--out ${file}`).join(' ');
  const { code, stdout, stderr } = await ward.evaluate(`--yes --repeat 2 --record kept.json ${outs}`);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const written = await Promise.all(
    [...forms, 'kept.json'].map((file) => readFile(join(ward.directory, file), 'utf8')),
  );
  expect([stdout, stderr, ...written].filter((text) => text.includes('s3cret'))).toEqual([]);
  expect(written[0]).toContain('https://clips.example/0.wav"');
  const asked = ward.heard().length;
  await ward.write('clips/ward.jsonl', manifestOf(clips, 'another'));
  const again = await ward.evaluate('--yes --repeat 2 --baseline eval.json');
  expect(again.stdout).toContain('no regression against eval.json');
  expect(again.stdout).not.toContain('cannot be compared');
  expect(ward.heard()).toHaveLength(asked);
});
