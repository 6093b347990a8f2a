/** What only the page of an evaluation has: verdicts of words, figures, and clips with their words marked. */
export const evaluationStyle = `
.evaluation > * + :not(h2) { margin-top: 1rem; }
.evaluation > h2 + * { margin-top: 0; }
.evaluation > h3 + .impact { margin-top: .25rem; }
.evaluation .outcome { font-weight: 500; }
.evaluation details .impact { margin: 0 1rem .75rem; }
.texts-note { margin-top: 1.25rem; font-size: .875rem; }
.figures b { font-size: 1.0625rem; }
.figures td:nth-child(n+2) { width: 25%; }
.figures .better .given b { color: var(--added); }
.figures .worse .given b { color: var(--removed); }
.rows .verdict-column { width: 8rem; }
.rows .heard-column { width: 9rem; }
.rows .advice-column { width: 42%; }
.verdicts td:first-child { font: 600 .875rem/1.5rem var(--text); white-space: nowrap; }
.rows .harmful { background: var(--removed-row); }
.rows .no_effect { background: var(--changed-row); }
.rows .harmful td:first-child { color: var(--removed); }
.rows .no_effect td:first-child { color: var(--changed); }
.rows .works td:first-child { color: var(--added); }
.verdicts .do { color: var(--ink); font-weight: 500; }
.clips { margin-top: .75rem; overflow: clip; }
.clip { padding: .75rem 1.25rem; border-top: 1px solid var(--line); }
.clips.long .clip { content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.clip h4 { margin: 0; font-size: .9375rem; font-weight: 600; }
.clip .tally { font-size: .875rem; font-weight: 400; }
.texts { margin-top: .25rem; }
.texts div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 .75rem; padding: .125rem 0; }
.texts dt { color: var(--soft); font-size: .875rem; line-height: 1.5rem; }
mark.heard { background: var(--added-mark); color: var(--added); text-decoration: underline; }
mark.missed { background: var(--removed-mark); color: var(--removed); text-decoration: underline dashed; }
mark.intruded { background: var(--changed-mark); color: var(--changed); text-decoration: underline wavy; text-decoration-thickness: 1px; }
mark.heard::after, mark.missed::after, mark.intruded::after { margin-left: .125rem; font-size: .75em; font-weight: 600; }
mark.heard::after { content: "✓" / "heard"; }
mark.missed::after { content: "✗" / "missed"; }
mark.intruded::after { content: "+" / "intruded"; }
@media screen and (max-width: 40rem) {
  .figures td:nth-child(n+2) { width: auto; }
  .rows .stack tr { padding: .5rem 1rem; }
  .rows .stack td:first-child { padding-left: 0; }
  .texts div { grid-template-columns: 1fr; }
}
@media print { .clip { break-inside: avoid; } }
`;
