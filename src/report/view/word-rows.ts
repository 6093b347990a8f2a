import type { ChangedHotword, HotwordDiff } from '../../model/change.js';
import type { Hotword } from '../../model/hotword.js';
import { printable } from '../../model/printable.js';
import { plain, type Respelling, respellings, type Segment, spell, unseenDifference } from './respelling.js';

export interface WordRow {
  readonly symbol: '+' | '~' | '-';
  readonly spelling: readonly Segment[];
  /** What is said of the word: weight, lang, other fields, and for a changed one from what to what. */
  readonly detail: string;
}

/** What goes, what changes, what is only spelt differently, what comes. */
export function wordRows(hotwords: HotwordDiff): WordRow[] {
  const pairs = respellings(hotwords);
  const respelt = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const alone = (word: Hotword) => !respelt.has(word);
  return [
    ...hotwords.removed.filter(alone).map((word) => wordRow('-', word)),
    ...hotwords.changed.map(changedRow),
    ...pairs.flatMap(respeltRows),
    ...hotwords.added.filter(alone).map((word) => wordRow('+', word)),
  ];
}

function wordRow(symbol: '+' | '-', word: Hotword): WordRow {
  return { symbol, spelling: plain(word.text), detail: fields(word).join(', ') };
}

function respeltRows(pair: Respelling): WordRow[] {
  const { from, to } = spell(pair);
  const unseen = unseenDifference(pair);
  const note = unseen === '' ? '' : `, the two differ by ${unseen}`;
  const before = wordRow('-', pair.from);
  const after = wordRow('+', pair.to);
  return [
    { ...before, spelling: from },
    { ...after, spelling: to, detail: after.detail + note },
  ];
}

function changedRow({ before, after }: ChangedHotword): WordRow {
  const from = fields(before);
  const to = fields(after);
  const gone = from.filter((field) => !to.includes(field)).join(', ');
  const come = to.filter((field) => !from.includes(field)).join(', ');
  return { symbol: '~', spelling: plain(after.text), detail: `${gone || 'nothing'} → ${come || 'nothing'}` };
}

function fields({ weight, lang, extra }: Hotword): string[] {
  const rest = Object.entries(extra ?? {}).map(([key, value]) =>
    printable(`${key} ${JSON.stringify(value)}`),
  );
  return [`weight ${weight}`, ...(lang === null ? [] : [printable(lang)]), ...rest];
}
