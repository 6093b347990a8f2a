import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { InstantWords } from '../../src/model/instant/instant-words.js';
import { desired, desiredList, instantWords, words } from '../support/build.js';
import { comparisonOf } from '../support/plan-of.js';

const list = desiredList({ name: 'participants', prefix: 'acmepart', hotwords: words(12) });
const sent = instantWords({ hotwords: words(12), consumers: ['captions'] });

const asList = desired({ lists: [list] });
const asInstant = desired({ lists: [], instant: [sent] });

function said(base: Desired, head: Desired): string[][] {
  return comparisonOf(base, head).plan.diagnostics.map(({ rule, message }) => [rule, message]);
}

function rules(base: Desired, head: Desired): (string | undefined)[] {
  return said(base, head).map(([rule]) => rule);
}

function sending(count: number, fields: Partial<typeof sent> = {}): Desired {
  return desired({ lists: [], instant: [{ ...sent, hotwords: words(count), ...fields }] });
}

describe('a vocabulary that was a list and is instant now', () => {
  it('is told that its list stays, where it names its prefix', () => {
    const head = sending(12, { previous_prefixes: ['acmepart'] });
    expect(said(asList, head)).toEqual([
      [
        'list-until-deployed',
        expect.stringContaining('captions can use it until the published words are deployed'),
      ],
    ]);
  });

  it('is a warning with the line to add, where it does not', () => {
    const { diagnostics } = comparisonOf(asList, sending(12, { previous_prefixes: ['acmeold'] })).plan;
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'previous-prefix-missing',
        hint: expect.stringContaining('add `previous_prefixes: [acmeold, acmepart]` to participants'),
      },
    ]);
  });

  it('is a warning also where it gets another name, told by the consumer that used the list', () => {
    const user = { name: 'captions', model: list.target_model };
    const base = { ...asList, consumers: [{ ...user, list: list.address, instant: [] }] };
    const renamed = (also: Partial<InstantWords> = {}) =>
      desired({
        lists: [],
        instant: [instantWords({ name: 'people', hotwords: words(12), consumers: ['captions'], ...also })],
        consumers: [{ ...user, list: null, instant: ['people'] }],
      });
    expect(comparisonOf(base, renamed()).plan.diagnostics).toMatchObject([
      {
        rule: 'previous-prefix-missing',
        hint: expect.stringContaining('add `previous_prefixes: [acmepart]` to people'),
      },
    ]);
    expect(rules(base, renamed({ previous_prefixes: ['acmepart'] }))).not.toContain(
      'previous-prefix-missing',
    );
  });

  describe('under another name', () => {
    const user = { name: 'captions', model: list.target_model };
    const had = { ...user, list: list.address, instant: [] };
    const sends = { ...user, list: null, instant: ['people'] };
    const people = instantWords({ name: 'people', hotwords: words(12), consumers: ['captions'] });
    const base = { ...asList, consumers: [had] };
    const head = desired({ lists: [], instant: [people], consumers: [sends] });
    const other = desiredList({ name: 'other', prefix: 'acmeother', previous_prefixes: ['acmepart'] });

    it.each<readonly [string, Desired, Desired]>([
      ['where a list has the prefix', base, { ...head, lists: [{ ...other, prefix: 'acmepart' }] }],
      ['where a list had the prefix', base, { ...head, lists: [other] }],
      [
        'where another instant vocabulary had it',
        base,
        { ...head, instant: [people, instantWords({ name: 'heir', previous_prefixes: ['acmepart'] })] },
      ],
      [
        'where removed says that it goes',
        base,
        { ...head, policy: { ...head.policy, removed: ['acmepart'] } },
      ],
      ['where the consumer had another list', { ...base, consumers: [{ ...had, list: 'x@y' }] }, head],
      ['where another consumer had it', { ...base, consumers: [{ ...had, name: 'minutes' }] }, head],
      ['where the consumer has another list now', base, { ...head, consumers: [{ ...sends, list: 'x@y' }] }],
      ['where the consumer sends other words', base, { ...head, consumers: [{ ...sends, instant: ['x'] }] }],
      ['where it recognises no more', base, { ...head, consumers: [] }],
      ['where it sent these before', { ...base, consumers: [{ ...had, instant: ['people'] }] }, head],
    ])('belongs to somebody else %s', (_, before, after) => {
      expect(rules(base, head)).toContain('previous-prefix-missing');
      expect(rules(before, after)).not.toContain('previous-prefix-missing');
    });
  });

  it('is a warning once for a vocabulary of two models', () => {
    const two = desired({
      lists: [list, { ...list, target_model: 'fun-asr', address: 'participants@fun-asr' }],
    });
    expect(rules(two, asInstant)).toEqual(['previous-prefix-missing']);
  });
});

describe('words that no guard can see go', () => {
  it('is a warning from list to requests without a prefix, and is left to the guard with one', () => {
    expect(rules(asList, sending(4))).toEqual(['previous-prefix-missing', 'instant-words-lost']);
    const claimed = sending(4, { previous_prefixes: ['acmepart'] });
    expect(rules(asList, claimed)).toEqual(['list-until-deployed']);
    expect(comparisonOf(asList, claimed).plan.blocked).toHaveLength(1);
  });

  it('is a warning from requests to a list', () => {
    const head = desired({ lists: [{ ...list, hotwords: words(4) }] });
    expect(said(asInstant, head)).toEqual([
      ['words-until-deployed', expect.stringContaining('participants was instant and gets a list')],
      [
        'instant-words-lost',
        'participants moves from requests to a list and loses 8 of its 12 words (67%); guards.max_hotword_loss is 50%, and no plan can see this',
      ],
    ]);
  });

  it('is a warning from one request to the next, from ten words on and beyond the share', () => {
    expect(said(asInstant, sending(4))).toEqual([
      ['instant-words-lost', expect.stringContaining('participants (instant) loses 8 of its 12 words (67%)')],
    ]);
    expect(said(asInstant, sending(6))).toEqual([]);
    expect(said(sending(9), sending(1))).toEqual([]);
  });

  it('is a warning where the vocabulary goes altogether', () => {
    expect(said(asInstant, desired({ lists: [] }))).toEqual([
      ['instant-words-lost', expect.stringContaining('participants goes and loses 12 of its 12 words')],
    ]);
  });

  it('is none where its consumers get the words from other vocabularies', () => {
    const consumer = { name: 'captions', model: 'any', list: null, instant: ['participants'] };
    const base = { ...asInstant, consumers: [consumer] };
    const head = desired({
      lists: [],
      instant: [instantWords({ name: 'brands', hotwords: words(12) })],
      consumers: [{ ...consumer, instant: ['brands'] }],
    });
    expect(said(base, head)).toEqual([]);
    expect(
      rules(base, { ...head, consumers: [{ ...consumer, name: 'other', instant: ['brands'] }] }),
    ).toEqual(['instant-words-lost']);
  });

  it('is not said of a list that stays one', () => {
    expect(said(asList, desired({ lists: [{ ...list, hotwords: words(4) }] }))).toEqual([]);
  });
});

describe('what is said of a move', () => {
  const other = desiredList({ name: 'other', prefix: 'acmeoth', hotwords: words('x') });

  it('between a list and requests names the prefix and who uses it, and leaves others alone', () => {
    const base = desired({ lists: [list, other] });
    const head = desired({
      lists: [other],
      instant: [{ ...sent, previous_prefixes: ['acmepart'], consumers: ['captions', 'minutes'] }],
    });
    expect(comparisonOf(base, head).plan.diagnostics).toMatchObject([
      {
        rule: 'list-until-deployed',
        message:
          'participants was a list and is instant now: what it had under the prefix acmepart is kept, and captions and minutes can use it until the published words are deployed',
        hint: 'after that `vocabsync apply --retire` deletes it and frees its slot',
      },
    ]);
    const unnamed = desired({ lists: [other], instant: [{ ...sent, consumers: [] }] });
    expect(said(base, unnamed)).toEqual([
      [
        'previous-prefix-missing',
        "participants was a list of the prefix acmepart and is instant now, without naming it: its list is nobody's then, and may be deleted before its consumers have switched",
      ],
    ]);
  });

  it('from requests to a list says who sends the words until then', () => {
    const base = desired({ lists: [other], instant: [sent] });
    const head = (consumers: string[]) => desired({ lists: [other, { ...list, consumers }] });
    expect(comparisonOf(base, head(['captions'])).plan.diagnostics).toMatchObject([
      {
        severity: 'info',
        rule: 'words-until-deployed',
        message: `participants was instant and gets a list (${list.address}): captions will send its words until the new id is deployed`,
        hint: 'there is nothing to wait for: deploy what is published after the apply',
      },
    ]);
    expect(said(base, head([]))[0]?.[1]).toContain('its consumers will send its words');
  });

  it('that loses words says how many of which vocabulary, by name, and what to look at', () => {
    const lost = (name: string, prefix: string) => ({ ...list, name, prefix, address: `${name}@x` });
    const base = desired({ lists: [lost('b', 'acmeb'), lost('a', 'acmea'), other] });
    const head = desired({
      lists: [other],
      instant: [
        { ...sent, name: 'b', hotwords: words(4) },
        { ...sent, name: 'a', hotwords: words(3) },
      ],
    });
    const found = comparisonOf(base, head).plan.diagnostics.filter(
      ({ rule }) => rule === 'instant-words-lost',
    );
    expect(found.map(({ message, hint }) => [message, hint])).toEqual(
      [
        ['a', 9, 75],
        ['b', 8, 67],
      ].map(([name, count, percent]) => [
        `${name} moves from a list to requests and loses ${count} of its 12 words (${percent}%); guards.max_hotword_loss is 50%, and no plan can see this`,
        'check that the words may go: applications send without them as soon as they deploy what is published',
      ]),
    );
  });

  it('counts words as kept that the same consumers are given by another list, and no others', () => {
    const heir = desiredList({ name: 'heir', prefix: 'acmeheir', hotwords: words(12) });
    const base = desired({
      instant: [sent],
      lists: [other],
      consumers: [
        { name: 'captions', model: 'm', list: null, instant: ['participants'] },
        { name: 'shop', model: 'm', list: other.address, instant: [] },
      ],
    });
    const head = (list_of: Readonly<Record<string, string>>) =>
      desired({
        instant: [{ ...sent, hotwords: words(1) }],
        lists: [other, heir],
        consumers: ['captions', 'shop'].map((name) => ({
          name,
          model: 'm',
          list: list_of[name] ?? null,
          instant: [],
        })),
      });
    expect(rules(base, head({ captions: heir.address }))).not.toContain('instant-words-lost');
    expect(rules(base, head({ shop: heir.address }))).toContain('instant-words-lost');
    expect(rules(base, head({ captions: other.address }))).toContain('instant-words-lost');
    const second = { name: 'minutes', model: 'm', list: null, instant: ['participants'] };
    const withSecond = { ...base, consumers: [...base.consumers, second] };
    expect(rules(withSecond, head({ captions: heir.address }))).not.toContain('instant-words-lost');
  });
});

describe('words that go with requests and are lost, beside lists', () => {
  const at = (line: number) => ({ file: 'vocab.config.yaml', line, column: 1 });
  const clinic = desiredList({ name: 'clinic', prefix: 'acmecli', hotwords: words(12) });
  const people = instantWords({ name: 'people', consumers: ['captions'], location: at(1) });
  const participants = (count: number) => ({ ...sent, hotwords: words(count), location: at(9) });

  it('are told where their own vocabulary stands, and as what it is', () => {
    const base = desired({ lists: [clinic], instant: [people, participants(12)] });
    const head = desired({ lists: [clinic], instant: [people, participants(1)] });
    const found = comparisonOf(base, head).plan.diagnostics.filter(
      ({ rule }) => rule === 'instant-words-lost',
    );
    expect(found).toMatchObject([
      {
        message: expect.stringContaining('participants (instant) loses 11 of its 12 words'),
        location: at(9),
      },
    ]);
  });

  it('are none of a list, whose words a plan sees', () => {
    const base = desired({ lists: [clinic], instant: [participants(12)] });
    const head = desired({ lists: [{ ...clinic, hotwords: words(1) }], instant: [participants(12)] });
    expect(rules(base, head)).not.toContain('instant-words-lost');
  });
});
