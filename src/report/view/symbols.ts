import type { Action } from '../../model/change.js';
import type { Symbol } from './report-view.js';

export const symbols: Readonly<Record<Action, Symbol>> = {
  create: '+',
  update: '~',
  delete: '-',
  keep: '=',
  'no-op': ' ',
};
