import type { HotwordDiff } from '../../model/change.js';
import { noRemarks } from '../../model/hotword.js';
import type { InstantChange, ReplacedList } from '../../model/instant/instant-change.js';
import type { InstantWords } from '../../model/instant/instant-words.js';
import type { Plan } from '../../model/plan.js';
import { compareText } from '../../model/text/compare.js';
import { printable, printableLocation, quotable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import type { InstantView, ReportKind } from './report-view.js';
import { countWords, signedCounts } from './word-counts.js';
import { sentRows, wordRows } from './word-rows.js';

/*
 * Vocabularies whose words go with each request. Nothing is written to the account for them, so they are apart from the
 * lists: in a plan nobody can know what applications send today, and all words are shown; a comparison knows both sides.
 */

/** What stands above them, in every form. */
export const instantTitle = 'Instant vocabularies: sent with each request, no slot';

/** Draws what a plan, a comparison or a drift says of them, by name. */
export function viewInstant(plan: Pick<Plan, 'instant' | 'changes'>, kind: ReportKind): InstantView[] {
  return plan.instant.map((change) => {
    const words = change.after ?? change.before;
    return {
      ...(kind === 'diff'
        ? compared(change, plan)
        : kind === 'plan'
          ? planned(change, plan)
          : listed(change)),
      name: printable(change.name),
      models: (words?.target_models ?? []).map(printable),
      owner: quotable(words?.owner ?? ''),
      consumers: (words?.consumers ?? []).map(printable),
      location: printableLocation(change.after?.location ?? null),
    };
  });
}

/** `2 instant vocabularies with 34 hotwords (no slot)`; none where there is none. */
export function instantSummary({ instant }: Pick<Plan, 'instant'>): string[] {
  const there = instant.flatMap(({ after }) => after ?? []);
  if (there.length === 0) return [];
  const hotwords = there.reduce((sum, words) => sum + words.hotwords.length, 0);
  return [`${count(there.length, 'instant vocabulary')} with ${count(hotwords, 'hotword')} (no slot)`];
}

/** `1 of 2 instant vocabularies changed`; none where there is none. */
export function instantDifference(views: readonly InstantView[]): string[] {
  const changed = views.filter(isChanged).length;
  if (views.length === 0) return [];
  if (changed === 0) return [`${count(views.length, 'instant vocabulary')} unchanged`];
  const of = changed === views.length ? '' : `${changed} of `;
  return [`${of}${count(views.length, 'instant vocabulary')} changed`];
}

export function isChanged({ symbol }: InstantView): boolean {
  return symbol !== ' ';
}

type Told = Pick<InstantView, 'symbol' | 'label' | 'tally' | 'rows' | 'notes'>;

/** In a drift: they are there, and the account has no say in them. */
function listed({ after }: InstantChange): Told {
  return { symbol: ' ', label: 'instant', tally: hotwordsOf(after), rows: [], notes: [] };
}

function planned(change: InstantChange, plan: Pick<Plan, 'changes'>): Told {
  const { after, replaces } = change;
  const [old] = replaces;
  const remarks = after?.remarks ?? noRemarks;
  const sent = sorted(after);
  const kept = (words: HotwordDiff) => {
    const told = new Set(
      [...words.added, ...words.changed.map((pair) => pair.after)].map(({ text }) => text),
    );
    return sent.filter(({ text }) => !told.has(text));
  };
  return {
    symbol: ' ',
    label: 'instant',
    tally: [hotwordsOf(after), ...(old === undefined ? [] : [against(old)])].join(', '),
    rows:
      old === undefined
        ? sentRows(sent, remarks)
        : [...wordRows(old.hotwords, remarks), ...sentRows(kept(old.hotwords), remarks)],
    notes: [...replaces.flatMap((list) => handoverNotes(list, change, plan)), reachNote(after)],
  };
}

function compared(change: InstantChange, plan: Pick<Plan, 'changes'>): Told {
  const { before, after, hotwords, replaces } = change;
  const [old] = replaces;
  const remarks = after?.remarks ?? noRemarks;
  const words = hotwords ?? { added: [], removed: [], changed: [], unchanged: 0 };
  const rows = wordRows(words, remarks);
  if (after === null) return gone(change, words, plan);
  if (before === null && old !== undefined) {
    return {
      symbol: '~',
      label: 'now instant',
      tally: `${sizeAfter(words)}, ${against(old)}`,
      rows: wordRows(old.hotwords, remarks),
      notes: [
        ...replaces.flatMap((list) => handoverNotes(list, change, plan)),
        redeployNote(after, 'to send them in the place of its list'),
      ],
    };
  }
  if (before === null) {
    return {
      symbol: '+',
      label: 'new',
      tally: sizeAfter(words),
      rows,
      notes: [redeployNote(after, 'to send them')],
    };
  }
  const models = modelsNote(before, after);
  if (rows.length === 0 && models.length === 0) {
    return { symbol: ' ', label: 'unchanged', tally: sizeAfter(words), rows, notes: [] };
  }
  const counts = signedCounts(countWords(words));
  const tally = counts === '' ? sizeAfter(words) : `${counts}, ${words.unchanged} unchanged`;
  const notes = [...models, ...(rows.length === 0 ? [] : [redeployNote(after, 'to send them')])];
  return { symbol: '~', label: 'changed', tally, rows, notes };
}

/** Deleted, or a list by now, which is drawn with the lists, word by word. */
function gone({ name, before }: InstantChange, words: HotwordDiff, { changes }: Pick<Plan, 'changes'>): Told {
  const tally = count(words.removed.length, 'hotword');
  const lists = changes.filter((change) => change.after !== null && change.name === name);
  if (lists.length > 0) {
    const addresses = firstOf(lists.map(({ address }) => printable(address)));
    const note = `is the list ${addresses} now, which needs a slot and is used by its id`;
    return { symbol: '~', label: 'now a list', tally, rows: [], notes: [note] };
  }
  const users = before?.consumers ?? [];
  const names = firstOf(users.map(printable));
  const note = `${names} no longer ${users.length === 1 ? 'sends' : 'send'} its words, from the next deploy of the published file on`;
  const rows = wordRows(words, noRemarks);
  return { symbol: '-', label: 'gone', tally, rows, notes: users.length === 0 ? [] : [note] };
}

function modelsNote(before: InstantWords, after: InstantWords): string[] {
  const [was, is] = [before, after].map(({ target_models }) =>
    [...target_models].sort(compareText).join(', '),
  );
  return was === is ? [] : [printable(`for ${is} instead of ${was}`)];
}

/** From the list to the words: whoever has switched no longer needs the list, and whoever has not must be given time. */
function handoverNotes(
  { address, vocabulary_id }: ReplacedList,
  { after }: InstantChange,
  { changes }: Pick<Plan, 'changes'>,
): string[] {
  const list = changes.find(({ before }) => before?.vocabulary_id === vocabulary_id);
  const users = firstOf((after?.consumers ?? []).map(printable));
  const place = `takes the place of ${printable(address)}`;
  if (list?.action === 'delete') {
    return [
      users === '' ? `${place}, which goes` : `${place}, which goes: ${users} must send the words by now`,
    ];
  }
  const until = users === '' ? 'it is kept' : `it serves ${users} until they send the words`;
  return [`${place}: ${until}`, 'after that, `--retire` deletes it'];
}

/** Nobody can know whether applications send these words already. */
function reachNote(after: InstantWords | null): string {
  const users = after?.consumers ?? [];
  if (users.length === 0) return 'no consumer sends its words';
  return `reaches ${firstOf(users.map(printable))} with the next deploy of the published file; no new id`;
}

function redeployNote({ consumers }: InstantWords, why: string): string {
  if (consumers.length === 0) return 'no consumer sends its words';
  return `redeploy ${firstOf(consumers.map(printable))} with the published file ${why}; no new id`;
}

function against({ address, hotwords }: ReplacedList): string {
  const counts = signedCounts(countWords(hotwords));
  return printable(`${counts === '' ? 'the same as' : `${counts} against`} ${address}`);
}

function hotwordsOf(words: InstantWords | null): string {
  return count(words?.hotwords.length ?? 0, 'hotword');
}

function sizeAfter({ added, changed, unchanged }: HotwordDiff): string {
  return count(added.length + changed.length + unchanged, 'hotword');
}

function sorted(words: InstantWords | null): InstantWords['hotwords'] {
  return [...(words?.hotwords ?? [])].sort((one, other) => compareText(one.text, other.text));
}
