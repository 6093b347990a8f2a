import type { Saying } from '../form.js';
import { filesDocument } from '../json/files-document.js';
import { type FilesReport, viewFiles } from '../view/files-view.js';
import type { Teller } from './teller.js';

/** What became of files that people edit. */
export function sayFiles(report: FilesReport, { envelope, sources }: Teller): Saying {
  return {
    as: 'files',
    view: () => viewFiles(report, sources),
    document: () => filesDocument(envelope, report),
  };
}
