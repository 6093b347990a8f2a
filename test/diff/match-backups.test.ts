import { describe, expect, it } from 'vitest';
import { matchBackups } from '../../src/diff/match-backups.js';
import type { ObservedList } from '../../src/model/observed.js';
import { desiredList, idOf, observedList, word, words } from '../support/build.js';

const list = (serial: number, fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf('acmemed', serial), ...fields });

function restored(backups: readonly ObservedList[], account: readonly ObservedList[]): string[] {
  return matchBackups(backups, account, []).map(
    ({ action, reason, before, after }) =>
      `${action} ${reason} ${before?.vocabulary_id.slice(-1) ?? '-'}: ${after?.hotwords.map(({ text }) => text).join(' ')}`,
  );
}

describe('a backup', () => {
  it('of a list that is there is an update of it', () => {
    expect(restored([list(1)], [list(1, { hotwords: words('x') })])).toEqual([
      'update restored 1: alpha beta',
    ]);
  });

  it('of a list that is as it was is nothing', () => {
    expect(restored([list(1)], [list(1)])).toEqual(['no-op in_sync 1: alpha beta']);
  });

  it('of a list that is gone makes it anew', () => {
    expect(restored([list(1)], [])).toEqual(['create restored -: alpha beta']);
    const elsewhere = [
      list(2, { hotwords: words('x') }),
      list(3, { target_model: 'fun-asr' }),
      observedList({ vocabulary_id: idOf('acmeold', 4) }),
    ];
    expect(restored([list(1)], elsewhere)).toEqual(['create restored -: alpha beta']);
  });

  it('of a list that was made anew before is that list', () => {
    expect(restored([list(1)], [list(2)])).toEqual(['no-op in_sync 2: alpha beta']);
  });

  it('of two equal lists brings back both, each once', () => {
    expect(restored([list(2), list(1)], [])).toEqual([
      'create restored -: alpha beta',
      'create restored -: alpha beta',
    ]);
    expect(restored([list(1), list(2)], [list(3)])).toEqual([
      'no-op in_sync 3: alpha beta',
      'create restored -: alpha beta',
    ]);
  });

  it('does not take the list of another backup for its own', () => {
    expect(restored([list(1), list(2, { hotwords: words('x') })], [list(2)])).toEqual([
      'create restored -: alpha beta',
      'update restored 2: x',
    ]);
  });

  it('is restored in the order of the ids, whatever order they come in', () => {
    const changes = matchBackups([list(2), list(1)], [], []);
    expect(changes.map(({ after }) => after?.vocabulary_ids)).toEqual([
      [idOf('acmemed', 1)],
      [idOf('acmemed', 2)],
    ]);
  });

  it('asks for a list that nobody uses and nothing replaces, and is called by its prefix', () => {
    const [change] = matchBackups([list(1)], [], []);
    expect(change).toEqual({
      address: 'acmemed@fun-asr-realtime',
      name: null,
      prefix: 'acmemed',
      target_model: 'fun-asr-realtime',
      action: 'create',
      reason: 'restored',
      before: null,
      after: desiredList({
        name: 'acmemed',
        vocabulary_ids: [idOf('acmemed', 1)],
        max_hotwords: Number.POSITIVE_INFINITY,
      }),
      hotwords: { added: words('alpha', 'beta'), removed: [], changed: [], unchanged: 0 },
      words_digest: null,
      replaced_by: null,
      replaces: null,
      differs_from: null,
      replacements: [],
      consumers: [],
    });
  });

  it('touches no list that nobody asked to have back, and no limit holds it to fewer words', () => {
    const odd = [word('alpha', { weight: 77 }), word('alpha', { weight: 77 })];
    const [change, ...more] = matchBackups([list(1, { hotwords: odd })], [list(2)], []);
    expect(more).toEqual([]);
    expect(change?.after).toMatchObject({ hotwords: odd, max_hotwords: Number.POSITIVE_INFINITY });
  });

  it('is of whoever recognises with the list of its prefix and model, as long as there is no other', () => {
    const wanted = [
      desiredList({ consumers: ['ward'] }),
      desiredList({ prefix: 'acmesup', consumers: ['desk'] }),
    ];
    const users = (account: readonly ObservedList[]) =>
      matchBackups([list(1)], account, wanted).map(({ consumers, after }) => [consumers, after?.consumers]);
    expect(users([])).toEqual([[['ward'], ['ward']]]);
    expect(users([list(1, { hotwords: words('x') })])).toEqual([[['ward'], ['ward']]]);
    expect(users([observedList({ vocabulary_id: idOf('acmesup', 2) })])).toEqual([[['ward'], ['ward']]]);
    expect(users([list(2, { hotwords: words('x') })])).toEqual([[[], []]]);
    const both = matchBackups([list(1), list(2, { hotwords: words('x') })], [], wanted);
    expect(both.map(({ consumers }) => consumers)).toEqual([[], []]);
  });
});
