import { describe, expect, it } from 'vitest';
import type { DesiredList } from '../../src/model/desired.js';
import type { Allowance, Plan } from '../../src/model/plan.js';
import {
  account,
  desired,
  desiredList,
  guards,
  idOf,
  instantWords,
  observedList,
  words,
} from '../support/build.js';
import { comparisonOf, planOf } from '../support/plan-of.js';

const qwen = 'qwen-audio-3.1-asr-flash-streaming';
const old = observedList({ vocabulary_id: idOf('acmepart', 1), target_model: qwen, hotwords: words(12) });
const sent = (count: number) => instantWords({ previous_prefixes: ['acmepart'], hotwords: words(count) });
const retire = { retire: true };

function blocksOf({ blocked }: Plan): (string | null)[][] {
  return blocked.map(({ rule, address }) => [rule, address]);
}

describe('a vocabulary that was a list and is instant now', () => {
  const wanted = (count: number) => desired({ lists: [], instant: [sent(count)] });

  it('is blocked at the switch when it lacks too many words, by its name, and says of which list', () => {
    const [block] = planOf(wanted(4), account([old])).blocked;
    expect(block).toEqual({
      rule: 'hotword-loss',
      address: 'participants',
      message: `participants, which is instant now, lacks 8 of the 12 words of ${idOf('acmepart', 1)} (67%); guards.max_hotword_loss is 50%`,
      hints: [
        'check that the words may go, then add `--allow hotword-loss=participants`',
        expect.stringContaining(`\`--retire --allow hotword-loss=acmepart@${qwen}\``),
      ],
    });
  });

  it('may lack exactly the share', () => {
    expect(planOf(wanted(6), account([old])).blocked).toEqual([]);
    const strict = { ...guards, max_hotword_loss: 0.4 };
    expect(
      blocksOf(planOf({ ...wanted(6), policy: { ...wanted(6).policy, guards: strict } }, account([old]))),
    ).toEqual([['hotword-loss', 'participants']]);
  });

  it('may lack anything of a list of fewer than ten words', () => {
    const short = { ...old, hotwords: words(9) };
    const other = desired({ lists: [], instant: [{ ...sent(1), hotwords: words('other') }] });
    expect(planOf(other, account([short])).blocked).toEqual([]);
    expect(planOf(other, account([short]), { shaping: retire }).blocked).toEqual([]);
    expect(planOf(other, account([{ ...old, hotwords: words(10) }])).blocked).toHaveLength(1);
  });

  it('is looked at again as the list is retired, by the list’s address', () => {
    const blocked = planOf(wanted(4), account([old]), { shaping: retire });
    expect(blocksOf(blocked)).toEqual([['hotword-loss', `acmepart@${qwen}`]]);
    const allow = [`hotword-loss=acmepart@${qwen}`];
    expect(planOf(wanted(4), account([old]), { shaping: retire, allow }).blocked).toEqual([]);
  });

  it('is let through by the allowance for it and by no other, and the digest does not change', () => {
    const digests = new Set<string>();
    const blocksWith = (...allow: Allowance[]) => {
      const plan = planOf(wanted(4), account([old]), { allow });
      digests.add(plan.digest);
      return plan.blocked.length;
    };
    expect(blocksWith('hotword-loss=participants')).toBe(0);
    expect(blocksWith('hotword-loss=other')).toBe(1);
    expect(blocksWith(`hotword-loss=acmepart@${qwen}`)).toBe(1);
    expect(blocksWith('max-deletes', 'drop-fields=participants')).toBe(1);
    expect(digests.size).toBe(1);
  });

  it('is said to be let through, in words that whoever approves understands', () => {
    const { diagnostics } = planOf(wanted(4), account([old]), { allow: ['hotword-loss=participants'] });
    expect(diagnostics.filter(({ rule }) => rule === 'guard-lifted')).toMatchObject([
      { message: expect.stringContaining('lacks 8 of the 12 words') },
    ]);
  });

  it('is compared with each list that it was', () => {
    const another = observedList({
      vocabulary_id: idOf('acmepart', 2),
      target_model: 'fun-asr',
      hotwords: words(20),
    });
    const { blocked } = planOf(wanted(7), account([old, another]));
    expect(blocked.map(({ message }) => message)).toEqual([
      expect.stringContaining(`13 of the 20 words of ${idOf('acmepart', 2)}`),
    ]);
  });

  it('has no say in what goes for other reasons', () => {
    const orphan = observedList({ vocabulary_id: idOf('acmeold', 1), hotwords: words(12) });
    expect(planOf(desired({ lists: [] }), account([orphan])).blocked).toEqual([]);
  });

  it('loses what its own words lack, whatever the words of other vocabularies are', () => {
    const beside = desiredList({ name: 'other', prefix: 'acmeother', hotwords: words(12) });
    const more = { ...sent(12), name: 'more', previous_prefixes: [] };
    const all = desired({ lists: [beside], instant: [sent(4), more] });
    const there = [old, observedList({ vocabulary_id: idOf('acmeother', 1), hotwords: words(12) })];
    expect(blocksOf(planOf(all, account(there)))).toEqual([['hotword-loss', 'participants']]);
    expect(blocksOf(planOf(all, account(there), { shaping: retire }))).toEqual([
      ['hotword-loss', `acmepart@${qwen}`],
    ]);
  });

  it('is blocked in a comparison too', () => {
    const base = desired({
      lists: [desiredList({ name: 'participants', prefix: 'acmepart', hotwords: words(12) })],
    });
    const { plan } = comparisonOf(base, wanted(4));
    expect(plan.blocked).toMatchObject([
      {
        address: 'participants',
        message: expect.stringContaining('lacks 8 of the 12 words of prefix acmepart'),
      },
    ]);
    expect(plan.diagnostics.map(({ rule }) => rule)).toEqual(['list-until-deployed']);
  });
});

describe('a list whose words are split', () => {
  const half = (from: number) => words(12).slice(from, from + 6);
  const first = instantWords({ name: 'first', previous_prefixes: ['acmepart'], hotwords: half(0) });
  const second = { ...first, name: 'second', hotwords: half(6) };

  it('between two instant vocabularies loses none', () => {
    const strict = { ...guards, max_hotword_loss: 0 };
    const wanted = desired({ lists: [], instant: [second, first], guards: strict });
    expect(planOf(wanted, account([old])).blocked).toEqual([]);
    expect(planOf(wanted, account([old]), { shaping: retire }).blocked).toEqual([]);
  });

  it('between two for two consumers leaves each with a part, and is blocked for the one that loses more', () => {
    const part = (name: string, from: number, to: number) => ({
      ...sent(12),
      name,
      hotwords: words(12).slice(from, to),
      consumers: [`${name}-app`],
    });
    const split = desired({ lists: [], instant: [part('small', 0, 3), part('large', 3, 12)] });
    const [block] = planOf(split, account([old])).blocked;
    expect(block?.message).toContain('9 of the 12 words');
    expect(block?.message).toContain('for small-app (75%)');
    expect(blocksOf(planOf(split, account([old]), { shaping: retire }))).toEqual([
      ['hotword-loss', `acmepart@${qwen}`],
    ]);
    const thirds = desired({
      lists: [],
      instant: [part('large', 0, 5), part('small', 5, 7), part('middle', 8, 12)],
    });
    expect(planOf(thirds, account([old])).blocked[0]?.message).toContain('10 of the 12 words');
    const both = { ...split, instant: split.instant.map((each) => ({ ...each, consumers: ['one-app'] })) };
    expect(planOf(both, account([old])).blocked).toEqual([]);
  });

  it('and of which the rest goes with requests of the same consumer loses none', () => {
    const list = desiredList({
      name: 'part',
      prefix: 'acmepart',
      target_model: qwen,
      hotwords: words(3),
      consumers: ['app'],
    });
    const rest = { ...sent(12), previous_prefixes: [], hotwords: words(12).slice(3), consumers: ['app'] };
    const own = account([old]);
    expect(planOf(desired({ lists: [list], instant: [rest] }), own).blocked).toEqual([]);
    const others = { ...rest, consumers: ['other'] };
    expect(blocksOf(planOf(desired({ lists: [list], instant: [others] }), own))).toEqual([
      ['hotword-loss', list.address],
    ]);
  });

  it('between two instant vocabularies is spoken of once, and both are named', () => {
    const wanted = desired({
      lists: [],
      instant: [second, { ...first, hotwords: [] }],
      guards: { ...guards, max_hotword_loss: 0 },
    });
    expect(planOf(wanted, account([old])).blocked).toMatchObject([
      {
        address: 'first',
        message: expect.stringContaining('first and second, which are instant now, lack 6 of'),
      },
    ]);
  });

  it('between a new list and an instant vocabulary loses none, neither as it is made nor as the old one goes', () => {
    const list = desiredList({
      prefix: 'acmepar2',
      target_model: qwen,
      previous_prefixes: ['acmepart'],
      hotwords: half(6),
    });
    const wanted = desired({ lists: [list], instant: [first], guards: { ...guards, max_hotword_loss: 0 } });
    expect(planOf(wanted, account([old])).blocked).toEqual([]);
    const made = observedList({ vocabulary_id: idOf('acmepar2', 2), target_model: qwen, hotwords: half(6) });
    const retiring = planOf(wanted, account([old, made]), { shaping: retire });
    expect(retiring.blocked).toEqual([]);
    expect(retiring.steps.map(({ op }) => op)).toEqual(['delete']);
  });

  it('goes only while the list that takes part of its place is OK', () => {
    const list = desiredList({
      prefix: 'acmepar2',
      target_model: qwen,
      previous_prefixes: ['acmepart'],
      hotwords: half(6),
    });
    const wanted = desired({ lists: [list], instant: [first] });
    const made = observedList({
      vocabulary_id: idOf('acmepar2', 2),
      target_model: qwen,
      hotwords: half(6),
      status: 'UNDEPLOYED',
    });
    const { steps, changes } = planOf(wanted, account([old, made]), { shaping: retire });
    expect(steps).toEqual([]);
    expect(changes).toContainEqual(
      expect.objectContaining({ reason: 'replacement_not_ready', action: 'keep' }),
    );
  });
});

describe('words that a list loses to an update', () => {
  const held = observedList({ hotwords: words(12) });
  const messagesFor = (consumers: readonly string[]) =>
    planOf(desired({ lists: [desiredList({ hotwords: words(1), consumers })] }), account([held])).blocked.map(
      ({ message }) => message,
    );
  const lost = 'medical@fun-asr-realtime would lose 11 of 12 words';

  it('are said to be of a consumer where there are several, and only then', () => {
    expect(messagesFor([])[0]).toContain(`${lost} (92%)`);
    expect(messagesFor(['app'])[0]).toContain(`${lost} (92%)`);
    expect(messagesFor(['app', 'web'])[0]).toContain(`${lost} for app (92%)`);
  });

  it('may go when somebody says so, and there is no other way to say it', () => {
    const { blocked } = planOf(desired({ lists: [desiredList({ hotwords: words(1) })] }), account([held]));
    expect(blocked.map(({ hints }) => hints)).toEqual([
      ['check that the words may go, then add `--allow hotword-loss=medical@fun-asr-realtime`'],
    ]);
  });
});

describe('a list that is split into several', () => {
  const all = observedList({ vocabulary_id: idOf('acmeall', 1), hotwords: words(12) });
  const part = (name: string, count: number, consumers = [`c${name}`]) =>
    desiredList({
      name,
      prefix: `acme${name}`,
      previous_prefixes: ['acmeall'],
      hotwords: words(count),
      consumers,
    });
  const made = (name: string, serial: number, count: number) =>
    observedList({ vocabulary_id: idOf(`acme${name}`, serial), hotwords: words(count) });

  it.each([
    ['x', 'y'],
    ['y', 'x'],
  ])('is compared with each of them, for the consumers of each: %s is whole, %s is not', (whole, poor) => {
    const wanted = desired({ lists: [part(whole, 12), part(poor, 1)] });
    expect(planOf(wanted, account([all])).blocked).toMatchObject([
      {
        address: `${poor}@fun-asr-realtime`,
        message: `${poor}@fun-asr-realtime would lose 11 of 12 words (92%); guards.max_hotword_loss is 50%`,
      },
    ]);
    const both = [made(whole, 2, 12), made(poor, 3, 1)];
    expect(planOf(wanted, account([all, ...both])).blocked).toEqual([]);
    expect(planOf(wanted, account([all, ...both]), { shaping: retire }).blocked).toMatchObject([
      {
        address: 'acmeall@fun-asr-realtime',
        message: `acmeall@fun-asr-realtime would lose 11 of 12 words for c${poor} (92%); guards.max_hotword_loss is 50%`,
      },
    ]);
  });

  it.each(['a', 'y'])('may leave anything to one that nobody uses, whatever it is called: %s', (idle) => {
    const wanted = desired({ lists: [part('x', 12), part(idle, 1, [])] });
    const half = [[], [made('x', 2, 12)], [made(idle, 3, 1)]];
    for (const lists of half) expect(planOf(wanted, account([all, ...lists])).blocked).toEqual([]);
  });

  it.each(['a', 'y'])('loses only what none of them has, where nobody is declared to use it: %s', (other) => {
    const parts = (...counts: readonly [number, number]) =>
      desired({ lists: [part('x', counts[0], []), part(other, counts[1], [])] });
    expect(planOf(parts(12, 1), account([all])).blocked).toEqual([]);
    expect(planOf(parts(1, 12), account([all])).blocked).toEqual([]);
    expect(planOf(parts(1, 2), account([all])).blocked).toMatchObject([
      { rule: 'hotword-loss', message: expect.stringContaining('would lose 10 of 12 words') },
    ]);
  });

  it('shows each new one as its consumers see it', () => {
    const { changes } = planOf(desired({ lists: [part('x', 12), part('y', 6)] }), account([all]));
    const handovers = changes.flatMap(({ address, replaces }) =>
      replaces === null ? [] : [[address, replaces.address, replaces.hotwords.removed.length]],
    );
    expect(handovers).toEqual([
      ['x@fun-asr-realtime', 'acmeall@fun-asr-realtime', 0],
      ['y@fun-asr-realtime', 'acmeall@fun-asr-realtime', 6],
    ]);
  });
});

describe('a list in whose place there is another one, and an instant vocabulary beside it', () => {
  const held = observedList({ vocabulary_id: idOf('acmepart', 1), target_model: qwen, hotwords: words(12) });
  const list = desiredList({
    name: 'x',
    prefix: 'acmex',
    target_model: qwen,
    previous_prefixes: ['acmepart'],
    hotwords: words(12),
    consumers: ['cx'],
  });
  const wanted = (consumers: readonly string[], count = 1) =>
    desired({ lists: [list], instant: [{ ...sent(count), consumers }] });
  const made = observedList({ vocabulary_id: idOf('acmex', 2), target_model: qwen, hotwords: words(12) });

  it('is compared with what the consumers of the vocabulary send, in every plan', () => {
    for (const state of [account([held]), account([held, made])]) {
      expect(planOf(wanted(['cy']), state).blocked).toMatchObject([
        { address: 'participants', message: expect.stringContaining('lacks 11 of the 12 words') },
      ]);
      expect(planOf(wanted(['cy'], 12), state).blocked).toEqual([]);
    }
  });

  it('loses none where its consumers have the list too, or it has none', () => {
    const both = desired({ lists: [list], instant: [{ ...sent(1), consumers: ['cx'] }] });
    expect(planOf(both, account([held])).blocked).toEqual([]);
    expect(planOf(wanted([]), account([held])).blocked).toEqual([]);
  });

  it('is not asked for a vocabulary that nobody sends, whatever the list has', () => {
    const poor = { ...list, hotwords: words(1) };
    const plan = planOf(
      desired({ lists: [poor], instant: [{ ...sent(1), consumers: [] }] }),
      account([held]),
    );
    expect(blocksOf(plan)).toEqual([['hotword-loss', `x@${qwen}`]]);
  });
});

describe('delete-first lifts no guard', () => {
  const delete_first = { delete_first: true };
  const all = observedList({ vocabulary_id: idOf('acmeall', 1), target_model: qwen, hotwords: words(12) });
  const list = (name: string, count: number, consumers: readonly string[]) =>
    desiredList({
      name,
      prefix: `acme${name}`,
      target_model: qwen,
      previous_prefixes: ['acmeall'],
      hotwords: words(count),
      consumers,
    });
  const instant = (count: number, consumers: readonly string[]) => ({
    ...instantWords({ previous_prefixes: ['acmeall'], hotwords: words(12).slice(-count) }),
    consumers,
  });
  const guarded = (wanted: ReturnType<typeof desired>, unmanaged: number) =>
    planOf(wanted, account([all], unmanaged), { shaping: delete_first }).blocked.map(
      ({ rule, address }) => `${rule} ${address}`,
    );

  it('of a list that is split', () => {
    const wanted = desired({ lists: [list('x', 12, ['cx']), list('y', 1, ['cy'])], list_quota: 3 });
    expect(guarded(wanted, 1)).toEqual([`hotword-loss y@${qwen}`]);
  });

  it('of a list beside instant words', () => {
    const wanted = desired({
      lists: [list('x', 12, ['cx'])],
      instant: [instant(1, ['cy'])],
      list_quota: 2,
    });
    expect(guarded(wanted, 1)).toEqual([`hotword-loss acmeall@${qwen}`]);
  });

  describe('of those who come to a list that is there already', () => {
    const made = (count: number) =>
      observedList({ vocabulary_id: idOf('acmey', 2), target_model: qwen, hotwords: words(count) });
    const blocked = (lists: readonly DesiredList[], had: number) =>
      planOf(desired({ lists, list_quota: 3 }), account([all, made(had)], 1), { shaping: delete_first })
        .blocked;

    it('who are asked as the old one goes, and nobody else once more', () => {
      const lists = [list('x', 12, ['cx']), list('y', 1, ['cy'])];
      expect(blocked(lists, 1)).toMatchObject([
        { address: `acmeall@${qwen}`, message: expect.stringContaining('would lose 11 of 12 words (92%)') },
      ]);
      expect(blocked([list('x', 1, ['cx']), list('y', 12, ['cy'])], 12)).toMatchObject([
        { address: `x@${qwen}` },
      ]);
      expect(blocked([list('x', 12, ['cx']), list('y', 12, ['cy'])], 12)).toEqual([]);
    });

    it('and nobody where all come to what is made, and send the rest', () => {
      const rest = instantWords({ name: 'rest', hotwords: words(12).slice(1), consumers: ['cx'] });
      const wanted = desired({ lists: [list('x', 1, ['cx'])], instant: [rest], list_quota: 2 });
      expect(guarded(wanted, 1)).toEqual([]);
    });

    it('where no consumer is declared', () => {
      expect(blocked([list('y', 2, []), list('z', 3, [])], 2)).toMatchObject([
        { address: expect.stringMatching(/^(acmeall|z)@/) },
      ]);
      expect(blocked([list('y', 12, []), list('z', 3, [])], 12)).toEqual([]);
    });
  });

  it('and sets off none where nothing is lost', () => {
    const wanted = desired({ lists: [list('x', 3, [])], instant: [instant(9, [])], list_quota: 2 });
    expect(guarded(wanted, 1)).toEqual([]);
  });
});

it('is asked of those who had the old list, and of no others that have the new one', () => {
  const other = 'qwen-audio-3.0-asr-flash-streaming';
  const all = observedList({ vocabulary_id: idOf('acmeall', 1), target_model: qwen, hotwords: words(20) });
  const previous_prefixes = ['acmeall'];
  const p = desiredList({
    name: 'p',
    prefix: 'acmep',
    target_model: qwen,
    previous_prefixes,
    hotwords: words(20),
  });
  const n = {
    ...p,
    name: 'n',
    address: `n@${other}`,
    prefix: 'acmen',
    target_model: other,
    hotwords: words(5),
  };
  const rest = { ...instantWords({ previous_prefixes, hotwords: words(20).slice(5) }), consumers: ['c'] };
  const wanted = desired({
    lists: [
      { ...p, consumers: ['m'] },
      { ...n, consumers: ['c', 'z'] },
    ],
    instant: [rest],
  });
  const made = observedList({ vocabulary_id: idOf('acmep', 2), target_model: qwen, hotwords: words(20) });
  expect(planOf(wanted, account([all, made])).blocked).toEqual([]);
});

it('names the first of many', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...sent(1),
    name: `i${index + 10}`,
    consumers: [],
  }));
  const [block] = planOf(desired({ lists: [], instant: many }), account([old])).blocked;
  const ten = planOf(desired({ lists: [], instant: many.slice(0, 10) }), account([old])).blocked[0];
  expect(ten?.message).toMatch(/^i10, i11, .*, i18 and i19, which are instant now, lack/);
  expect(block?.message).toMatch(/^i10, i11, .*, i19 and 20 more, which are instant now, lack/);
});
