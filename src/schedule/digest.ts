import { accountKey } from '../model/account.js';
import { type Change, isWrite } from '../model/change.js';
import { canonicalHotword, type Hotword } from '../model/hotword.js';
import type { AccountIdentity, ReviewedChange } from '../model/plan.js';
import { compareText } from '../model/text/compare.js';
import { maskKeys, maskKeysIn } from '../model/text/secrets.js';
import { sha256 } from '../model/text/sha256.js';

/**
 * What is approved: `vs2:sha256:` and the hash of a canonical JSON text of everything a run would write, and where.
 * What does not change that is left out on purpose (quota, counts, status, times, names, consumers, reasons), so that
 * a digest approved in a pull request is still the same when it is applied.
 */
export function digest(account: AccountIdentity, changes: readonly (Change | ReviewedChange)[]): string {
  const content = {
    ...accountKey(account),
    changes: changes.filter(isWrite).map(canonicalChange).sort(compareText),
  };
  return `vs2:sha256:${sha256(JSON.stringify(content))}`;
}

/** One line that two writes share exactly when they do the same to the same list. */
export function canonicalChange({
  action,
  prefix,
  target_model,
  before,
  hotwords,
}: Change | ReviewedChange): string {
  return JSON.stringify([
    action,
    prefix,
    target_model,
    before?.vocabulary_id ?? null,
    hotwords.added.map(shownHotword).sort(compareText),
    hotwords.removed.map(shownHotword).sort(compareText),
    hotwords.changed
      .map(({ before: from, after: to }) => JSON.stringify([shownHotword(from), shownHotword(to)]))
      .sort(compareText),
  ]);
}

/** As a plan file has the word: a key that somebody put into a list is hidden there, and a plan must still equal its file. */
function shownHotword({ text, weight, lang, extra }: Hotword): string {
  const shown = { text: maskKeys(text), weight, lang: lang && maskKeys(lang) };
  return canonicalHotword({ ...shown, extra: maskKeysIn(extra) as Hotword['extra'] });
}

/** `sha256:` and the hash of a multiset of words. */
export function wordsDigest(words: readonly Hotword[]): string {
  return `sha256:${sha256(JSON.stringify(words.map(canonicalHotword).sort(compareText)))}`;
}
