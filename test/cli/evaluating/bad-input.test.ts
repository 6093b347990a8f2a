import { describe, expect, it } from 'vitest';
import { wavOf } from '../../recognise/audio/wav-of.js';
import { openWard, usualClips, wardConfig } from './ward.js';

describe('what people have written', () => {
  it('is all checked before anything is sent, and each mistake is said with its line', async () => {
    const ward = await openWard({
      files: {
        'clips/stereo.wav': wavOf({ channels: 2, audio: 6400 }),
        'clips/empty.wav': '',
      },
    });
    await ward.write(
      'clips/ward.jsonl',
      [
        '{"audio": "001.wav", "text": "the patient has alpharubin"}',
        'no JSON',
        '{"audio": "002.wav"}',
        '{"audio": "../../secret.wav", "text": "x"}',
        '{"url": "http://clips.example/1.wav", "text": "x"}',
        '{"audio": "gone.wav", "text": "x"}',
        '{"audio": "stereo.wav", "text": "x"}',
        '{"audio": "empty.wav", "text": "x"}',
      ].join('\n'),
    );
    const { code, stderr } = await ward.evaluate('--yes --color never');
    expect({ code, heard: ward.heard(), requests: ward.emulator.requestCount }).toEqual({
      code: 3,
      heard: [],
      requests: 0,
    });
    for (const line of [2, 3, 4, 5, 6, 7, 8]) expect(stderr).toContain(`clips/ward.jsonl:${line}:`);
    expect(stderr).toContain('error[audio-not-mono]');
    expect(stderr).toContain('nothing was sent; correct what is named above');
  });

  it.each([
    ['a model that takes only URLs, with files that are only here', 'fun-asr', 'error[audio-only-local]'],
    ['a model that listens at 8 kHz, with clips of 16', 'fun-asr-flash-8k-realtime', 'clips/ward.jsonl:1:'],
  ])('ends it with 3 for %s', async (_what, model, said) => {
    const config = wardConfig({ model }).replace('singapore', 'beijing');
    const ward = await openWard({ config });
    const { code, stderr } = await ward.evaluate('--yes --color never');
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain(said);
  });

  it('ends it with 3 for clips in which no word of the consumer is said', async () => {
    const ward = await openWard({ clips: usualClips.slice(2) });
    const { code, stderr } = await ward.evaluate('--yes --color never');
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain('error[clips-wordless]');
    expect(stderr).toContain('vocab.config.yaml:11:');
  });

  it('ends it with 3 for a manifest that is not there', async () => {
    const ward = await openWard({ config: wardConfig().replace('ward.jsonl', 'gone.jsonl') });
    const { code, stderr } = await ward.evaluate('--yes --color never');
    expect(code).toBe(3);
    expect(stderr).toContain('error[clips-file]');
    expect(stderr).toContain('vocab.config.yaml:11:');
  });

  it('is said as a document, too', async () => {
    const ward = await openWard({ clips: usualClips.slice(2) });
    const { code, stdout } = await ward.evaluate('--yes --format json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'eval',
      error: { code: 'config-invalid' },
      diagnostics: [{ rule: 'clips-wordless' }],
    });
  });
});

describe('what is asked for', () => {
  it.each([
    ['wart', 'there is no evaluation "wart"', 'did you mean "ward"?'],
    ['--consumer wart --clips clips/ward.jsonl', 'there is no consumer "wart"', 'did you mean "ward"?'],
    ['--consumer ward', 'a consumer and its clips are given together', 'add --clips FILE'],
    ['--clips clips/ward.jsonl', 'a consumer and its clips are given together', 'add --consumer NAME'],
    [
      'ward --consumer ward --clips clips/ward.jsonl',
      'names of evaluations and a consumer with its clips exclude each other',
      'once with the names',
    ],
    [
      '--recordings recordings.json',
      '--recordings is for the emulator in this process',
      '--endpoint emulator',
    ],
    ['--endpoint emulator', 'the emulator hears nothing without --recordings', '--recordings FILE'],
    ['--replay gone.json', 'gone.json', '--record'],
    ['--repeat 0', '"0" is not a whole number from 1 to 10', ''],
    ['--min-recall 0.9', '"0.9" is not a share from 0% to 100%: write 90%', ''],
    ['--min-recall 90', '"90" is not a share from 0% to 100%: write 90%', ''],
    ['--max-audio 10', '"10" has no unit: write 10s or 10m', ''],
    ['--max-audio 1m30s', '"1m30s" has two units: write 90s', ''],
    ['--out eval.txt', '--out eval.txt has an extension', '--out eval.json'],
    [
      '--consumer ward --clips clips/001.wav',
      'clips/001.wav is a recording, and no manifest',
      '"audio": "001.wav"',
    ],
    [
      '--endpoint emulator --recordings gone.json',
      'the recordings could not be read from gone.json: there is no such file',
      'docs/emulator.md',
    ],
    ['--max-audio 0s', '"0s" must be more than 0', ''],
  ])('ends with 3 for %j', async (args, message, hint) => {
    const ward = await openWard();
    const { code, stderr } = await ward.evaluate(`${args} --yes --color never`);
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it('is no report where the recorded answers are asked for', async () => {
    const ward = await openWard({ files: { 'eval.json': '{"kind": "eval", "evaluations": []}' } });
    const { code, stderr } = await ward.evaluate('--replay eval.json');
    expect(code).toBe(3);
    expect(stderr).toContain('eval.json is the report of an evaluation, and no recording of its answers');
    expect(stderr).toContain('a report is for --baseline');
  });

  it('is an evaluation, also by the longer name that some type', async () => {
    const ward = await openWard();
    const { code, stderr } = await ward.vocabsync('evaluate ward');
    expect(code).toBe(3);
    expect(stderr).toContain('(Did you mean eval?)');
    expect(stderr).not.toContain('validate');
  });

  it('has to be something: a configuration without evaluations has none', async () => {
    const config = wardConfig();
    const ward = await openWard({ config: config.slice(0, config.indexOf('evaluations:')) });
    const { code, stderr } = await ward.evaluate('--yes --color never');
    expect(code).toBe(3);
    expect(stderr).toContain('vocab.config.yaml names no `evaluations`');
  });
});
