import type { ChangeView, Redeploy, ReportView } from '../view/report-view.js';
import { clipped, firstNames } from './clip.js';
import { cell, codeSpan, sentence } from './escape-markdown.js';
import type { Section } from './fit.js';
import { folded, inPage, type Rows, rowsSection } from './sections.js';

/** What happens to each list, and the lists to which nothing does. */
export function listsTable(
  { changes, unchanged }: Pick<ReportView, 'changes' | 'unchanged'>,
  rank: number,
): Section {
  const rows = [
    ...changes.map((change) => [
      `${codeSpan(change.symbol)} ${change.label}`,
      codeSpan(change.address),
      sentence(change.tally),
      firstNames(change.consumers, codeSpan),
      notes(change),
    ]),
    ...unchanged.map(({ address, identity, owner, hotwords, consumers }) => [
      'unchanged',
      codeSpan(address),
      String(hotwords),
      firstNames(consumers, codeSpan),
      [codeSpan(identity), ...ownedBy(owner)].join('; '),
    ]),
  ];
  const titles = ['', 'List', 'Hotwords', 'Consumers', 'Notes'];
  return table(titles, {
    rows,
    rank,
    most: 15_000,
    noun: 'list',
    title: 'the table of lists',
    elsewhere: inPage,
  });
}

export function consumersTable({ consumers, consumers_list, kind }: ReportView, rank: number): Section {
  const rows = consumers.map(({ name, address, effect, redeploy }) => [
    codeSpan(name),
    codeSpan(address),
    sentence(clipped(effect, 300)),
    ...(kind === 'drift' ? [] : [redeployCell(redeploy)]),
  ]);
  const titles =
    kind === 'drift'
      ? ['Consumer', consumers_list, 'What is wrong']
      : ['Consumer', consumers_list, 'Gains and loses', 'Redeploy'];
  return table(titles, {
    rows,
    rank,
    most: 8000,
    noun: 'consumer',
    title: 'the table of consumers',
    elsewhere: inPage,
  });
}

function redeployCell(redeploy: Redeploy): string {
  switch (redeploy) {
    case 'new id':
      return '**yes**';
    case 'words':
      return '**yes**, no new id';
    case 'no':
      return 'no';
  }
}

export function stepsTable({ steps, quota }: ReportView, rank: number): Section {
  const rows = steps.map(({ id, symbol, op, address, after, slots_after, cooldown }) => [
    id,
    `${codeSpan(symbol)} ${op} ${codeSpan(address)}`,
    `${slots_after}/${quota.limit}`,
    [...(after.length > 0 ? [`after ${after.join(', ')}`] : []), cooldown].filter(Boolean).join(', '),
  ]);
  const titles = ['', 'Step', 'Slots', 'Waits'];
  const title = 'the order of the steps';
  return folded(
    'Order of the steps, and the slots taken after each',
    table(titles, { rows, rank, most: 5000, noun: 'step', title, elsewhere: inPage }),
  );
}

export function unmanagedList({ unmanaged }: ReportView, rank: number): Section {
  const rows = unmanaged.map((list) => `- ${codeSpan(list)}\n`);
  return folded(
    'Unmanaged lists, never touched',
    rowsSection({
      open: '',
      rows,
      rank,
      most: 3000,
      noun: 'list',
      title: 'the unmanaged lists',
      elsewhere: inPage,
    }),
  );
}

function notes({ identity, owner, because, consequence, cooldown }: ChangeView): string {
  const said = [because, consequence, cooldown].filter((note) => note !== '');
  return [
    codeSpan(clipped(identity, 200)),
    ...ownedBy(owner),
    ...said.map((note) => sentence(clipped(note, 500))),
  ].join('; ');
}

export function ownedBy(owner: string): string[] {
  return owner === '' ? [] : [`owner ${codeSpan(clipped(owner, 200))}`];
}

type Table = Omit<Rows, 'open' | 'rows'> & {
  readonly rows: readonly (readonly string[])[];
};

export function table(titles: readonly string[], { rows, ...rest }: Table): Section {
  const open = `${line(titles)}|${titles.map(() => '---|').join('')}\n`;
  return rowsSection({ ...rest, open, rows: rows.map(line) });
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |\n`;
}
