import type { Entry } from '../../model/config.js';
import { asError, asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { holdsKey } from '../../model/text/secrets.js';
import { isoTime } from '../../model/time/server-time.js';
import type { Rule } from './rule.js';

/**
 * A word whose last day has passed, by the calendar of UTC, goes on being wanted: what a run would do must not depend on
 * the day on which it is started.
 */
export const hotwordsAreStillWanted: Rule = function* ({ config, now }) {
  const today = isoTime(now).slice(0, 'YYYY-MM-DD'.length);
  for (const { entries } of config.vocabularies) {
    for (const entry of entries) {
      if (entry.expires !== null && entry.expires < today) yield expired(entry, entry.expires);
    }
  }
};

/** Remarks are in every report, and so in the logs of CI. */
export const remarksAreNoSecrets: Rule = function* ({ config }) {
  for (const { owner, entries } of config.vocabularies) {
    if (owner !== null && holdsKey(owner.value)) {
      yield asError({
        rule: 'key-in-config',
        location: owner.location,
        message: 'the owner of a vocabulary looks like an API key (not shown)',
        hint: revoke,
      });
    }
    for (const { note, location } of entries) {
      if (note === null || !holdsKey(note)) continue;
      const message = 'the note of a hotword looks like an API key (not shown)';
      yield asError({ rule: 'hotword-like-key', location, message, hint: revoke });
    }
  }
};

const revoke = 'remove it, and revoke the key if it is one: it is in the history of this repository';

function expired({ text, note, location }: Entry, expires: string): Diagnostic {
  const reason = note === null ? '' : `; its note: "${note}"`;
  return asWarning({
    rule: 'hotword-expired',
    location,
    message: `"${text}" was wanted until ${expires}${reason}`,
    hint: 'delete it, or move the date; until then it stays in the list',
  });
}
