import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LoadedClips, loadClips } from '../../../src/config/clips/load-clips.js';
import { createFolder, type Files, summary } from '../project.js';

const line = (audio: string) => `${JSON.stringify({ audio, text: 'one' })}\n`;
const location = { file: 'vocab.config.yaml', line: 9, column: 4 };

async function loadFrom(cwd: string, file = 'clips/ward.jsonl'): Promise<LoadedClips> {
  return loadClips({ file, path: resolve(cwd, file), location });
}

async function load(files: Files): Promise<LoadedClips> {
  return loadFrom(createFolder(files));
}

/** What comes of reading the recording of the only clip. */
async function readOnly({ clips, readClip }: LoadedClips) {
  const [clip] = clips;
  if (clip === undefined) throw new Error('the manifest has no clip');
  const { problem, ...content } = { problem: undefined, ...(await readClip(clip)) };
  return problem === undefined ? content : `${summary({ diagnostics: [problem] })[0]} ${problem.message}`;
}

describe('a manifest on the disk', () => {
  it('is read with its clips, whose recordings are beside it', async () => {
    const loaded = await load({
      'clips/ward.jsonl': line('audio/a.wav'),
      'clips/audio/a.wav': new Uint8Array([82, 73, 70, 70]),
    });
    expect(loaded.diagnostics).toEqual([]);
    expect([...loaded.sources.keys()]).toEqual(['clips/ward.jsonl']);
    expect(loaded.clips).toMatchObject([
      { path: 'audio/a.wav', location: { file: 'clips/ward.jsonl', line: 1, column: 10 } },
    ]);
    expect(await readOnly(loaded)).toEqual({ bytes: Buffer.from('RIFF') });
  });

  it('reads each recording when it is asked for, and not before', async () => {
    const cwd = createFolder({ 'clips/ward.jsonl': line('a.wav') });
    const loaded = await loadFrom(cwd);
    writeFileSync(join(cwd, 'clips/a.wav'), 'later');
    expect(await readOnly(loaded)).toEqual({ bytes: Buffer.from('later') });
  });

  it('is not quoted with what lets others fetch its recordings', async () => {
    const url = 'https://bob:hunter2@host/a.wav?Signature=a1b2c3&b=1';
    const { diagnostics, sources } = await load({ 'clips/ward.jsonl': line(url) });
    expect(summary({ diagnostics })).toEqual(['clips-url clips/ward.jsonl:1:10']);
    expect(sources.get('clips/ward.jsonl')).toBe(
      line(`https://bob:${'…'.repeat(7)}@host/a.wav?${'…'.repeat('Signature=a1b2c3&b=1'.length)}`),
    );
  });

  it('has nothing to read of a clip that has a URL only', async () => {
    expect(await readOnly(await load({ 'clips/ward.jsonl': line('https://host/a.wav') }))).toEqual({
      bytes: null,
    });
  });

  it.each<readonly [string, Files, string]>([
    ['is not there', { 'clips/wards.jsonl': line('a.wav') }, 'clips-file'],
    ['is a folder', { 'clips/ward.jsonl/a': '' }, 'clips-file'],
    ['is too large', { 'clips/ward.jsonl': new Uint8Array(8 * 1024 * 1024 + 1).fill(32) }, 'clips-file'],
  ])('that %s is said where it is named', async (_, files, rule) => {
    const loaded = await load(files);
    expect(summary(loaded)).toEqual([`${rule} vocab.config.yaml:9:4`]);
    expect(loaded.clips).toEqual([]);
  });

  it('that is misspelt is guessed', async () => {
    const [found] = (await load({ 'clips/wards.jsonl': line('a.wav') })).diagnostics;
    expect(found?.hint).toContain('did you mean "wards.jsonl"?');
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['GBK', new Uint8Array([123, 10, 0xc4, 0xe3]), 'not-utf8 clips/ward.jsonl:2:1'],
    ['a text with a NUL', new Uint8Array([123, 10, 34, 97, 0]), 'not-text clips/ward.jsonl:2:3'],
    ['a recording', new Uint8Array([82, 73, 70, 70, 0]), 'clips-file vocab.config.yaml:9:4'],
  ])('that is %s is said where it is to be mended', async (_, content, found) => {
    expect(summary(await load({ 'clips/ward.jsonl': content }))).toEqual([found]);
  });

  it('that is a link out of its work tree is not read, and one within is', async () => {
    const cwd = createFolder({ 'repo/shared/ward.jsonl': line('a.wav'), 'secret.jsonl': line('b.wav') });
    execFileSync('git', ['init', '-q', join(cwd, 'repo')]);
    mkdirSync(join(cwd, 'repo/clips'));
    symlinkSync('../../secret.jsonl', join(cwd, 'repo/clips/out.jsonl'));
    symlinkSync('../shared/ward.jsonl', join(cwd, 'repo/clips/in.jsonl'));
    expect(summary(await loadFrom(cwd, 'repo/clips/out.jsonl'))).toEqual([
      'clips-outside vocab.config.yaml:9:4',
    ]);
    expect((await loadFrom(cwd, 'repo/clips/in.jsonl')).clips).toHaveLength(1);
  });

  it('shows none of the keys in it', async () => {
    const { sources } = await load({ 'clips/ward.jsonl': line('sk-0123456789abcdef0123.wav') });
    expect(sources.get('clips/ward.jsonl')).not.toContain('0123456789abcdef');
  });
});

describe('a recording', () => {
  it.each<readonly [string, (folder: string) => void, string]>([
    ['is not there', () => {}, 'clips-file clips/ward.jsonl:1:10 there is no file x/a.wav'],
    [
      'is a folder',
      (folder) => mkdirSync(join(folder, 'a.wav')),
      'clips-file clips/ward.jsonl:1:10 x/a.wav is a folder',
    ],
    [
      'is a pipe',
      (folder) => execFileSync('mkfifo', [join(folder, 'a.wav')]),
      'clips-file clips/ward.jsonl:1:10 x/a.wav is no regular file',
    ],
    [
      'is a link out of the folder of the manifest',
      (folder) => symlinkSync('../../beside.wav', join(folder, 'a.wav')),
      'clips-outside clips/ward.jsonl:1:10 x/a.wav is, or lies behind, a link that leads elsewhere, or into a folder of git or vocabsync',
    ],
    [
      'is larger than anything that is sent',
      (folder) => {
        writeFileSync(join(folder, 'a.wav'), '');
        truncateSync(join(folder, 'a.wav'), 64 * 1024 * 1024 + 1);
      },
      'clips-file clips/ward.jsonl:1:10 x/a.wav is larger than 64 MiB',
    ],
  ])('that %s is said at its line', async (_, make, found) => {
    const cwd = createFolder({ 'clips/ward.jsonl': line('x/a.wav'), 'beside.wav': 'secret' });
    mkdirSync(join(cwd, 'clips/x'));
    make(join(cwd, 'clips/x'));
    expect(await readOnly(await loadFrom(cwd))).toBe(found);
  });

  it('may be larger than what else is read, and a link within the folder', async () => {
    const cwd = createFolder({ 'clips/ward.jsonl': line('x.wav'), 'clips/a.wav': '' });
    truncateSync(join(cwd, 'clips/a.wav'), 10 * 1024 * 1024);
    symlinkSync('a.wav', join(cwd, 'clips/x.wav'));
    expect(await readOnly(await loadFrom(cwd))).toMatchObject({ bytes: { length: 10 * 1024 * 1024 } });
  });
});
