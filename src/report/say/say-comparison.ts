import type { Comparison } from '../../model/comparison.js';
import type { Said } from '../form.js';
import { diffDocument } from '../json/documents.js';
import type { ReportView } from '../view/report-view.js';
import { viewDiff } from '../view/view-diff.js';
import type { Teller } from './teller.js';

/** What a change of a configuration comes to. */
export function sayComparison(
  comparison: Comparison,
  { envelope, sources }: Teller,
): Said<ReportView> & { readonly as: 'report' } {
  return {
    as: 'report',
    view: () => viewDiff(comparison, sources),
    document: () => diffDocument(envelope, comparison),
  };
}
