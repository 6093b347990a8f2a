import type { ChangeView, ReportView } from '../view/report-view.js';
import { clipped, firstNames } from './clip.js';
import { cell, codeSpan, sentence } from './escape-markdown.js';
import type { Section } from './fit.js';
import { rowsSection } from './sections.js';

export function listsTable({ changes, unchanged }: ReportView, rank: number): Section {
  const rows = [
    ...changes.map((change) => [
      `${codeSpan(change.symbol)} ${change.label}`,
      codeSpan(change.address),
      sentence(change.tally),
      firstNames(change.consumers, codeSpan),
      notes(change),
    ]),
    ...unchanged.map(({ address, identity, hotwords, consumers }) => [
      'unchanged',
      codeSpan(address),
      String(hotwords),
      firstNames(consumers, codeSpan),
      codeSpan(identity),
    ]),
  ];
  const titles = ['', 'List', 'Hotwords', 'Consumers', 'Notes'];
  return table(titles, { rows, rank, most: 15_000, noun: 'list' });
}

export function consumersTable({ consumers, kind }: ReportView, rank: number): Section {
  const rows = consumers.map(({ name, address, effect, redeploy }) => [
    codeSpan(name),
    codeSpan(address),
    sentence(clipped(effect, 300)),
    ...(kind === 'drift' ? [] : [redeploy ? '**yes**' : 'no']),
  ]);
  const titles =
    kind === 'drift'
      ? ['Consumer', 'List', 'What is wrong']
      : ['Consumer', 'List', 'Gains and loses', 'Redeploy'];
  return table(titles, { rows, rank, most: 8000, noun: 'consumer' });
}

export function stepsTable({ steps, quota }: ReportView, rank: number): Section {
  const rows = steps.map(({ id, symbol, op, address, after, slots_after, cooldown }) => [
    id,
    `${codeSpan(symbol)} ${op} ${codeSpan(address)}`,
    `${slots_after}/${quota.limit}`,
    [...(after.length > 0 ? [`after ${after.join(', ')}`] : []), cooldown].filter(Boolean).join(', '),
  ]);
  const summary = 'Order of the steps, and the slots taken after each';
  return folded(summary, table(['', 'Step', 'Slots', 'Waits'], { rows, rank, most: 5000, noun: 'step' }));
}

export function foreignList({ foreign }: ReportView, rank: number): Section {
  const rows = foreign.map((list) => `- ${codeSpan(list)}\n`);
  return folded(
    'Foreign lists, never touched',
    rowsSection({ open: '', rows, rank, most: 3000, noun: 'list' }),
  );
}

function notes({ identity, because, consequence, cooldown }: ChangeView): string {
  const said = [because, consequence, cooldown].filter((note) => note !== '');
  return [codeSpan(identity), ...said.map((note) => sentence(clipped(note, 500)))].join('; ');
}

type Table = Omit<Parameters<typeof rowsSection>[0], 'open' | 'rows'> & {
  readonly rows: readonly (readonly string[])[];
};

export function table(titles: readonly string[], { rows, ...rest }: Table): Section {
  const open = `${line(titles)}|${titles.map(() => '---|').join('')}\n`;
  return rowsSection({ ...rest, open, rows: rows.map(line) });
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |\n`;
}

function folded(summary: string, section: Section): Section {
  if (section.rows.length === 0) return section;
  return {
    ...section,
    open: `<details><summary>${summary}</summary>\n\n${section.open}`,
    close: (hidden) => `${section.close(hidden)}</details>\n\n`,
  };
}
