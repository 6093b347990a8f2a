import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendAsAnother } from '../../support/emulator.js';
import { documentOf, openWard, usualClips, type Ward, wardConfig } from './ward.js';

async function appliedWard(options: Parameters<typeof openWard>[0] = {}): Promise<Ward> {
  const ward = await openWard(options);
  expect((await ward.vocabsync('apply --yes')).code).toBe(0);
  return ward;
}

const without = Array<string>(3).fill('stream fun-asr-realtime without');
const withList = Array<string>(3).fill('stream fun-asr-realtime list');

describe('an evaluation', () => {
  it('hears every clip with the list and without, says what that changes, and writes nothing', async () => {
    const ward = await appliedWard();
    const account = await ward.emulator.account();
    const { code, stdout } = await ward.evaluate('--yes');
    expect(stdout).toMatch(/^Eval: ward: 2 of 2 hotwords heard with the list, 0 without: recall 0% → 100%$/m);
    expect(code).toBe(0);
    expect(ward.heard()).toEqual([...withList, ...without]);
    expect(await ward.emulator.account()).toEqual(account);
  });

  it('does not call a list updated that was just made', async () => {
    const ward = await appliedWard();
    const { evaluations } = documentOf(await ward.evaluate('--yes --format json'));
    expect(evaluations[0]?.delivery.list).toMatchObject({ status: 'OK', age_ms: null, never_updated: true });
  });

  it('warns of words that YAML asks for and the list has lost, which no figure shows', async () => {
    const ward = await appliedWard();
    const [list] = await ward.emulator.account();
    await sendAsAnother(ward.emulator, {
      action: 'update_vocabulary',
      vocabulary_id: list?.vocabulary_id ?? '',
      vocabulary: [{ text: 'betaloc', weight: 4 }],
    });
    const { code, stdout } = await ward.evaluate('--yes');
    expect(stdout).toContain(
      '1 hotword that YAML asks for is not given to ward, and no figure counts it: alpharubin',
    );
    expect(stdout).toContain('`vocabsync apply` gives it');
    expect(code).toBe(0);
    const { evaluations } = documentOf(await ward.evaluate('--yes --format json'));
    expect(evaluations[0]?.delivery).toMatchObject({ lacking: ['alpharubin'] });
  });

  it('is chosen by its name, and all of them are made without one', async () => {
    const second = '  - { name: again, consumer: ward, clips: clips/ward.jsonl }\n';
    const ward = await appliedWard({ config: wardConfig({ extra: second }) });
    const names = (ended: Awaited<ReturnType<Ward['evaluate']>>) =>
      documentOf(ended).evaluations.map(({ name }) => name);
    expect(names(await ward.evaluate('again --yes --format json'))).toEqual(['again']);
    expect(names(await ward.evaluate('--yes --format json'))).toEqual(['ward', 'again']);
    // The two share everything that is heard.
    expect(ward.heard()).toHaveLength(6);
  });

  it('needs no line in the configuration where a consumer and its clips are given', async () => {
    const ward = await appliedWard();
    const { code, stdout } = await ward.evaluate('--consumer ward --clips clips/ward.jsonl --yes');
    expect(code).toBe(0);
    expect(stdout).toContain('recall 0% → 100%');
  });

  it('sends the hints of the consumer on both sides', async () => {
    const config = wardConfig().replace(
      'model: fun-asr-realtime }\ne',
      'model: fun-asr-realtime, language_hints: [en] }\ne',
    );
    const ward = await appliedWard({ config });
    await ward.evaluate('--yes');
    expect(new Set(ward.heard())).toEqual(
      new Set(['stream fun-asr-realtime list, hints en', 'stream fun-asr-realtime hints en']),
    );
  });

  it('recognises each clip as often as --repeat says, and calls one that varies by its name', async () => {
    const ward = await appliedWard();
    const { evaluations } = documentOf(await ward.evaluate('--yes --repeat 3 --format json'));
    expect(ward.heard()).toHaveLength(18);
    expect(evaluations[0]?.figures.with.hotwords).toMatchObject({ said: 6, heard: 6 });
  });

  it('writes what it says to the files of --out', async () => {
    const ward = await appliedWard();
    await ward.evaluate('--yes --out build/eval.json --out build/eval.md');
    const document = JSON.parse(await readFile(join(ward.directory, 'build/eval.json'), 'utf8'));
    expect(document).toMatchObject({ kind: 'eval', evaluations: [{ name: 'ward' }] });
    expect(await readFile(join(ward.directory, 'build/eval.md'), 'utf8')).toContain('0% → 100%');
  });
});

describe('what a consumer is given today', () => {
  it('is the list as the account holds it, also where YAML asks for other words', async () => {
    const ward = await appliedWard();
    await ward.write(
      'vocab.config.yaml',
      wardConfig({ words: '[alpharubin, betaloc, { text: gamma, weight: 5 }]' }),
    );
    const [evaluation] = documentOf(await ward.evaluate('--yes --format json')).evaluations;
    expect(evaluation?.words.map(({ text }) => text).toSorted()).toEqual(['alpharubin', 'betaloc']);
  });

  it('is what advice is about: of a weight that YAML has changed since, none is advised', async () => {
    const clips = [
      {
        text: 'the patient has alpharubin',
        misheard: { alpharubin: 'alpha ruby' },
        needs: { alpharubin: 5 },
      },
      { text: 'and takes betaloc daily', misheard: { betaloc: 'better lock' } },
    ];
    const ward = await appliedWard({ clips });
    const raise = 'raise "alpharubin" from 4 to 5 in vocab.config.yaml:7';
    expect((await ward.evaluate('--yes')).stdout).toContain(raise);
    const words = '[{ text: alpharubin, weight: 5 }, betaloc]';
    await ward.write('vocab.config.yaml', wardConfig({ words }));
    const { stdout } = await ward.evaluate('--yes');
    expect(stdout).not.toContain('raise "');
    expect(stdout).toContain(
      '"alpharubin" has the weight 5 in vocab.config.yaml:7, and recognition was given 4: apply it, or publish and deploy it, and measure again',
    );
  });

  it('is nothing where the list is missing, which the report says and nothing is paid for', async () => {
    const ward = await openWard();
    const { code, stdout } = await ward.evaluate('--yes');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'the list medical@fun-asr-realtime for fun-asr-realtime, which the account does not hold',
    );
    expect(stdout).toMatch(/cause +status/);
    expect(ward.heard()).toEqual(without);
  });

  it('is no effect where the list is not OK yet', async () => {
    const ward = await openWard({ switches: { deploy_ms: 3_600_000 } });
    await ward.vocabsync('apply --yes --wait 1s');
    const [evaluation] = documentOf(await ward.evaluate('--yes --format json')).evaluations;
    expect(evaluation?.delivery.list?.status).not.toBe('OK');
    expect(evaluation?.figures.with.hotwords).toMatchObject({ said: 2, heard: 0 });
    expect(evaluation?.no_effect?.checks).toContainEqual(
      expect.objectContaining({ check: 'status', outcome: 'cause' }),
    );
  });

  it('is a list that does nothing where the consumer has another model, and the report says why', async () => {
    const ward = await appliedWard();
    const archive = '  - { name: archive, vocabulary: medical, model: fun-asr-realtime-2025-11-07 }\n';
    await ward.write('vocab.config.yaml', wardConfig({ consumers: archive }));
    const { code, stdout } = await ward.evaluate('--consumer archive --clips clips/ward.jsonl --yes');
    expect(code).toBe(0);
    expect(stdout).toContain('warning[consumer-model-mismatch]');
    expect(stdout).toMatch(
      /cause +pairing +the list was made for fun-asr-realtime, and recognition is asked with fun-asr-realtime-2025-11-07/,
    );
    expect(ward.heard().filter((line) => line.endsWith('list'))).toHaveLength(3);
  });

  it('is of the consumers that are evaluated, and never an error, whatever else is wrong', async () => {
    const archive = '  - { name: archive, vocabulary: medical, model: fun-asr-realtime-2025-11-07 }\n';
    const ward = await appliedWard();
    await ward.write('vocab.config.yaml', wardConfig({ consumers: archive }));
    expect((await ward.evaluate('ward --yes --verbose')).stdout).not.toContain('consumer-model-mismatch');
    for (const wrong of ['wrad', '--out eval.txt']) {
      const { code, stderr } = await ward.evaluate(`${wrong} --yes`);
      expect(code).toBe(3);
      expect(stderr).toContain('warning[consumer-model-mismatch]');
      expect(stderr).not.toContain('error[consumer-model-mismatch]');
    }
  });

  it('is nothing else that a configuration with other errors could say', async () => {
    const ward = await appliedWard();
    await ward.write(
      'vocab.config.yaml',
      wardConfig({ words: '["alpha*rubin", { text: betaloc, weight: 9 }]' }),
    );
    const { code, stderr } = await ward.evaluate('--yes');
    expect(code).toBe(3);
    expect(stderr).toContain('error[weight-out-of-range]');
    expect(ward.heard()).toEqual([]);
  });
});

describe('instant words', () => {
  const model = 'qwen-audio-3.1-asr-flash';
  const config = (words: string, extra = '') =>
    `version: 1
account: { region: singapore }
vocabularies:
  - { name: medical, delivery: instant, target_model: ${model}, hotwords: ${words} }
consumers:
  - { name: ward, vocabulary: medical, model: ${model} }
evaluations:
  - { name: ward, consumer: ward, clips: clips/ward.jsonl }
${extra}`;
  const outputs = 'outputs: [{ path: build/words.json, format: json }]\n';

  it('are heard without a look at the account', async () => {
    const ward = await openWard({ config: config('[alpharubin, betaloc]') });
    const { code, stdout } = await ward.evaluate('--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('recall 0% → 100%');
    expect(ward.heard()).toContain(`flash ${model} 2 instant`);
    expect(ward.emulator.requests.filter(({ action }) => action === 'list')).toEqual([]);
  });

  it('are those that a published file tells the consumer to send, and --planned tries those of YAML beside them', async () => {
    const ward = await openWard({ config: config('[alpharubin]', outputs) });
    await ward.vocabsync('ids --write');
    await ward.write('vocab.config.yaml', config('[alpharubin, betaloc]', outputs));
    const [evaluation] = documentOf(await ward.evaluate('--yes --planned --format json')).evaluations;
    expect(evaluation?.delivery.instant).toBe(1);
    expect(evaluation?.figures.with.hotwords).toMatchObject({ said: 1, heard: 1 });
    expect(evaluation?.figures.planned?.hotwords).toMatchObject({ said: 2, heard: 2 });
    expect(evaluation?.not_planned).toBeNull();
  });

  it('are those of the configuration where no file tells, and that is said', async () => {
    const ward = await openWard({ config: config('[alpharubin, betaloc]') });
    expect((await ward.evaluate('--yes')).stdout).toContain('warning[instant-words-unpublished]');
    const rules = 'rules: { instant-words-unpublished: off }\n';
    await ward.write('vocab.config.yaml', config('[alpharubin, betaloc]', rules));
    expect((await ward.evaluate('--yes --verbose')).stdout).not.toContain('instant-words-unpublished');
    await ward.write('vocab.config.yaml', config('[alpharubin, betaloc]', outputs));
    await ward.vocabsync('ids --write');
    expect((await ward.evaluate('--yes --verbose')).stdout).not.toContain('instant-words-unpublished');
  });

  it('are none where the file says nothing of the consumer, and that is said', async () => {
    const ward = await openWard({ config: config('[alpharubin, betaloc]', outputs) });
    await ward.write('build/words.json', '{"vocabularies":{},"consumers":{}}');
    const { stdout } = await ward.evaluate('--yes');
    expect(stdout).toContain('build/words.json says nothing of ward, so its program sends no words today');
    expect(stdout).toContain('2 hotwords that YAML asks for are not given to ward');
    expect(ward.heard().filter((heard) => heard.includes('instant'))).toEqual([]);
  });

  it('are those of the configuration where no file can be read, and why is said', async () => {
    const ward = await openWard({ config: config('[alpharubin, betaloc]', outputs) });
    await ward.write('build/words.json', '<<<<<<< HEAD\n{}');
    expect((await ward.evaluate('--yes')).stdout).toContain(
      'build/words.json has the marks of a merge conflict in line 1: no file says which instant words applications send',
    );
    await rm(join(ward.directory, 'build/words.json'));
    expect((await ward.evaluate('--yes')).stdout).toContain(
      'hint: run `vocabsync ids --write`, which writes',
    );
  });

  it.each(['yaml', 'dotenv', 'ts'])('are read from %s as well', async (format) => {
    const others = outputs.replace('format: json', `format: ${format}`);
    const ward = await openWard({ config: config('[alpharubin]', others) });
    await ward.vocabsync('ids --write');
    await ward.write('vocab.config.yaml', config('[alpharubin, betaloc]', others));
    const [evaluation] = documentOf(await ward.evaluate('--yes --format json')).evaluations;
    expect(evaluation?.delivery.instant).toBe(1);
  });

  it('go with the model of the configuration, and that the file has another is said', async () => {
    const ward = await openWard({ config: config('[alpharubin]', outputs) });
    await ward.vocabsync('ids --write');
    const file = join(ward.directory, 'build/words.json');
    await ward.write('build/words.json', (await readFile(file, 'utf8')).replace(model, 'qwen-audio-other'));
    const { stdout } = await ward.evaluate('--yes');
    expect(stdout).toContain(
      'warning[published-model-differs]: build/words.json gives ward the model qwen-audio-other',
    );
  });
});

describe('what YAML asks for', () => {
  it('is not tried unless it is asked for, and never where a list would have to be written', async () => {
    const ward = await appliedWard();
    const said = async (args: string) =>
      documentOf(await ward.evaluate(`--yes --format json ${args}`)).evaluations.map(
        ({ not_planned, figures: { planned } }) => [not_planned, planned?.hotwords['heard'] ?? null],
      );
    expect(await said('')).toEqual([[null, null]]);
    // In sync, it is what is given today.
    expect(await said('--planned')).toEqual([[null, 2]]);
    await ward.write('vocab.config.yaml', wardConfig({ words: '[alpharubin]' }));
    expect(await said('--planned')).toEqual([
      [
        'the list medical@fun-asr-realtime does not have the words that YAML asks for, and words of a list cannot be tried before they are applied',
        null,
      ],
    ]);
    expect(ward.heard()).toHaveLength(6);
  });
});

describe('what is held against an evaluation', () => {
  it('ends it with 2 when a threshold is missed, from the configuration or a flag', async () => {
    const hard = usualClips.map((clip) => ({
      ...clip,
      ...(clip.misheard ? { needs: mapped(clip.misheard) } : {}),
    }));
    const ward = await appliedWard({ clips: hard, config: wardConfig({ evaluation: ', min_recall: 50%' }) });
    expect((await ward.evaluate('--yes')).code).toBe(2);
    expect((await ward.evaluate('--min-recall 0%')).code).toBe(0);
    const wrong = await ward.evaluate('--min-recall lots');
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('"lots" is not a share from 0% to 100%');
  });

  it('ends it with 2 when a word intrudes more often than it may', async () => {
    const clips = [...usualClips, { text: 'a bet a lock and a key', intrudes: { 'bet a lock': 'betaloc' } }];
    const ward = await appliedWard({
      clips,
      config: wardConfig({ words: '[alpharubin, { text: betaloc, weight: 5 }]' }),
    });
    expect((await ward.evaluate('--yes --max-false 0')).code).toBe(2);
    expect((await ward.evaluate('--max-false 1')).code).toBe(0);
  });

  it('ends it with 2 when a word was heard before and is not any more', async () => {
    const ward = await appliedWard();
    expect((await ward.evaluate('--yes --out before.json')).code).toBe(0);
    await ward.write('vocab.config.yaml', wardConfig({ words: '[alpharubin, gamma]' }));
    await ward.vocabsync('apply --yes --allow hotword-loss=medical@fun-asr-realtime');
    await ward.write('vocab.config.yaml', wardConfig());
    const { code, stdout } = await ward.evaluate('--yes --baseline before.json');
    expect(stdout).toContain('"betaloc" was heard 1 of 1 times, and is heard 0 of 1 now');
    expect(code).toBe(2);
  });

  it.each([
    {
      title: 'another evaluation',
      from: /"name":\s*"ward"/g,
      to: '"name":"other"',
      said: 'has no evaluation ward',
      ends: 2,
    },
    {
      title: 'other texts',
      from: /the patient|and takes|nothing else/g,
      to: 'what',
      said: 'has no clip of the baseline before.json',
      ends: 2,
    },
    {
      title: 'another model',
      from: /"model":\s*"fun-asr-realtime"/g,
      to: '"model":"other"',
      said: 'is of ward with other, and',
      ends: 0,
    },
  ])('says of a baseline of $title that it is another one', async ({ from, to, said, ends }) => {
    const ward = await appliedWard();
    await ward.evaluate('--yes --out before.json');
    const before = await readFile(join(ward.directory, 'before.json'), 'utf8');
    await ward.write('before.json', before.replace(from, to));
    const { code, stdout, stderr } = await ward.evaluate('--baseline before.json');
    expect(code).toBe(ends);
    expect(stdout + stderr).toContain('warning[baseline-incomparable]');
    expect((stdout + stderr).replace(/\s+/g, ' ')).toContain(said);
    expect(stdout.includes('no regression against')).toBe(ends === 0);
  });

  it.each([
    ['that is not there', 'nothing.json', 'the baseline nothing.json is not there'],
    ['that is no document', 'clips/ward.jsonl', 'clips/ward.jsonl'],
  ])('ends it with 3 for a baseline %s, and nothing is sent', async (_title, file, said) => {
    const ward = await appliedWard();
    const { code, stderr } = await ward.evaluate(`--yes --baseline ${file}`);
    expect({ code, heard: ward.heard() }).toEqual({ code: 3, heard: [] });
    expect(stderr).toContain('error[document-invalid]');
    expect(stderr).toContain(said);
  });
});

function mapped(misheard: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.keys(misheard).map((word) => [word, 5]));
}
