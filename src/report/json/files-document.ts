import { inReadingOrder } from '../view/diagnostics.js';
import type { FilesReport } from '../view/files-view.js';
import { type Envelope, headDocument } from './envelope.js';
import { diagnosticDocument } from './fields.js';

export function filesDocument(envelope: Envelope, report: FilesReport): object {
  const { dry_run, files, notes, diagnostics, next } = report;
  return {
    ...headDocument(envelope),
    dry_run,
    files: files.map(({ path, action, note }) => ({ path, action, note })),
    notes,
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
    next,
  };
}
