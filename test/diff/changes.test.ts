import { describe, expect, it } from 'vitest';
import { decideChanges } from '../../src/diff/changes.js';
import { classify } from '../../src/diff/ownership.js';
import type { Desired, DesiredList } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import { account, desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';

function verdicts(wanted: Desired, lists: readonly ObservedList[], retire = false): string[] {
  const changes = decideChanges(wanted, classify(wanted, account(lists)), { retire });
  return changes.map(({ action, reason, address }) => `${action} ${address} (${reason})`);
}

const here = 'medical@fun-asr-realtime';
/** What is not desired is called by its prefix. */
const stray = 'acmemed@fun-asr-realtime';
const spare = observedList({ vocabulary_id: idOf('acmemed', 2) });

describe('a desired list', () => {
  it('is created when the account has none of its key', () => {
    expect(verdicts(desired(), [])).toEqual([`create ${here} (desired)`]);
  });

  it('is updated when its words differ and left alone when they do not', () => {
    expect(verdicts(desired(), [observedList({ hotwords: words('alpha') })])).toEqual([
      `update ${here} (hotwords_changed)`,
    ]);
    expect(verdicts(desired(), [observedList()])).toEqual([`no-op ${here} (in_sync)`]);
  });

  it('takes the place of nothing by itself', () => {
    const changes = decideChanges(desired(), classify(desired(), account([])), { retire: false });
    expect(changes).toMatchObject([{ replacements: [], replaced_by: null, replaces: null }]);
  });
});

describe('an orphan', () => {
  const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
  const address = 'acmeold@fun-asr-realtime';

  it('is deleted under prune and kept without', () => {
    expect(verdicts(desired({ lists: [] }), [orphan])).toEqual([`delete ${address} (orphan)`]);
    expect(verdicts(desired({ lists: [], prune: false }), [orphan])).toEqual([`keep ${address} (orphan)`]);
  });

  it('is kept when its prefix is protected, and goes without prune when it is named under removed', () => {
    expect(verdicts(desired({ lists: [], protect: ['acmeold'] }), [orphan])).toEqual([
      `keep ${address} (protected)`,
    ]);
    const named = desired({ lists: [], prune: false, removed: ['acmeold'] });
    expect(verdicts(named, [orphan])).toEqual([`delete ${address} (removed)`]);
  });
});

describe('what protect keeps', () => {
  it('is said to be protected, also where nobody asks for it to go, and of what is superseded only where somebody does', () => {
    const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
    const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });
    const wanted = desired({ prune: false, protect: ['acmeold', 'acmemed'] });
    expect(verdicts(wanted, [observedList(), spare, orphan, old])).toEqual([
      'keep acmemed@fun-asr (superseded)',
      `keep ${stray} (protected)`,
      'keep acmeold@fun-asr-realtime (protected)',
      `no-op ${here} (in_sync)`,
    ]);
    expect(verdicts(wanted, [observedList(), old], true)).toContain('keep acmemed@fun-asr (protected)');
    const rival = { ...spare, hotwords: words('gamma') };
    expect(verdicts(wanted, [observedList(), rival])).toContain(`keep ${stray} (rival)`);
  });
});

describe('the words of a list that nobody wants', () => {
  const orphans = [2, 1].map((serial) =>
    observedList({ vocabulary_id: idOf('acmeold', serial), hotwords: words('b', 'a') }),
  );
  const changesOf = (prune: boolean) => {
    const wanted = desired({ lists: [], prune });
    return decideChanges(wanted, classify(wanted, account(orphans)), { retire: false });
  };

  it('all go with it, or all stay', () => {
    expect(changesOf(true)[0]?.hotwords).toEqual({
      added: [],
      removed: words('a', 'b'),
      changed: [],
      unchanged: 0,
    });
    expect(changesOf(false)[0]?.hotwords).toEqual({ added: [], removed: [], changed: [], unchanged: 2 });
  });

  it('are told list by list, in the order of the ids where two are called the same', () => {
    const ids = orphans.map(({ vocabulary_id }) => vocabulary_id).sort();
    expect(changesOf(true).map(({ before }) => before?.vocabulary_id)).toEqual(ids);
    const wanted = desired({ lists: [] });
    const ownership = classify(wanted, account(orphans));
    const turned = { ...ownership, owned: ownership.owned.toReversed() };
    const changes = decideChanges(wanted, turned, { retire: false });
    expect(changes.map(({ before }) => before?.vocabulary_id)).toEqual(ids);
  });
});

describe('a duplicate', () => {
  it('is deleted under prune and kept without', () => {
    expect(verdicts(desired(), [observedList(), spare])).toContain(`delete ${stray} (duplicate)`);
    expect(verdicts(desired({ prune: false }), [observedList(), spare])).toContain(
      `keep ${stray} (duplicate)`,
    );
  });

  it('is kept while the bound list is not OK', () => {
    const lists = [observedList({ status: 'UNDEPLOYED' }), { ...spare, status: 'UNDEPLOYED' }];
    expect(verdicts(desired(), lists)).toContain(`keep ${stray} (replacement_not_ready)`);
  });
});

describe('a rival', () => {
  it('is kept, whatever prune and retire say', () => {
    const rival = { ...spare, hotwords: words('gamma') };
    expect(verdicts(desired(), [observedList(), rival], true)).toContain(`keep ${stray} (rival)`);
  });
});

describe('a superseded list', () => {
  const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });
  const address = 'acmemed@fun-asr';

  it('is kept, with a word on what takes its place', () => {
    const wanted = desired();
    const changes = decideChanges(wanted, classify(wanted, account([observedList(), old])), {
      retire: false,
    });
    expect(changes.find((change) => change.address === address)).toMatchObject({
      action: 'keep',
      replaced_by: here,
      replacements: [here],
    });
  });

  it('is deleted with retire once its replacement is OK, never in the run that makes the replacement', () => {
    expect(verdicts(desired(), [observedList(), old], true)).toContain(`delete ${address} (superseded)`);
    expect(verdicts(desired(), [old], true)).toContain(`keep ${address} (replacement_not_ready)`);
    const pending = observedList({ status: 'UNDEPLOYED' });
    expect(verdicts(desired(), [pending, old], true)).toContain(`keep ${address} (replacement_not_ready)`);
  });

  it('goes for words that nobody said were unpublished', () => {
    const wanted = desired({ lists: [], instant: [instantWords({ previous_prefixes: ['acmemed'] })] });
    expect(verdicts(wanted, [old], true)).toEqual([`delete ${address} (superseded)`]);
  });

  it('is kept until all lists of the vocabulary are OK', () => {
    const wanted = desired({ lists: [desiredList(), desiredList({ target_model: 'fun-asr-mtl' })] });
    expect(verdicts(wanted, [observedList(), old], true)).toContain(
      `keep ${address} (replacement_not_ready)`,
    );
  });

  it('may also have a previous prefix', () => {
    const wanted = desired({ lists: [desiredList({ previous_prefixes: ['acmemd'] })] });
    const renamed = observedList({ vocabulary_id: idOf('acmemd', 1) });
    expect(verdicts(wanted, [renamed])).toContain('keep acmemd@fun-asr-realtime (superseded)');
  });
});

describe('a list that no vocabulary names', () => {
  it('is called by its id where its usual name is that of a vocabulary', () => {
    const wanted = desired({ lists: [desiredList({ name: 'acmeold', prefix: 'acmenew' })] });
    const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
    expect(verdicts(wanted, [orphan])).toEqual([
      'create acmeold@fun-asr-realtime (desired)',
      `delete ${idOf('acmeold', 1)}@fun-asr-realtime (orphan)`,
    ]);
  });

  it('has the consumers of what replaces it when it is superseded, and none when it is a duplicate', () => {
    const wanted = desired({ lists: [desiredList({ consumers: ['ward'] })] });
    const superseded = observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' });
    const ownership = classify(wanted, account([observedList(), spare, superseded]));
    const changes = decideChanges(wanted, ownership, { retire: false });
    expect(changes.map(({ reason, consumers }) => [reason, consumers])).toEqual([
      ['superseded', ['ward']],
      ['duplicate', []],
      ['in_sync', ['ward']],
    ]);
  });

  describe('that moved to another model', () => {
    const at = (gmt_create: string, fields: Partial<ObservedList>) =>
      observedList({ ...fields, gmt_create, gmt_modified: gmt_create });
    const gone = at('2026-11-01 10:00:00', {
      vocabulary_id: idOf('acmemed', 3),
      target_model: 'fun-asr-realtime',
    });
    const models = [
      desiredList({ target_model: 'fun-asr', consumers: ['archive'] }),
      desiredList({ target_model: 'fun-asr-realtime-2025-11-07', consumers: ['live'] }),
    ];
    const users = (lists: readonly DesiredList[], account_lists: readonly ObservedList[]) => {
      const wanted = desired({ lists });
      const changes = decideChanges(wanted, classify(wanted, account([...account_lists, gone])), {
        retire: true,
      });
      return changes
        .filter(({ before }) => before?.vocabulary_id === gone.vocabulary_id)
        .map(({ replaced_by, consumers }) => [replaced_by, consumers]);
    };
    const archive = (made: string) =>
      at(made, { vocabulary_id: idOf('acmemed', 4), target_model: 'fun-asr' });
    const live = at('2026-11-20 10:00:00', {
      vocabulary_id: idOf('acmemed', 5),
      target_model: 'fun-asr-realtime-2025-11-07',
    });
    const named = [['medical@fun-asr-realtime-2025-11-07', ['live']]];

    it('keeps the consumers of what was made for it, before that is made and after', () => {
      for (const before of [archive('2026-11-01 09:59:59'), archive('2026-11-19 10:00:00')]) {
        expect(users(models, [before])).toEqual(named);
        expect(users(models, [before, live])).toEqual(named);
      }
    });

    it('has the consumers of all that may have been made for it', () => {
      const either = [['medical@fun-asr-realtime-2025-11-07', ['archive', 'live']]];
      expect(users(models, [archive('2026-11-19 10:00:01'), live])).toEqual(either);
      expect(users(models, [])).toEqual([['medical@fun-asr', ['archive', 'live']]]);
      const unreadable = [
        { ...archive('2026-10-01 10:00:00'), gmt_create: '' },
        { ...live, gmt_create: '' },
      ];
      expect(users(models, unreadable)).toEqual([['medical@fun-asr', ['archive', 'live']]]);
      const older = [archive('2026-10-01 10:00:00'), { ...live, gmt_create: '2026-10-01 10:00:00' }];
      expect(users(models, older)).toEqual([['medical@fun-asr', ['archive', 'live']]]);
    });

    it('keeps none of a list of another model where there is one of its own', () => {
      const renamed = models.map((one) => ({ ...one, prefix: 'acmenew', previous_prefixes: ['acmemed'] }));
      const own = desiredList({
        prefix: 'acmenew',
        previous_prefixes: ['acmemed'],
        target_model: 'fun-asr-realtime',
        consumers: ['desk'],
      });
      expect(users([...renamed, own], [])).toEqual([['medical@fun-asr-realtime', ['desk']]]);
    });
  });

  it('that is split has the consumers of all its parts', () => {
    const parts = ['y', 'x'].map((name) =>
      desiredList({ name, prefix: `acme${name}`, previous_prefixes: ['acmemed'], consumers: [`c${name}`] }),
    );
    const ownership = classify(desired({ lists: parts }), account([observedList()]));
    const [, , old] = decideChanges(desired({ lists: parts }), ownership, { retire: false }).toSorted(
      (one, other) => Number(one.reason === 'superseded') - Number(other.reason === 'superseded'),
    );
    expect(old).toMatchObject({
      reason: 'superseded',
      consumers: ['cx', 'cy'],
      replaced_by: 'x@fun-asr-realtime',
    });
  });
});
