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
