import type { Action } from '../../model/change.js';
import type { LegendEntry, ReportKind, Symbol } from './report-view.js';
import type { WordRow } from './word-rows.js';

type Meanings = Readonly<Record<Exclude<Symbol, ' '>, string>>;

const planned: Meanings = {
  '+': 'created or added',
  '~': 'updated or changed',
  '-': 'deleted or removed',
  '=': 'kept as it is',
};

const drifted: Meanings = {
  '+': 'in the configuration, not in the account',
  '~': 'different in the account',
  '-': 'in the account, not in the configuration',
  '=': 'kept on purpose',
};

const order = ['+', '~', '-', '='] as const;

interface Signed {
  readonly symbol: Symbol;
  readonly rows: readonly Pick<WordRow, 'symbol'>[];
}

/** What the symbols mean that are used by these changes and their words. */
export function legendOf(changes: readonly Signed[], kind: ReportKind): LegendEntry[] {
  const used = new Set(changes.flatMap(({ symbol, rows }) => [symbol, ...rows.map((row) => row.symbol)]));
  const meanings = kind === 'drift' ? drifted : planned;
  return order.filter((symbol) => used.has(symbol)).map((symbol) => ({ symbol, meaning: meanings[symbol] }));
}

export const symbols: Readonly<Record<Action, Symbol>> = {
  create: '+',
  update: '~',
  delete: '-',
  keep: '=',
  'no-op': ' ',
};
