import { describe, expect, it } from 'vitest';
import { matchBackups } from '../../src/diff/match-backups.js';
import { restoreRemarks } from '../../src/diff/restore-remarks.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import { desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';

const backup = observedList({ vocabulary_id: idOf('acmemed', 1), hotwords: words('one', 'two') });
const overwritten = { ...backup, hotwords: words('other') };

/** What is said where the backup is restored into an account, with what the YAML asks for. */
function said(account: readonly ObservedList[], wanted: Partial<Desired>): string[] {
  const whole = desired(wanted);
  const changes = matchBackups([backup], account, whole.lists);
  return restoreRemarks(changes, { backups: [backup], account, desired: whole }).map(
    ({ rule, severity, message, hint }) => `${severity} ${rule}: ${message} → ${hint}`,
  );
}

describe('of a list that is restored', () => {
  const location = { file: 'words/med.yaml', line: 1, column: 1 };

  it('nothing is said where the YAML says the same', () => {
    const same = desiredList({ hotwords: words('one', 'two') });
    expect(said([overwritten], { lists: [same] })).toEqual([]);
    expect(said([], { lists: [same] })).toEqual([]);
  });

  it('nothing is said where nothing is written', () => {
    expect(said([backup], { lists: [] })).toEqual([]);
  });

  it('nothing is said of one that is as it was, beside one that comes back', () => {
    const other = { ...backup, vocabulary_id: idOf('acmeold', 1), prefix: 'acmeold' };
    const changes = matchBackups([backup, other], [overwritten, other], []);
    const restored = {
      backups: [backup, other],
      account: [overwritten, other],
      desired: desired({ lists: [] }),
    };
    expect(restoreRemarks(changes, restored)).toMatchObject([
      { rule: 'restore-not-kept', hint: expect.stringContaining('the prefix acmemed ') },
    ]);
  });

  it('a warning says that no vocabulary keeps it', () => {
    const ways = said([overwritten], { lists: [desiredList({ prefix: 'acmeold' })] });
    expect(ways).toEqual([
      expect.stringMatching(
        /^warning restore-not-kept: .*the next apply changes or deletes it again → .*write a vocabulary with the prefix acmemed and the model fun-asr-realtime /,
      ),
    ]);
  });

  it('a list of the same prefix for another model keeps nothing', () => {
    const elsewhere = desiredList({ hotwords: words('one', 'two'), target_model: 'fun-asr' });
    expect(said([overwritten], { lists: [elsewhere] })).toEqual([
      expect.stringContaining('write a vocabulary with the prefix acmemed'),
    ]);
  });

  it('the file is named whose words would undo it', () => {
    const other = desiredList({ hotwords: words('else'), location });
    for (const account of [[overwritten], []]) {
      expect(said(account, { lists: [other] })).toEqual([
        expect.stringMatching(
          /^warning restore-not-kept: .*the next apply changes or deletes it again → .*bring its words back in words\/med\.yaml too/,
        ),
      ]);
    }
    expect(said([], { lists: [desiredList({ hotwords: words('else'), location: null })] })).toEqual([
      expect.stringContaining('bring its words back in medical too'),
    ]);
  });

  it('the list is named beside which it would be a rival', () => {
    const bound = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('else') });
    const unlike = observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' });
    const other = desiredList({ hotwords: words('else'), location });
    expect(said([unlike, bound], { lists: [other] })).toEqual([
      expect.stringMatching(
        /^warning restore-not-kept: .* comes back beside vocab-acmemed-\S*2, .*blocks the next apply as its rival → bring its words back in words\/med\.yaml instead/,
      ),
    ]);
  });

  it('a warning says until when it stays, where its words are instant now', () => {
    const instead = instantWords({ previous_prefixes: ['acmemed'], location });
    const nowhere = { ...instead, location: null };
    expect(said([overwritten], { lists: [], instant: [nowhere] })).toEqual([
      expect.stringContaining('`prefix: acmemed` in participants'),
    ]);
    const other = desiredList({ hotwords: words('else'), location });
    expect(said([overwritten], { lists: [other], instant: [instead] })).toEqual([
      expect.stringContaining('bring its words back'),
    ]);
    expect(said([overwritten], { lists: [], instant: [instead] })).toEqual([
      expect.stringMatching(
        /^warning restore-not-kept: .*the next `apply --retire` deletes it again: .* is instant now → .*`prefix: acmemed` in words\/med\.yaml/,
      ),
    ]);
  });
});
