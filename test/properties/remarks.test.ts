import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hotword, pairingKey, type Remark } from '../../src/model/hotword.js';
import type { Plan } from '../../src/model/plan.js';
import { planDocument } from '../../src/report/json/documents.js';
import { idOf } from '../support/build.js';
import { createWorld, type World } from '../support/world.js';
import { anyWords } from './any-draft.js';
import { holds } from './holds.js';
import { sentEntry } from './scenario.js';

/* What people say of words is theirs: the vendor is not told, and nothing is approved, written or compared by it. */

const anyLine = fc.oneof(fc.string({ maxLength: 100 }), fc.constantFrom('asked for by ward 3', '::error::x'));

const anyRemark: fc.Arbitrary<Remark> = fc.record({
  note: fc.option(anyLine),
  expires: fc.constantFrom(null, '1969-12-31', '2027-03-31', '2099-12-31'),
});

/** A word is written as often as something is said of it. */
interface Said {
  readonly owner: string | null;
  readonly remarks: readonly (readonly Remark[])[];
}

const anySaid: fc.Arbitrary<Said> = fc.record({
  owner: fc.option(fc.constantFrom('ward 3', '王芳', '`x` <b>')),
  remarks: fc.array(fc.array(anyRemark, { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
});

const anyWanted = anyWords.map((words) => [
  ...new Map(words.map((word) => [pairingKey(word), word])).values(),
]);

/** The words, each with what is said of it. */
function configuration(words: readonly Hotword[], { owner, remarks }: Said): string {
  const entries = words.flatMap((word, index) =>
    (remarks[index] ?? [{}]).map((remark) => `      - ${JSON.stringify({ ...word, ...remark })}\n`),
  );
  return [
    'version: 1\naccount: { region: singapore }\nnamespace: acme\nprune: true\n',
    'guards: { update_interval: 0s, max_hotword_loss: 100% }\nvocabularies:\n',
    '  - name: medical\n    prefix: acmemed\n    target_model: fun-asr\n',
    owner === null ? '' : `    owner: ${JSON.stringify(owner)}\n`,
    `    hotwords:\n${entries.join('')}`,
  ].join('');
}

async function openWorld(text: string, held: readonly Hotword[]): Promise<World> {
  const world = await createWorld({ files: { 'vocab.config.yaml': text } });
  const vocabulary = held.map((word) => sentEntry(word));
  await world.emulator.seed([
    { vocabulary_id: idOf('acmemed', 1), prefix: 'acmemed', target_model: 'fun-asr', vocabulary },
  ]);
  return world;
}

/** A plan as its file has it, without what people say. */
function withoutRemarks(plan: Plan): unknown {
  const document = planDocument({ kind: 'plan', version: '0', about: null }, plan, {
    retire: false,
    delete_first: false,
  });
  const spoken = ['note', 'expires', 'owner'];
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => (spoken.includes(key) ? undefined : value)),
  );
}

describe('two configurations that differ only in what people say', () => {
  it('have one plan and one digest, and bring the account to the same words', () =>
    holds(fc.tuple(anyWanted, anyWords, anySaid, anySaid), async ([wanted, held, ...said]) => {
      const worlds = await Promise.all(said.map((each) => openWorld(configuration(wanted, each), held)));
      const plans = await Promise.all(worlds.map((world) => world.plan()));
      const [one, other] = plans;
      expect(one?.digest).toBe(other?.digest);
      expect(one && withoutRemarks(one)).toEqual(other && withoutRemarks(other));
      for (const world of worlds) await world.apply({ allow: ['drop-fields=medical@fun-asr'] });
      const [lists, others] = await Promise.all(worlds.map(({ emulator }) => emulator.account()));
      expect(lists?.map(({ vocabulary }) => vocabulary)).toEqual(others?.map(({ vocabulary }) => vocabulary));
      expect(JSON.stringify([lists, others])).not.toMatch(/"(?:note|expires|owner)"/);
    }));

  it('need nothing written, one after the other', () =>
    holds(fc.tuple(anyWanted, anySaid, anySaid), async ([wanted, before, after]) => {
      const world = await openWorld(configuration(wanted, before), wanted);
      await world.write('vocab.config.yaml', configuration(wanted, after));
      expect((await world.plan()).steps).toEqual([]);
    }));
});
