import { describe, expect, it } from 'vitest';
import { matchBackups } from '../../src/diff/match-backups.js';
import { afterRestore, restoreRemarks } from '../../src/diff/restore-remarks.js';
import type { BackedUpList, ObservedList } from '../../src/model/observed.js';
import { account, desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';

const backup = observedList({ vocabulary_id: idOf('acmemed', 1), hotwords: words('one', 'two') });
const overwritten = { ...backup, hotwords: words('other') };
const same = desiredList({ hotwords: words('one', 'two') });
const location = { file: 'words/med.yaml', line: 1, column: 1 };
const other = desiredList({ hotwords: words('else'), location });

type Wanted = Parameters<typeof desired>[0];

/** What is said where backups are restored into an account, with what the YAML asks for. */
function said(
  read: readonly ObservedList[],
  wanted: Wanted,
  backups: readonly BackedUpList[] = [backup],
): string[] {
  const whole = desired(wanted);
  const changes = matchBackups(backups, read, whole.lists);
  return restoreRemarks(changes, { backups, account: account(read), desired: whole }).map(
    ({ rule, severity, message, hint }) => `${severity} ${rule}: ${message} → ${hint}`,
  );
}

const saying = (part: RegExp) => [
  expect.stringMatching(new RegExp(`^warning restore-not-kept: .*${part.source}`)),
];

describe('of a list that is restored, nothing is said', () => {
  it.each<readonly [string, readonly ObservedList[], Wanted]>([
    ['where the YAML says the same', [overwritten], { lists: [same] }],
    ['where the YAML says the same, and it is made anew', [], { lists: [same] }],
    ['where nothing is written', [backup], { lists: [] }],
    ['where nothing that no vocabulary names is deleted', [], { lists: [], prune: false }],
    ['where its prefix is protected', [], { lists: [], protect: ['acmemed'] }],
    ['where it is none of ours', [], { lists: [], namespace: 'zzz' }],
    ['where nothing is ours by its prefix', [], { lists: [], namespace: null }],
  ])('%s', (_, read, wanted) => {
    expect(said(read, wanted)).toEqual([]);
  });

  it('where it is as it was, beside one that comes back', () => {
    const second = { ...backup, vocabulary_id: idOf('acmeold', 1), prefix: 'acmeold' };
    expect(said([overwritten, second], { lists: [] }, [backup, second])).toEqual(
      saying(/the prefix acmemed /),
    );
  });
});

describe('of a list that is restored, a warning says', () => {
  it('that the next apply deletes it, and what would keep it', () => {
    const written = /the next apply deletes it again → .*the prefix acmemed and the model fun-asr-realtime /;
    expect(said([overwritten], { lists: [] })).toEqual(saying(written));
    expect(said([], { lists: [desiredList({ prefix: 'acmeold' })] })).toEqual(saying(written));
    expect(said([], { lists: [], removed: ['acmemed'] })).toEqual(
      saying(/deletes it again → to keep it, take acmemed and its id out of `removed`/),
    );
  });

  it('in which file the words are that would undo it', () => {
    const undone = /the next apply changes it again → .*bring its words back in words\/med\.yaml too/;
    for (const read of [[overwritten], []]) expect(said(read, { lists: [other] })).toEqual(saying(undone));
    const nowhere = { ...other, location: null };
    expect(said([], { lists: [nowhere] })).toEqual(saying(/bring its words back in medical too/));
  });

  it('that it is superfluous where another has its words', () => {
    const second = { ...backup, vocabulary_id: idOf('acmemed', 2) };
    const needless =
      /2 comes back, and the next apply deletes it again: another list of its prefix and model has the same words → nothing is lost by that; leave its file out/;
    expect(said([overwritten], { lists: [other] }, [backup, second])).toEqual([
      ...saying(/1 comes back, and the next apply changes it again/),
      ...saying(needless),
    ]);
    const kept = said([overwritten], { lists: [other], prune: false }, [backup, second]);
    expect(kept.join()).not.toContain('deletes it again');
  });

  it('beside which list it would be a rival, or which would be one', () => {
    const bound = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('else') });
    const unlike = observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' });
    const beside =
      /comes back beside vocab-acmemed-\S*2, .*and one of the two blocks the next apply as a rival → bring its words back in words\/med\.yaml instead/;
    expect(said([unlike, bound], { lists: [other] })).toEqual(saying(beside));
    const before = desiredList({ name: 'a', address: 'a@m', prefix: 'acmea' });
    expect(said([unlike, bound], { lists: [before, other] })).toEqual(saying(beside));
    const asWanted = { ...same, location };
    expect(said([bound], { lists: [asWanted] })).toEqual(
      saying(/comes back beside vocab-acmemed-\S*2, .*apply instead: words\/med\.yaml has its words already/),
    );
    const nowhere = { ...other, location: null };
    expect(said([bound], { lists: [nowhere] })).toEqual(saying(/in medical instead/));
  });

  it('by the id of its backup where two come back together', () => {
    const second = { ...backup, vocabulary_id: idOf('acmemed', 2), hotwords: words('third') };
    const both = said([], { lists: [same] }, [backup, second]);
    expect(both).toEqual([
      expect.stringMatching(/vocab-acmemed-\S*1 comes back beside vocab-acmemed-\S*2, /),
      expect.stringMatching(/vocab-acmemed-\S*2 comes back beside vocab-acmemed-\S*1, /),
    ]);
    expect(both.join()).not.toContain('anew');
  });

  it('that a pin is of the id which it had', () => {
    const pinned = { ...same, vocabulary_ids: [backup.vocabulary_id] };
    expect(said([], { lists: [pinned] })).toEqual(
      saying(
        /comes back with another id, and medical@fun-asr-realtime is pinned to this one: the next apply is blocked → write the new id, .*under `vocabulary_id`/,
      ),
    );
    expect(said([overwritten], { lists: [pinned] })).toEqual([]);
    const vocabulary_ids = [idOf('acmea', 9)];
    const elsewhere = desiredList({ name: 'a', address: 'a@m', prefix: 'acmea', vocabulary_ids });
    expect(said([], { lists: [elsewhere, same] })).toEqual([]);
  });

  it('until when it is kept where another has its place', () => {
    const heir = desiredList({
      name: 'heir',
      address: 'heir@m',
      prefix: 'acmenew',
      previous_prefixes: ['acmemed'],
    });
    expect(said([], { lists: [heir] })).toEqual(
      saying(/the next `apply --retire` deletes it again: heir@m has its place → .*out of previous_prefixes/),
    );
    const moved = desiredList({ name: 'medical', address: 'medical@fun-asr', target_model: 'fun-asr' });
    const kept = (file: string) =>
      `to have the list updated again, add fun-asr-realtime to the models of medical, with \`target_models\` in ${file}`;
    const unlikeIt = desiredList({ name: 'zzz', address: 'zzz@m', prefix: 'acmezzz' });
    expect(said([], { lists: [unlikeIt, moved] })[0]).toContain(kept('medical'));
    expect(said([], { lists: [unlikeIt, { ...moved, location }] })[0]).toContain(kept('words/med.yaml'));
    const sent = instantWords({ previous_prefixes: ['acmemed'], location });
    const retired =
      /the next `apply --retire` deletes it again: participants is instant now → .*`prefix: acmemed` in words\/med\.yaml/;
    expect(said([overwritten], { lists: [], instant: [sent] })).toEqual(saying(retired));
    const unlike = instantWords({ name: 'brands' });
    expect(said([overwritten], { lists: [], instant: [unlike, sent] })).toEqual(saying(retired));
    expect(said([], { lists: [], instant: [{ ...sent, location: null }] })).toEqual(
      saying(/`prefix: acmemed` in participants/),
    );
  });
});

describe('a list that comes back beside the bound one', () => {
  const bound = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('else') });
  const pinned = (...vocabulary_ids: string[]) => ({ lists: [{ ...other, vocabulary_ids }] });

  it('blocks nothing where a pin has settled whose the list is', () => {
    expect(said([bound], pinned(bound.vocabulary_id))).toEqual([]);
    expect(said([bound], { lists: [other] })).toHaveLength(1);
    expect(said([bound], pinned(bound.vocabulary_id, backup.vocabulary_id))).toHaveLength(1);
  });
});

it('the account as it will be has what it had, and what comes back', () => {
  const unmanaged = { ...observedList({ vocabulary_id: idOf('zzz', 9) }) };
  const before = account([overwritten], 2);
  const changes = matchBackups([backup], before.read, []);
  const after = afterRestore(changes, { backups: [backup], account: before }).account;
  expect(after.listed.map(({ vocabulary_id }) => vocabulary_id)).toEqual(
    before.listed.map(({ vocabulary_id }) => vocabulary_id),
  );
  const anew = afterRestore(matchBackups([backup], [], []), {
    backups: [backup],
    account: account([unmanaged], 2),
  }).account;
  expect(anew.listed).toHaveLength(4);
});
