import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { ObservedList } from '../../src/model/observed.js';
import { mayBeUsed } from '../../src/schedule/unclaimed-lists.js';
import { account, desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const qwen = 'qwen-audio-3.1-asr-flash-streaming';
const id = idOf('acmepart', 1);
const old = observedList({ vocabulary_id: id, target_model: qwen, hotwords: words(4) });
const sent = instantWords({ hotwords: words(4), consumers: ['captions', 'minutes'] });

function said(wanted: Desired, lists: readonly ObservedList[]): Diagnostic[] {
  return [...planOf(wanted, account(lists)).diagnostics];
}

describe('a list whose words an instant vocabulary has without naming its prefix', () => {
  const unclaimed = { ...sent, previous_prefixes: ['acmeold'] };

  it('is a warning with the line to add, whether it goes or not', () => {
    const goes = said(desired({ lists: [], instant: [unclaimed] }), [old]);
    expect(goes).toMatchObject([
      {
        severity: 'warning',
        rule: 'previous-prefix-missing',
        message: `${id} is deleted as an orphan, though participants, which is instant, has 4 of its 4 words: if it was this list, captions and minutes may still use it`,
        hint: 'add `previous_prefixes: [acmeold, acmepart]` to participants: the list is then kept until `--retire`',
      },
    ]);
    const stays = said(desired({ lists: [], instant: [unclaimed], prune: false }), [old]);
    expect(stays[0]?.message).toContain('is an orphan, and would go with prune: true, though');
  });

  it('is found by half of its words, by one with its model, and by the vocabulary that has most of them', () => {
    const some = (count: number, name: string) => ({ ...unclaimed, name, hotwords: words(count) });
    const elsewhere = { ...some(1, 'few'), target_models: ['qwen-audio-3.0-asr-flash'] };
    expect(said(desired({ lists: [], instant: [elsewhere] }), [old])).toEqual([]);
    expect(said(desired({ lists: [], instant: [some(1, 'few')] }), [old])).toMatchObject([
      { message: expect.stringContaining('few, which is instant, has 1 of its 4 words') },
    ]);
    expect(said(desired({ lists: [], instant: [{ ...unclaimed, hotwords: words('else') }] }), [old])).toEqual(
      [],
    );
    expect(said(desired({ lists: [], instant: [some(2, 'half'), some(1, 'few')] }), [old])).toMatchObject([
      { message: expect.stringContaining('half, which is instant, has 2 of its 4 words') },
    ]);
    expect(said(desired({ lists: [], instant: [some(2, 'half'), some(3, 'most')] }), [old])).toMatchObject([
      { message: expect.stringContaining('most, which is instant, has 3 of its 4 words') },
    ]);
  });

  it('is not found in a list without words', () => {
    const wanted = desired({ lists: [], instant: [{ ...unclaimed, hotwords: [] }] });
    expect(said(wanted, [{ ...old, hotwords: [] }])).toEqual([]);
  });

  it('is left alone where protect keeps it', () => {
    expect(said(desired({ lists: [], instant: [unclaimed], protect: ['acmepart'] }), [old])).toEqual([]);
  });
});

describe('a list whose words a new list has that does not name its prefix', () => {
  const renamed = desiredList({
    prefix: 'acmenew',
    hotwords: words(4),
    consumers: ['ward'],
    previous_prefixes: ['acmeolder'],
  });
  const had = observedList({ vocabulary_id: id, hotwords: words(4) });

  it('is a warning with the line to add: a prefix that was renamed', () => {
    expect(said(desired({ lists: [renamed] }), [had])).toMatchObject([
      {
        severity: 'warning',
        rule: 'previous-prefix-missing',
        message: `${id} is deleted as an orphan, though medical, which gets a new list, has 4 of its 4 words: if it was this list, ward may still use it`,
        hint: 'add `previous_prefixes: [acmeolder, acmepart]` to medical: the list is then kept until `--retire`',
      },
    ]);
    expect(said(desired({ lists: [renamed], prune: false }), [had])).toMatchObject([
      { rule: 'previous-prefix-missing', message: expect.stringContaining('would go with prune: true') },
    ]);
  });

  it('is, of two of a vocabulary, told of the one for its model, and no way out where somebody uses it', () => {
    const models = ['fun-asr', 'fun-asr-realtime'] as const;
    const lists = models.map((target_model) =>
      desiredList({
        address: `medical@${target_model}`,
        target_model,
        hotwords: words(4),
        consumers: [target_model],
      }),
    );
    const held = models.map((target_model, index) =>
      observedList({ vocabulary_id: idOf('acmeold', index + 1), target_model, hotwords: words(4) }),
    );
    const plan = planOf(desired({ lists }), account(held));
    expect(plan.diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^vocab-acmeold-0*1 .* fun-asr may still use it$/),
      expect.stringMatching(/^vocab-acmeold-0*2 .* fun-asr-realtime may still use it$/),
    ]);
    const orphans = plan.changes.filter(({ after }) => after === null);
    expect(orphans.map((one) => mayBeUsed(one, plan.changes))).toEqual([true, true]);
    const unused = plan.changes.map((change) => ({ ...change, consumers: [] }));
    expect(orphans.map((one) => mayBeUsed(one, unused))).toEqual([false, false]);
  });

  it('is none once the line is there, or where less than half of the words are there', () => {
    expect(said(desired({ lists: [{ ...renamed, previous_prefixes: ['acmepart'] }] }), [had])).toEqual([]);
    expect(said(desired({ lists: [{ ...renamed, hotwords: words(2) }] }), [had])).toHaveLength(1);
    expect(said(desired({ lists: [{ ...renamed, hotwords: words(1) }] }), [had])).toEqual([]);
  });

  it('is none where the vocabulary has a list already, or its new one replaces another', () => {
    const bound = observedList({ vocabulary_id: idOf('acmenew', 2), hotwords: words(4) });
    expect(said(desired({ lists: [renamed] }), [had, bound])).toEqual([]);
    const replaced = observedList({ vocabulary_id: idOf('acmeolder', 2), hotwords: words(4) });
    expect(said(desired({ lists: [renamed] }), [had, replaced])).toEqual([]);
  });
});
