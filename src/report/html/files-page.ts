import { titled } from '../layout.js';
import type { FilesView, FileView } from '../view/files-view.js';
import { renderDiagnosticList } from './diagnostics.js';
import { renderClosing, renderVerdict } from './heading.js';
import { html, type Markup, nothing, renderSign, sentence } from './markup.js';
import { renderPage } from './page.js';
import type { PageLook } from './render-html.js';

/** Draws what became of files, and the commands that come next. */
export function renderFilesPage(view: FilesView, { version, account }: PageLook): string {
  const { state, verdict, headline, files, notes, next, diagnostics } = view;
  const title = titled(view.title, account);
  return renderPage({
    title: `${title}: ${headline}`,
    heading: renderVerdict({ state, verdict, title, headline }),
    parts: [renderNotes(notes), renderFiles(files), renderNext(next), renderDiagnosticList(diagnostics)],
    closing: renderClosing({ legend: [], digest: null }, version),
  });
}

function renderNotes(notes: readonly string[]): Markup {
  if (notes.length === 0) return nothing;
  return html`<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ul class="impact">${notes.map((note) => html`<li>${sentence(note)}</li>`)}</ul>
</section>`;
}

function renderFiles(files: readonly FileView[]): Markup {
  if (files.length === 0) return nothing;
  return html`<section aria-labelledby="files">
<h2 id="files">Files</h2>
<table class="stack changes">
<caption>What became of each file</caption>
<thead><tr><th scope="col">Result</th><th scope="col">File</th></tr></thead>
<tbody>
${files.map(renderFile)}</tbody>
</table>
</section>`;
}

function renderFile({ symbol, path, did, note }: FileView): Markup {
  const said = note === null ? nothing : html`<p class="note">${sentence(note)}</p>`;
  return html`<tr><td class="label">${did}</td><th scope="row">${renderSign(symbol)} ${path}${said}</th></tr>
`;
}

function renderNext(next: readonly string[]): Markup {
  if (next.length === 0) return nothing;
  return html`<section aria-labelledby="next">
<h2 id="next">Next</h2>
<ul class="impact">${next.map((line) => html`<li><code>${line}</code></li>`)}</ul>
</section>`;
}
