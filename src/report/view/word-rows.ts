import type { ChangedHotword, HotwordDiff } from '../../model/change.js';
import { type Hotword, type Remarks, remarkOn } from '../../model/hotword.js';
import { printable, quotable } from '../../model/text/printable.js';
import { plain, type Respelling, respellings, type Segment, spell, unseenDifference } from './respelling.js';

export interface WordRow {
  /** A blank: it is there, and nothing is said of what was before. */
  readonly symbol: '+' | '~' | '-' | ' ';
  readonly spelling: readonly Segment[];
  /** What is said of the word: weight, lang, other fields, and for a changed one from what to what. */
  readonly detail: string;
  /** What people say of the word: its note, and the day on which it expires; empty when nothing. */
  readonly remark: string;
}

/** What goes, what changes, what is only spelt differently, what comes. @param remarks on the words that come or stay */
export function wordRows(hotwords: HotwordDiff, remarks: Remarks): WordRow[] {
  const pairs = respellings(hotwords);
  const respelt = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const alone = (word: Hotword) => !respelt.has(word);
  return [
    ...hotwords.removed.filter(alone).map(goingRow),
    ...hotwords.changed.map((pair) => changedRow(pair, remarks)),
    ...pairs.flatMap((pair) => respeltRows(pair, remarks)),
    ...hotwords.added.filter(alone).map((word) => comingRow(word, remarks)),
  ];
}

/** Words that are there, one by one: of what applications send, nobody knows what they sent before. */
export function sentRows(words: readonly Hotword[], remarks: Remarks): WordRow[] {
  return words.map((word) => ({ ...comingRow(word, remarks), symbol: ' ' }));
}

/** What was said of it was said by whoever put it there. */
function goingRow(word: Hotword): WordRow {
  return { symbol: '-', spelling: plain(word.text), detail: fields(word).join(', '), remark: '' };
}

function comingRow(word: Hotword, remarks: Remarks): WordRow {
  return { ...goingRow(word), symbol: '+', remark: remarkText(word, remarks) };
}

function respeltRows(pair: Respelling, remarks: Remarks): WordRow[] {
  const { from, to } = spell(pair);
  const unseen = unseenDifference(pair);
  const note = unseen === '' ? '' : `, the two differ by ${unseen}`;
  const before = goingRow(pair.from);
  const after = comingRow(pair.to, remarks);
  return [
    { ...before, spelling: from },
    { ...after, spelling: to, detail: after.detail + note },
  ];
}

function changedRow({ before, after }: ChangedHotword, remarks: Remarks): WordRow {
  const from = fields(before);
  const to = fields(after);
  const gone = from.filter((field) => !to.includes(field)).join(', ');
  const come = to.filter((field) => !from.includes(field)).join(', ');
  const detail = `${gone || 'nothing'} → ${come || 'nothing'}`;
  return { symbol: '~', spelling: plain(after.text), detail, remark: remarkText(after, remarks) };
}

function remarkText(word: Hotword, remarks: Remarks): string {
  const { note, expires } = remarkOn(word, remarks);
  const parts = [...(note === null ? [] : [note]), ...(expires === null ? [] : [`expires ${expires}`])];
  return parts.map(quotable).join(' · ');
}

/** What a form says of a word where both are on one line. */
export function detailAndRemark({ detail, remark }: Pick<WordRow, 'detail' | 'remark'>): string {
  return remark === '' ? detail : `${detail} · ${remark}`;
}

function fields({ weight, lang, extra }: Hotword): string[] {
  const rest = Object.entries(extra ?? {}).map(([key, value]) =>
    printable(`${key} ${JSON.stringify(value)}`),
  );
  return [`weight ${weight}`, ...(lang === null ? [] : [printable(lang)]), ...rest];
}
