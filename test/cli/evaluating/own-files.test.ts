import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWard, type Ward, wardConfig } from './ward.js';

async function refused(ward: Ward, args: string, files: readonly string[]): Promise<string> {
  const read = () => Promise.all(files.map((file) => readFile(join(ward.directory, file), 'utf8')));
  const before = await read();
  const requests = ward.emulator.requestCount;
  const { code, stderr } = await ward.evaluate(`${args} --yes --color never`);
  expect({ code, heard: ward.heard(), requests: ward.emulator.requestCount }).toEqual({
    code: 3,
    heard: [],
    requests,
  });
  expect(await read()).toEqual(before);
  return stderr;
}

describe('a file that an evaluation writes', () => {
  it.each([
    ['--record clips/001.wav', 'clips/001.wav', '001.wav, a recording of clips/ward.jsonl'],
    ['--record clips/../clips/ward.jsonl', 'clips/ward.jsonl', 'clips/ward.jsonl, a file that was read'],
    ['--record vocab.config.yaml', 'vocab.config.yaml', 'vocab.config.yaml, a file that was read'],
    [
      '--record recordings.json --endpoint emulator --recordings ./recordings.json',
      'recordings.json',
      '--recordings ./recordings.json',
    ],
    [
      '--out recordings.json --endpoint emulator --recordings recordings.json',
      'recordings.json',
      '--recordings recordings.json',
    ],
    [
      '--consumer ward --clips clips/list.json --out clips/list.json',
      'clips/list.json',
      'clips/list.json, a file',
    ],
    ['--record linked/001.wav', 'clips/001.wav', '001.wav, a recording of clips/ward.jsonl'],
    ['--record .vocabsync/eval/x.json', 'vocab.config.yaml', 'the folder of vocabsync itself'],
    ['--record .vocabsync', 'vocab.config.yaml', 'the folder of vocabsync itself'],
  ])('is no other that is read or kept: %s', async (args, file, said) => {
    const manifest = '{"audio": "001.wav", "text": "the patient has alpharubin"}\n';
    const ward = await openWard({ files: { 'clips/list.json': manifest } });
    await symlink('clips', join(ward.directory, 'linked'));
    const stderr = await refused(ward, args, [file]);
    expect(stderr).toContain(args.match(/--(?:record|out) \S+/)?.[0]);
    expect(stderr).toContain(said);
  });

  it('is neither the baseline nor what is replayed', async () => {
    const ward = await openWard();
    expect((await ward.vocabsync('apply --yes')).code).toBe(0);
    expect((await ward.evaluate('--yes --record a.json --out b.json')).code).toBe(0);
    const heard = ward.heard();
    const before = await readFile(join(ward.directory, 'b.json'), 'utf8');
    const baseline = await ward.evaluate('--yes --fresh --baseline b.json --out ./b.json --color never');
    const replay = await ward.evaluate('--replay a.json --out a.json --color never');
    expect([baseline.code, replay.code, ward.heard()]).toEqual([3, 3, heard]);
    expect(baseline.stderr).toContain('--out ./b.json would overwrite --baseline b.json');
    expect(replay.stderr).toContain('--out a.json would overwrite --replay a.json');
    expect(await readFile(join(ward.directory, 'b.json'), 'utf8')).toBe(before);
  });

  it('is not written twice', async () => {
    const stderr = await refused(await openWard(), '--record b.json --out ./b.json', []);
    expect(stderr).toContain('--record b.json would overwrite --out ./b.json');
  });

  it('is none that applications read', async () => {
    const config = wardConfig({ extra: 'outputs: [{ path: ids.json, format: json }]\n' });
    const stderr = await refused(await openWard({ config }), '--record ids.json', []);
    expect(stderr).toContain('--record ids.json would overwrite ids.json under `outputs`');
  });

  it.each([
    ['--record folder.json', 'it is a folder'],
    ['--out folder.json', 'it is a folder'],
    ['--record clips/ward.jsonl/answers.json', 'ward.jsonl is no folder'],
    ['--out clips/ward.jsonl/deep/eval.json', 'ward.jsonl is no folder'],
  ])('is one that can be written: %s', async (args, why) => {
    const ward = await openWard();
    await mkdir(join(ward.directory, 'folder.json'));
    const stderr = await refused(ward, args, ['clips/ward.jsonl']);
    expect(stderr).toContain(`${args} cannot be written: `);
    expect(stderr).toContain(why);
  });

  it('may be in folders that are not there yet', async () => {
    const ward = await openWard();
    expect((await ward.vocabsync('apply --yes')).code).toBe(0);
    const { code } = await ward.evaluate('--yes --record new/deep/answers.json --out new/eval.json');
    expect(code).toBe(0);
    expect(await readFile(join(ward.directory, 'new/deep/answers.json'), 'utf8')).toContain('recording');
  });
});

describe('answers that cannot be kept', () => {
  it('are said once, and the run goes on with them', async () => {
    const again = '  - { name: again, consumer: ward, clips: clips/ward.jsonl }\n';
    const ward = await openWard({ config: wardConfig({ extra: again }) });
    expect((await ward.vocabsync('apply --yes')).code).toBe(0);
    await mkdir(join(ward.directory, '.vocabsync'), { recursive: true });
    await ward.write('.vocabsync/eval', 'no folder');
    const { code, stderr, stdout } = await ward.evaluate('--yes --out eval.json --record a.json --fresh');
    expect({ code, heard: ward.heard().length }).toEqual({ code: 0, heard: 6 });
    expect(stderr.match(/^warning: cannot write to .*eval/gm)).toHaveLength(1);
    expect(stdout).toContain('recall 0% → 100%');
    expect(JSON.parse(await readFile(join(ward.directory, 'a.json'), 'utf8')).answers).toHaveLength(6);
  });
});
