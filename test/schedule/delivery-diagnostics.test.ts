import { describe, expect, it } from 'vitest';
import type { Desired, DesiredConsumer } from '../../src/model/desired.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { Shaping } from '../../src/model/plan.js';
import {
  account,
  desired,
  desiredList,
  idOf,
  instantWords,
  observedList,
  word,
  words,
} from '../support/build.js';
import { comparisonOf, planOf } from '../support/plan-of.js';

const qwen = 'qwen-audio-3.1-asr-flash-streaming';
const id = idOf('acmepart', 1);
const old = observedList({ vocabulary_id: id, target_model: qwen, hotwords: words(4) });
const sent = instantWords({
  previous_prefixes: ['acmepart'],
  hotwords: words(4),
  consumers: ['captions', 'minutes'],
});

function said(wanted: Desired, lists: readonly ObservedList[], shaping: Partial<Shaping> = {}): Diagnostic[] {
  return [...planOf(wanted, account(lists), { shaping }).diagnostics];
}

describe('a list whose vocabulary is instant now', () => {
  it('is said to be kept, for whom, and what frees its slot', () => {
    expect(said(desired({ lists: [], instant: [sent] }), [old])).toMatchObject([
      {
        severity: 'warning',
        rule: 'list-until-deployed',
        message: `${id} is kept, for participants is instant now: captions and minutes need the list until the published words are deployed`,
        hint: 'after that `vocabsync apply --retire` deletes it and frees its slot',
      },
    ]);
  });

  it('is kept for nobody where the instant vocabulary goes too', () => {
    const base = desired({ lists: [desiredList()], instant: [sent] });
    const { plan } = comparisonOf(base, desired({ lists: [], instant: [] }));
    expect(plan.diagnostics.map(({ rule }) => rule)).not.toContain('deploy-first');
    expect(plan.changes).toMatchObject([{ action: 'delete' }]);
  });

  it('is not promised a slot that protect keeps', () => {
    const wanted = desired({ lists: [], instant: [sent], protect: ['acmepart'] });
    for (const shaping of [{}, { retire: true }]) {
      expect(said(wanted, [old], shaping)).toMatchObject([
        { rule: 'list-until-deployed', hint: expect.stringContaining('under protect') },
      ]);
    }
  });

  it('names who must have deployed before it goes', () => {
    const wanted = desired({ lists: [], instant: [sent, { ...sent, name: 'brands', consumers: ['shop'] }] });
    expect(said(wanted, [old], { retire: true })).toMatchObject([
      {
        severity: 'warning',
        rule: 'deploy-first',
        message: `${id} goes: shop, captions and minutes must have deployed the published words of brands and participants already, for afterwards its id does nothing, and no request fails`,
        hint: 'otherwise leave out `--retire` until they have',
      },
    ]);
  });

  it('is told which flag to leave out where the list goes to make room', () => {
    const list = desiredList({
      prefix: 'acmepar2',
      target_model: qwen,
      previous_prefixes: ['acmepart'],
      hotwords: words(4),
    });
    const wanted = desired({ lists: [list], instant: [sent], list_quota: 1 });
    const diagnostics = said(wanted, [old], { delete_first: true });
    expect(diagnostics.map(({ rule, hint }) => [rule, hint])).toEqual([
      ['deploy-first', 'otherwise leave out `--delete-first` until they have'],
    ]);
  });

  it('is said in the singular of one consumer, and in the plural of two vocabularies', () => {
    const one = desired({ lists: [], instant: [{ ...sent, consumers: ['captions'] }] });
    expect(said(one, [old])[0]?.message).toContain('captions needs the list until');
    const two = desired({ lists: [], instant: [sent, { ...sent, name: 'brands' }] });
    expect(said(two, [old])[0]?.message).toContain(
      'for brands and participants are instant now: captions and minutes need the list',
    );
  });

  it('is spoken of where removed takes it, too', () => {
    const wanted = desired({ lists: [], instant: [sent], removed: ['acmepart'] });
    expect(said(wanted, [old])).toMatchObject([
      { rule: 'deploy-first', hint: 'otherwise take it from `removed` until they have' },
    ]);
  });

  it('needs no consumers to be spoken of', () => {
    const wanted = desired({ lists: [], instant: [{ ...sent, consumers: [] }] });
    expect(said(wanted, [old])[0]?.message).toContain('its consumers need the list');
    expect(said(wanted, [old], { retire: true })[0]?.message).toContain('its consumers must have deployed');
  });
});

describe('words that leave a list for requests', () => {
  const consumer: DesiredConsumer = {
    name: 'captions',
    model: qwen,
    list: `medical@${qwen}`,
    instant: ['participants'],
  };
  const list = desiredList({ target_model: qwen, hotwords: words(3) });
  const held = observedList({ target_model: qwen, hotwords: words(5) });
  const both = desired({
    lists: [list],
    instant: [{ ...sent, previous_prefixes: [] }],
    consumers: [consumer],
  });

  it('are a warning: the list changes at once, and requests with the next deploy', () => {
    expect(said(both, [held])).toMatchObject([
      {
        severity: 'warning',
        rule: 'deploy-first',
        message: `medical@${qwen} loses a word at once that participants has: captions must have deployed the published words already`,
      },
    ]);
  });

  it('are counted, with all the vocabularies that have them', () => {
    const head = desired({
      lists: [list],
      instant: [
        { ...sent, previous_prefixes: [], hotwords: words(4) },
        { ...sent, name: 'brands', previous_prefixes: [], hotwords: [word('word5')] },
      ],
      consumers: [{ ...consumer, instant: ['brands', 'participants'] }],
    });
    expect(said(head, [held])).toMatchObject([
      {
        message: `medical@${qwen} loses 2 words at once that brands and participants have: captions must have deployed the published words already`,
        hint: 'otherwise leave the words in the list, with the same weights, until they have',
      },
    ]);
  });

  it('are none where the consumers of the list do not send them', () => {
    expect(said({ ...both, consumers: [{ ...consumer, instant: [] }] }, [held])).toEqual([]);
    expect(said({ ...both, consumers: [{ ...consumer, list: null }] }, [held])).toEqual([]);
    expect(
      said({ ...both, instant: [{ ...sent, previous_prefixes: [], hotwords: words('x') }] }, [held]),
    ).toEqual([]);
  });
});

describe('a new list that could have been instant', () => {
  const list = desiredList({ target_model: qwen, could_be_instant: true, consumers: ['captions'] });

  it('says that the words are sent until the id is deployed', () => {
    expect(said(desired({ lists: [list] }), [])).toMatchObject([
      {
        severity: 'info',
        rule: 'words-until-deployed',
        message: `medical@${qwen} is a new list: if medical was instant before, captions will send its words until the new id is deployed`,
        hint: 'there is nothing to wait for: deploy what is published after the apply',
      },
    ]);
  });

  it('says nothing where that cannot be, or nobody is told', () => {
    const nobody = { ...list, consumers: [] };
    const never = { ...list, could_be_instant: false };
    expect(said(desired({ lists: [nobody] }), [])).toEqual([]);
    expect(said(desired({ lists: [never] }), [])).toEqual([]);
    expect(said(desired({ lists: [list] }), [observedList({ target_model: qwen })])).toEqual([]);
    const before = observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' });
    expect(said(desired({ lists: [list] }), [before])).toEqual([]);
  });
});
