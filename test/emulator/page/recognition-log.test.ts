import { describe, expect, it } from 'vitest';
import { renderRecognitionLog } from '../../../src/emulator/page/recognition-log.js';
import type { RecognitionRecord } from '../../../src/emulator/recognition/record.js';
import { startOfTime } from '../../support/emulator.js';

const record: RecognitionRecord = {
  at: startOfTime,
  way: 'stream',
  model: 'fun-asr-realtime',
  audio: { sha256: 'a'.repeat(64), url: null },
  text: '游览曲阜',
  problem: null,
  vocabulary_id: null,
  instant: 0,
  language_hints: [],
  phrase_id: null,
  list_idle: null,
  words: [],
};

const by = { text: '阙里人家', weight: 5, from: 'list', idle: null } as const;

function shownOf(...records: readonly Partial<RecognitionRecord>[]): string {
  const recognitions = records.map((each) => ({ ...record, ...each }));
  const html = renderRecognitionLog({ recognitions, count: recognitions.length }, 480);
  return html.replace(/<[^>]*>/g, '').replace(/\n+/g, '\n');
}

describe('the log of recognitions', () => {
  it('says when, which way, by which model, what was heard, and in which audio', () => {
    const page = shownOf({});
    expect(page).toContain('2026-11-02 08:00:00 stream fun-asr-realtime');
    expect(page).toContain(`游览曲阜\nWithout hotwords.\nsha256 ${'a'.repeat(64)}`);
  });

  it('says so when there was none, and where what is heard comes from', () => {
    expect(shownOf()).toContain(
      'Nothing has been recognised yet. What is heard comes from the file of --recordings.',
    );
  });

  it('says with which words it was asked for', () => {
    const asked = { vocabulary_id: 'vocab-acme-1', instant: 2, language_hints: ['zh', 'en'] };
    expect(shownOf(asked)).toContain(
      'With the list vocab-acme-1; 2 instant hotwords; language_hints zh, en.',
    );
  });

  it.each<[NonNullable<RecognitionRecord['list_idle']>, string]>([
    [
      { kind: 'other-model', target_model: 'fun-asr', model: 'fun-asr-realtime' },
      'its list was made for fun-asr, not for fun-asr-realtime',
    ],
    [{ kind: 'not-ok', status: 'UNDEPLOYED' }, 'its list is UNDEPLOYED, not OK'],
    [{ kind: 'no-such-list', was_deleted: false }, 'no list has this vocabulary_id'],
    [{ kind: 'no-such-list', was_deleted: true }, 'its list was deleted'],
    [{ kind: 'takes-no-lists', model: 'paraformer-v1' }, 'paraformer-v1 takes no lists'],
  ])('says why a whole list did nothing: %j', (list_idle, why) => {
    expect(shownOf({ vocabulary_id: 'vocab-acme-1', list_idle })).toContain(
      `With the list vocab-acme-1: ${why}.`,
    );
  });

  it.each<[NonNullable<RecognitionRecord['words'][number]['why']>, string]>([
    [{ kind: 'weight', weight: 3, needs: 4 }, 'its weight 3 is too low: here it takes 4'],
    [{ kind: 'lang', lang: 'en', read: ['zh'] }, 'its lang en is not among the hints that are read: zh'],
    [{ kind: 'takes-no-instant', model: 'fun-asr' }, 'fun-asr takes no instant hotwords'],
    [{ kind: 'left-out', limit: 2000 }, 'more than 2,000 words came together, and this one was left out'],
    [{ kind: 'phrase-id' }, 'phrase_id is an older mechanism, to which a list is nothing'],
    [{ kind: 'not-given' }, 'it is in no list and no instant hotwords of this request'],
  ])('says why a word did nothing: %j', (why, said) => {
    const words = [{ word: '阙里人家', outcome: 'missed', instead: '缺里人家', by: null, why } as const];
    expect(shownOf({ words })).toContain(`missed 阙里人家, heard 缺里人家: ${said}`);
  });

  it('says which words were heard, and where nobody said them', () => {
    const words = [
      { word: '阙里人家', outcome: 'heard', instead: null, by, why: null },
      { word: '阙里人家', outcome: 'intruded', instead: '缺里', by: { ...by, from: 'instant' }, why: null },
    ] as const;
    const page = shownOf({ words });
    expect(page).toContain('heard 阙里人家 (weight 5, from the list)');
    expect(page).toContain('heard 阙里人家 where 缺里 was said (weight 5, instant)');
  });

  it('says that an audio is unknown, and that a phrase_id is nothing', () => {
    const page = shownOf({ text: '', problem: 'no recording with this SHA-256', phrase_id: 'vocab-acme-1' });
    expect(page).toContain('Nothing was heard.\nno recording with this SHA-256');
    expect(page).toContain('the phrase_id vocab-acme-1: phrase_id is an older mechanism');
  });

  it('shows the last fifty, the newest first', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ text: `text ${index}.` }));
    const page = shownOf(...many);
    expect(page).toContain('60 recognitions, the last 50, the newest first.');
    expect(page.match(/text \d+/g)?.slice(0, 2)).toEqual(['text 59', 'text 58']);
    expect(page.match(/text \d+/g)).toHaveLength(50);
  });

  it('shows hostile texts as texts', () => {
    const hostile = '<script>alert(1)</script>\u202e"';
    const words = [
      { word: hostile, outcome: 'missed', instead: hostile, by: null, why: { kind: 'not-given' } } as const,
    ];
    const recognitions = [
      {
        ...record,
        text: hostile,
        model: hostile,
        vocabulary_id: hostile,
        phrase_id: hostile,
        language_hints: [hostile],
        problem: hostile,
        audio: { sha256: null, url: hostile },
        words,
      },
    ];
    const html = renderRecognitionLog({ recognitions, count: 1 }, 0);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202e');
  });
});
