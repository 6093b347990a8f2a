import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VocabError } from '../../../src/model/errors.js';
import { createScreen } from '../../support/screen.js';
import { documentOf, openWard, usualClips, type Ward, wardConfig } from './ward.js';

async function appliedWard(options: Parameters<typeof openWard>[0] = {}): Promise<Ward> {
  const ward = await openWard(options);
  expect((await ward.vocabsync('apply --yes')).code).toBe(0);
  return ward;
}

describe('before anything is sent', () => {
  it('says how much audio that is and asks, at a terminal', async () => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate('--color never', { terminal: true, answer: () => 'yes' });
    expect(stderr).toContain('Sends 6 recognitions of 3 clips, 6 s of audio.\nSend it? Type yes to go on: ');
    expect(code).toBe(0);
  });

  it.each(['y', 'Yes'])('takes %j for yes', async (answer) => {
    const ward = await appliedWard();
    expect((await ward.evaluate('', { terminal: true, answer: () => answer })).code).toBe(0);
  });

  it.each(['no', '', null])('takes %j for no, and sends nothing', async (answer) => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate('--color never', { terminal: true, answer: () => answer });
    expect({ code, heard: ward.heard() }).toEqual({ code: 4, heard: [] });
    expect(stderr).toContain('error[not-approved]: not approved; nothing was sent');
  });

  it('sends nothing without a terminal and without --yes', async () => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate();
    expect({ code, heard: ward.heard() }).toEqual({ code: 4, heard: [] });
    expect(stderr).toContain('it would send 6 recognitions of 3 clips, 6 s of audio');
    expect(stderr).toContain('run the same with `--yes`');
  });

  it('sends nothing beyond --max-audio, whoever says yes', async () => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate('--yes --max-audio 5s');
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain('it takes 6 recognitions of 3 clips, 6 s of audio, and --max-audio allows 5 s');
    expect(stderr).toContain('raise --max-audio to 6s');
    expect((await ward.evaluate('--yes --max-audio 7s')).code).toBe(0);
  });

  it('sends nothing under a limit where nobody can tell how long a clip is', async () => {
    const clips = [{ text: 'has alpharubin', url: 'https://clips.example/1.wav' }];
    const ward = await appliedWard({ clips, config: wardConfig({ model: 'fun-asr' }) });
    await ward.write(
      'clips/ward.jsonl',
      '{"url": "https://clips.example/1.mp3", "text": "has alpharubin"}\n',
    );
    const { code, stderr } = await ward.evaluate('--yes --max-audio 10m');
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain('nobody can tell how long 1 clip is');
  });

  it('needs a key, and says so before it asks', async () => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate('--yes', { env: { DASHSCOPE_API_KEY: '' } });
    expect({ code, heard: ward.heard() }).toEqual({ code: 7, heard: [] });
    expect(stderr).toContain('error[key-missing]');
  });
});

describe('a list that was updated just now', () => {
  async function updatedWard(): Promise<Ward> {
    const ward = await appliedWard();
    ward.clock.advance(600_000);
    await ward.write('vocab.config.yaml', wardConfig({ words: '[alpharubin, betaloc, gamma]' }));
    await ward.vocabsync('apply --yes');
    return ward;
  }
  const again =
    'The list was updated less than five minutes ago and may not be in effect. The 3 with it are sent again by a run after that.';

  it('is heard again once it is older, which is said with what it takes', async () => {
    const ward = await updatedWard();
    expect((await ward.evaluate('')).stderr).toContain(again);
    expect((await ward.evaluate('--yes')).stderr).toContain(
      `Sends 6 recognitions of 3 clips, 6 s of audio. ${again}`,
    );
    ward.clock.advance(600_000);
    const { stdout, stderr } = await ward.evaluate('--yes');
    expect(stdout).toContain('6 recognitions: 3 sent');
    expect(stderr).not.toContain('five minutes');
  });
});

describe('what was heard', () => {
  it('is kept, so that the same again asks nobody and sends nothing', async () => {
    const ward = await appliedWard();
    await ward.evaluate('--yes');
    const { code, stdout, stderr } = await ward.evaluate();
    expect({ code, stderr, heard: ward.heard().length }).toEqual({ code: 0, stderr: '', heard: 6 });
    expect(stdout).toContain('6 recognitions: 0 sent, 6 kept from before');
  });

  it('is paid again where the recording, or the words of the list, have changed, and nowhere else', async () => {
    const ward = await appliedWard();
    await ward.evaluate('--yes');
    await ward.write('vocab.config.yaml', wardConfig({ words: '[alpharubin, betaloc, gamma]' }));
    await ward.vocabsync('apply --yes');
    const { stdout } = await ward.evaluate('--yes');
    expect(stdout).toContain('6 recognitions: 3 sent (3 s of audio), 3 kept from before');
  });

  it('is heard anew with --fresh, and kept in the place of what was', async () => {
    const ward = await appliedWard();
    await ward.evaluate('--yes');
    const { stdout } = await ward.evaluate('--yes --fresh');
    expect(stdout).toContain('6 recognitions: 6 sent');
    expect(ward.heard()).toHaveLength(12);
  });

  it('is written by --record, and scored again by --replay without a key, an account or a kept answer', async () => {
    const ward = await appliedWard();
    const first = documentOf(await ward.evaluate('--yes --record answers.json --format json')).evaluations[0];
    ward.emulator.change({ refuse_keys: true });
    const offline = { env: { DASHSCOPE_API_KEY: '', VOCABSYNC_ENDPOINT: 'http://127.0.0.1:1' } };
    const again = await ward.evaluate('--replay answers.json --format json', offline);
    expect(again.code).toBe(0);
    const replayed = documentOf(again).evaluations[0];
    expect(replayed).toEqual({ ...first, usage: { ...first?.usage, sent: 0, kept: 6, sent_seconds: 0 } });
    expect(ward.heard()).toHaveLength(6);
  });

  it('is not in a recording that was made of other words, and that is an error', async () => {
    const ward = await appliedWard();
    await ward.evaluate('--yes --record answers.json');
    await ward.write('clips/ward.jsonl', '{"audio": "../vocab.config.yaml", "text": "alpharubin"}\n');
    expect((await ward.evaluate('--replay answers.json')).code).toBe(3);
    await ward.write('vocab.config.yaml', wardConfig({ evaluation: ', repeat: 2' }));
    await ward.write('clips/ward.jsonl', '{"audio": "001.wav", "text": "the patient has alpharubin"}\n');
    const { code, stderr } = await ward.evaluate('--replay answers.json');
    expect(code).toBe(3);
    expect(stderr).toContain('answers.json has no answer for 001.wav without hotwords, time 2');
  });

  it('never takes the place of a file that was read', async () => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate('--yes --record clips/ward.jsonl');
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain(
      '--record clips/ward.jsonl would overwrite clips/ward.jsonl, a file that was read',
    );
    expect(await readFile(join(ward.directory, 'clips/ward.jsonl'), 'utf8')).toContain('alpharubin');
  });

  it('is kept when somebody breaks off, and not paid again', async () => {
    const ward = await appliedWard({
      clips: Array.from({ length: 8 }, (_, index) => ({ text: `${index} has alpharubin` })),
    });
    const stop = new AbortController();
    const watch = setInterval(() => {
      if (ward.emulator.recognitions.length >= 4) {
        stop.abort(new VocabError('interrupted', 'interrupted'));
        clearInterval(watch);
      }
    }, 1);
    const broken = await ward.evaluate('--yes --parallelism 1', { interruption: stop.signal });
    expect(broken.code).toBe(130);
    const said = /interrupted; (\d+) of 16 answers were heard by then, and are kept/.exec(broken.stderr);
    const { stdout } = await ward.evaluate('--yes');
    const kept = Number(/(\d+) kept from before/.exec(stdout)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(Number(said?.[1])).toBe(kept);
    expect(broken.stderr).toContain('only the others are sent');
    expect(ward.heard().length).toBeLessThanOrEqual(16 + 1);
  });
});

describe('who waits', () => {
  it('is told at a terminal how far it has come, and nothing of that stays', async () => {
    const ward = await appliedWard({ switches: { latency_ms: 700 } });
    const screen = createScreen(ward.clock);
    const { stderr, stdout } = await ward.evaluate('--yes --color never --parallelism 1', { screen });
    expect(screen.frames.join('\n')).toMatch(/^recognised [1-5] of 6/m);
    expect(screen.text()).not.toContain('recognised ');
    expect(screen.timers()).toBe(0);
    expect(`${stderr}${stdout}`).toContain('recall 0% → 100%');
  });

  it('is told in a log when it takes long, and not with --quiet', async () => {
    const ward = await appliedWard({ switches: { latency_ms: 8000 } });
    expect((await ward.evaluate('--yes --parallelism 1')).stderr).toMatch(/^recognised \d of 6$/m);
    expect((await ward.evaluate('--yes --fresh --parallelism 1 --quiet')).stderr).toBe('');
  });
});

describe('a clip that cannot be recognised', () => {
  it('is reported and left out, the others are scored, and it ends with 6', async () => {
    const ward = await appliedWard({ config: wardConfig({ model: 'fun-asr-flash-2026-06-15' }) });
    const lines = await readFile(join(ward.directory, 'clips/ward.jsonl'), 'utf8');
    const gone = '{"url": "https://clips.example/gone.wav", "text": "more alpharubin"}\n';
    await ward.write('clips/ward.jsonl', `${lines}${gone}`);
    const { code, stdout } = await ward.evaluate('--yes --min-recall 100% --repeat 2');
    expect(stdout).toContain('https://clips.example/gone.wav could not be recognised without hotwords');
    expect(stdout).toContain('recall 0% → 100%');
    expect(code).toBe(6);
  });

  it('is as good as each of them where nothing was heard in any, and that ends it with 6', async () => {
    const ward = await appliedWard({
      clips: [{ text: 'alpharubin', misheard: { alpharubin: '' }, needs: { alpharubin: 99 } }],
    });
    const { code, stdout } = await ward.evaluate('--yes');
    expect(stdout).toContain('nothing was heard in 1 of 1 clip');
    expect(code).toBe(6);
  });

  it('is not all of them where the key is refused: that ends it at once', async () => {
    const ward = await appliedWard();
    const config = wardConfig().replace('namespace: acme\nprune: true\n', '');
    await ward.write('vocab.config.yaml', config);
    ward.emulator.change({ refuse_keys: true });
    const { code, stderr } = await ward.evaluate('--yes');
    expect({ code, heard: ward.heard() }).toEqual({ code: 7, heard: [] });
    expect(stderr).toContain('error[unauthenticated]');
    expect(stderr).toContain('hint: check that DASHSCOPE_API_KEY holds a valid key');
  });

  it('is tried again when it failed in passing', async () => {
    const ward = await appliedWard({ clips: usualClips.slice(0, 1), switches: { rate_per_second: 3 } });
    expect((await ward.evaluate('--yes')).code).toBe(0);
  });
});
