import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/model/evaluation/evaluation.js';
import type { Look } from '../../../src/report/form.js';
import { draw, type Format } from '../../../src/report/forms.js';
import { isAbout } from '../../../src/report/markdown/marker.js';
import { palette } from '../../../src/report/palette.js';
import { sayEvaluation } from '../../../src/report/say/say-evaluation.js';
import { mayBeChance, sayInterval, shareInterval } from '../../../src/report/view/evaluation/confidence.js';
import { plainLook } from '../../support/look.js';
import { sayings } from '../scenarios.js';
import { clipOf, evaluationOf, given, sideOf, wordOf } from './build.js';
import { silent, unpaired, ward, well } from './evaluations.js';

const look: Look = { ...plainLook, account: null };

const teller = { envelope: { kind: 'eval' as const, version: '1.2.3', about: null }, sources: new Map() };

function told(format: Format, evaluations: readonly Evaluation[], over: Partial<Look> = {}): Promise<string> {
  return draw(format, sayEvaluation(evaluations, [], teller), { ...look, ...over });
}

function documentOf(evaluation: Evaluation) {
  const document = sayEvaluation([evaluation], [], teller).document() as {
    readonly evaluations: readonly {
      readonly clips: readonly Record<string, unknown>[];
      readonly words: readonly Record<string, unknown>[];
      readonly figures: { readonly with: { readonly hotwords: Record<string, unknown> } };
    }[];
  };
  return document.evaluations[0];
}

describe('how sure one can be', () => {
  it('is told by the interval that Wilson has published', () => {
    expect(sayInterval(12, 20, 1)).toBe('39–78%');
    expect(sayInterval(20, 20, 1)).toBe('84–100%');
    expect(sayInterval(0, 3, 1)).toBe('0–56%');
  });

  it('is no surer because a clip was heard again', () => {
    expect(sayInterval(36, 60, 3)).toBe(sayInterval(12, 20, 1));
  });

  it('is not told of many, nor of none', () => {
    expect(sayInterval(399, 800, 1)).toBe('');
    expect(sayInterval(0, 0, 1)).toBe('');
    expect(shareInterval(0, 0)).toBeNull();
  });

  it('calls a difference chance where coins would fall so once in twenty times', () => {
    expect(mayBeChance(5, 0)).toBe(true);
    expect(mayBeChance(6, 0)).toBe(false);
    expect(mayBeChance(8, 1)).toBe(false);
    expect(mayBeChance(7, 1)).toBe(true);
    expect(mayBeChance(1100, 1000)).toBe(false);
    expect(mayBeChance(1050, 1000)).toBe(true);
  });

  it('calls no difference none, and counts repeats once', () => {
    expect(mayBeChance(3, 3)).toBe(false);
    expect(mayBeChance(12, 0, 3)).toBe(true);
    expect(mayBeChance(18, 0, 3)).toBe(false);
  });
});

describe('the headline', () => {
  it.each([
    [
      ward,
      'ward: 1 of 4 clips could not be recognised; of the others, 12 of 20 hotwords (10, each 2 times) heard with the list, 8 without, 16 as planned: recall 40% → 60% → 80%, 1 intruded, 1 regression',
    ],
    [well, 'tours: 12 of 12 hotwords heard with the list, 2 without: recall 17% → 100%'],
    [unpaired, 'hotline: the hotwords have no effect: 1 of 3 hotwords heard with the list, 1 without'],
    [evaluationOf(), 'ward: there are no clips'],
  ])('says in one sentence what it came to (%#)', async (evaluation, headline) => {
    expect((await told('text', [evaluation])).split('\n')[0]).toBe(`Eval: ${headline}`);
  });

  it('says that clips failed, and not that nobody says what they say', async () => {
    const words = [wordOf(given('阙里'), [0, 0, 0], { verdict: 'not_measured' })];
    const text = await told('text', [
      evaluationOf({ words, clips: silent.clips, failed: ward.failed, thresholds: silent.thresholds }),
    ]);
    expect(text).toContain(
      'Eval: ward: 1 of 2 clips could not be recognised; of the others, none says the hotword',
    );
    expect(text).toContain('min_recall of 90%: no clip that says a hotword could be recognised');
    expect(text).toContain('2 clips of clips/ward.jsonl, 1 of which could not be recognised');
    expect(text).toMatch(/not measured {2}阙里/);
  });

  it('says first that nothing was heard, and points at the audio', async () => {
    const words = [wordOf(given('阙里'), [2, 0, 0], { verdict: 'not_measured' })];
    const text = await told('text', [evaluationOf({ words, clips: silent.clips, nothing_heard: true })]);
    expect(text).toContain('Eval: ward: nothing was heard in 1 of 1 clip\n');
    expect(text).toContain(
      'fail  nothing was heard in 1 of 1 clip, with hotwords or without: this is about the audio',
    );
    expect(text).toContain('next: listen to the clips of clips/ward.jsonl');
    expect(text).not.toContain('rescued');
  });

  it('says with what hotwords were heard', async () => {
    const delivery = { ...unpaired.delivery, instant: 3 };
    expect(await told('text', [{ ...unpaired, delivery }])).toContain('with the list and the instant words');
    expect(await told('text', [{ ...unpaired, delivery: { ...delivery, list: null } }])).toContain(
      'heard with the instant words',
    );
  });

  it('counts several by how they stand', async () => {
    expect((await told('text', [ward, well, unpaired])).split('\n')[0]).toBe(
      'Eval: 3 evaluations: 1 not passed, 1 worth a look, 1 fine',
    );
  });
});

describe('thresholds', () => {
  const nearly: Evaluation = evaluationOf({
    with: sideOf({ said: 1000, heard: 899 }),
    clips: ward.clips,
    thresholds: [{ threshold: 'min_recall', limit: 0.9, value: 0.8996, met: false }],
  });

  it('never look reached where they are not', async () => {
    expect(await told('text', [nearly])).toContain(
      'recall is 89.9% (899 of 1000), below the min_recall of 90%',
    );
  });

  it('that nothing can be held against are missed, and that is said', async () => {
    expect(
      await told('text', [
        { ...nearly, thresholds: [{ ...nearly.thresholds[0], value: null }] } as Evaluation,
      ]),
    ).toContain('fail  there is no recall to hold against the min_recall of 90%');
  });
});

describe('the document', () => {
  it('has by clip and word what a later evaluation is compared with', () => {
    expect(documentOf(ward)?.clips[1]).toMatchObject({
      name: 'a/tour-01.wav',
      text: '今天我们游览曲阜阙里人家',
      repeat: 2,
      words: [
        { text: '曲阜', said: 2, heard: 2 },
        { text: '阙里人家', said: 2, heard: 0 },
      ],
    });
  });

  it('has no interval where nothing was said', () => {
    expect(documentOf(well)?.figures.with.hotwords['recall_interval']).toEqual({
      low: expect.closeTo(0.757, 3),
      high: 1,
    });
    expect([3, 4, 6, 7, 9].map((all) => shareInterval(all, all)?.high)).toEqual([1, 1, 1, 1, 1]);
    expect(documentOf(evaluationOf())?.figures.with.hotwords['recall_interval']).toBeNull();
  });

  it('hides keys, and gives no offsets into a text in which it hid one', () => {
    const key = 'sk-0123456789abcdef0123456789abcdef';
    const text = `the key is ${key} 曲阜`;
    const marks = [{ start: text.length - 2, end: text.length, word: '曲阜', kind: 'heard' as const }];
    const [clip] = ward.clips;
    if (clip === undefined) throw new Error('there is a clip');
    const hidden = documentOf({
      ...ward,
      clips: [{ ...clip, clip: clipOf(key, text), reference: { text, marks }, with: [{ text, marks }] }],
      words: [wordOf(given(key), [1, 0, 0])],
    });
    expect(JSON.stringify(hidden)).not.toContain(key);
    expect(hidden?.clips[0]).toMatchObject({ reference: { text: 'the key is sk-… 曲阜', marks: [] } });
  });
});

describe('as text', () => {
  it('means the same without colour', async () => {
    const coloured = await told('text', [ward, unpaired], { palette: palette(true), verbose: true });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(await told('text', [ward, unpaired], { verbose: true }));
  });

  it('marks the words of clips when all shall be shown', async () => {
    expect(await told('text', [ward])).not.toContain('今天');
    const verbose = await told('text', [ward], { verbose: true });
    expect(verbose).toContain('said     今天我们游览{曲阜}{-阙里人家-}');
    expect(verbose).toContain('with     今天{+孔府+}游览{曲阜}缺里人家');
    expect(verbose).toContain('without  nothing  (1 of 2 times)');
  });

  it('keeps what came of it when it shall be quiet, and leaves out the note', async () => {
    const quiet = await told('text', [ward], { quiet: true });
    expect(quiet).toContain('below the min_recall of 90%');
    expect(quiet).toContain('Recall');
    expect(quiet).toContain('What to do');
    expect(quiet).not.toContain('NFKC');
  });

  it('says first what to do where nothing has an effect', async () => {
    expect(await told('text', [unpaired])).toMatch(
      /What to do:\n {2}let hotline recognise with fun-asr, for which/,
    );
    const { delivery, no_effect } = unpaired;
    const absent = { ...delivery, list: { ...delivery.list!, status: null } };
    const checks = [{ check: 'status' as const, outcome: 'cause' as const, message: 'it is not there' }];
    expect(
      await told('text', [{ ...unpaired, delivery: absent, no_effect: { ...no_effect!, checks } }]),
    ).toMatch(/What to do:\n {2}apply: the account does not hold the list/);
  });

  it('names the words that nobody says while they are few', async () => {
    expect(await told('text', [ward])).toContain('not spoken  1 of 6 words: Exothermic reaction');
    expect(await told('markdown', [ward])).toContain('1 of 6 words: Exothermic reaction');
    const verdict = 'not_spoken' as const;
    const words = Array.from({ length: 13 }, (_, at) => wordOf(given(`word${at}`), [0, 0, 0], { verdict }));
    expect(await told('text', [{ ...well, words }])).toMatch(/not spoken {2}13 of 13 words$/m);
  });

  it('explains the marks of clips', async () => {
    const verbose = await told('text', [ward], { verbose: true });
    expect(verbose).toContain('Clips: {heard}  {-missed-}  {+heard where nobody said it+}');
  });

  it('tells short audio to a tenth of a second', async () => {
    const usage = { audio_seconds: 1.2, sent: 12, kept: 0, sent_seconds: 2.4 };
    expect(await told('text', [{ ...well, usage }])).toContain(
      '1.2 s of audio; 12 recognitions: 12 sent (2.4 s of audio)',
    );
  });

  it('counts nothing of none', async () => {
    expect(await told('text', [{ ...well, lost: { of: 0, count: 0 } }])).toContain('lost: none, as none was');
  });

  it('aligns words however wide they are', async () => {
    const lines = (await told('text', [ward])).split('\n');
    const row = (word: string) => lines.find((line) => line.includes(word) && line.includes(' of ')) ?? '';
    expect(row('  孔府  ')).toMatch(/^ {2}harmful {5}孔府 {8}2 →/);
    expect(row('阙里人家  ')).toMatch(/^ {2}no effect {3}阙里人家 {4}0 →/);
    expect(row('EGFR抑制剂  ')).toMatch(/^ {2}works {7}EGFR抑制剂 {2}0 →/);
  });

  it('counts the words that are too many to show', async () => {
    const words = Array.from({ length: 33 }, (_, index) => wordOf(given(`word${index}`), [1, 0, 1]));
    expect(await told('text', [{ ...well, words }])).toContain('… and 13 more; --verbose shows all');
    expect(await told('text', [{ ...well, words }], { verbose: true })).toContain('word32');
  });

  it('lets nothing of others move a cursor, hide, or command a runner, also in clips', async () => {
    const hostile = sayings['eval-hostile'];
    if (hostile === undefined) throw new Error('there is no such situation');
    const text = await draw('text', hostile, { ...look, verbose: true });
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200b\u202e]/u);
    expect(text).not.toContain('##[');
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::/);
    expect(text).not.toContain('sk-0123456789');
  });

  it('hides a key that a word is part of, in whatever form', async () => {
    const key = 'sk-fedcba9876543210fedcba9876543210';
    const [clip] = ward.clips;
    if (clip === undefined) throw new Error('there is a clip');
    const marks = [{ start: 3, end: 8, word: 'fedcb', kind: 'heard' as const }];
    const clips = [{ ...clip, reference: { text: key, marks }, with: [{ text: key, marks }] }];
    for (const format of ['text', 'html'] as const) {
      const drawn = await told(format, [{ ...ward, clips }], { verbose: true });
      expect(drawn).toContain('sk-…');
      expect(drawn).not.toContain('a9876543210');
    }
  });

  it('makes no command of the brackets around a word', async () => {
    const [clip] = ward.clips;
    if (clip === undefined) throw new Error('there is a clip');
    const text = '##error';
    const marks = [{ start: 2, end: 7, word: 'error', kind: 'heard' as const }];
    const clips = [{ ...clip, reference: { text, marks }, with: [{ text, marks }] }];
    expect(await told('text', [{ ...ward, clips }], { verbose: true })).not.toMatch(/##\[/);
  });
});

describe('as a comment', () => {
  it('is found again by its marker', async () => {
    expect(isAbout(await told('markdown', [ward]), { kind: 'eval', config: 'vocab.config.yaml' })).toBe(true);
  });

  it('says first that nothing has an effect, and why', async () => {
    const [, , , first] = (await told('markdown', [unpaired])).split('\n');
    expect(first).toContain('**no effect**: no hotword has any effect');
    expect(await told('markdown', [unpaired])).toContain(
      '| **cause** | `pairing` | the list was made for fun-asr,',
    );
  });

  it('folds a long table of words, and cuts it on whole rows', async () => {
    const many = (amount: number) =>
      Array.from({ length: amount }, (_, index) => wordOf(given(`word${index}`), [1, 0, 1]));
    expect(await told('markdown', [{ ...well, words: many(12) }])).not.toContain('Words, the worst first');
    const long = await told('markdown', [{ ...well, words: many(5000) }]);
    expect(long).toContain('<details><summary>Words, the worst first (5000)</summary>');
    expect(long.length).toBeLessThanOrEqual(60_000);
    expect(long).toMatch(/… and \d+ more words; `--out FILE.html` has all/);
    expect(long).toContain('**Recall**');
  });
});

describe('at lines of files', () => {
  it('shows a missed threshold where the configuration asks for it, and a word where it stands', async () => {
    const saying = sayings['eval-ward'];
    if (saying === undefined) throw new Error('there is no such situation');
    const lines = (await draw('github', saying, look)).split('\n');
    expect(lines[0]).toMatch(
      /^::error file=vocab\.config\.yaml,line=30,col=5,title=eval ward%3A min_recall::/,
    );
    expect(lines[1]).toMatch(
      /^::error file=vocabularies\/medical\.yaml,line=7,col=5,title=eval ward%3A 孔府::/,
    );
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::warning file=vocab\.config\.yaml,line=12,col=9,.*raise "阙里人家" from 4 to 5/,
      ),
    );
  });

  it('says once that nothing has an effect, with the cause, and not of each word', async () => {
    const lines = (await told('github', [unpaired])).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('nothing of it is read');
  });
});
