/** On paper: black on white, everything unfolded, no search, and no row torn in two. */
export const paper = `
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light;
    --page: #fff; --card: #fff; --line: #bbb; --edge: #888; --ink: #000; --soft: #333;
    --accent: #000; --unmanaged: #777; --free: #e4e4e4; --needed: #aaa; --freed: #ccc;
    --added: #000; --added-back: #fff; --changed: #000; --changed-back: #fff; --removed: #000; --removed-back: #fff;
    --added-row: #fff; --added-mark: #fff; --changed-row: #fff; --changed-mark: #fff; --removed-row: #fff; --removed-mark: #fff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  section { margin-top: 1.5rem; }
  .slots, .swatch, .sign { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip, .search, .empty, kbd, summary::before { display: none; }
  .scroll { overflow: visible; }
  .steps { min-width: 0; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; opacity: 1; }
  .list[hidden] { display: block; }
  .list tr[hidden] { display: table-row; }
  .long .rows { content-visibility: visible; }
  tr, .findings li, figure, .legend { break-inside: avoid; }
  h2, h3, summary, caption, thead { break-after: avoid; }
  a { text-decoration: none; }
  ins, mark { text-decoration: underline; } del { text-decoration: line-through; }
}
`;
