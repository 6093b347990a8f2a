import type { Look } from '../form.js';
import { padColumns, titled, widest } from '../layout.js';
import type { FilesView, FileView } from '../view/files-view.js';
import { joinBlocks, painter } from './paint.js';
import { renderDiagnostics } from './render-diagnostics.js';

const widestPath = 48;

/** What became of files, and the commands that come next. */
export function renderFiles(view: FilesView, look: Look): string {
  const { palette, account } = look;
  const width = widest(
    view.files.map(({ path }) => path),
    widestPath,
  );
  const rows = look.quiet ? [] : view.files.map((file) => fileRow(file, { width, look }));
  const next =
    look.quiet || view.next.length === 0 ? [] : ['Next:', ...view.next.map((line) => `  $ ${line}`)];
  const diagnostics = renderDiagnostics(view.diagnostics, look);
  return joinBlocks([
    rows,
    ...(diagnostics === '' ? [] : [[diagnostics.trimEnd()]]),
    look.quiet ? [] : view.notes,
    [`${palette.strong(titled(view.title, account))}: ${view.headline}`],
    next,
  ]);
}

function fileRow(
  { symbol, path, did, note }: FileView,
  { width, look }: { readonly width: number; readonly look: Look },
): string {
  const paint = painter(symbol, look.palette);
  const said = note === null ? did : `${did}: ${note}`;
  return `${paint(symbol)} ${padColumns(path, width)}  ${look.palette.faint(said)}`;
}
