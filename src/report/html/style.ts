import { evaluationStyle } from './evaluation/evaluation-style.js';

const type = `
:root { --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans", "Microsoft YaHei",
    "Noto Sans CJK SC", sans-serif;
  --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; }
html { font: 100%/1.5 var(--text); scroll-padding-top: 8rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { max-width: 60rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem) 3rem;
  background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; }
h1 { clear: both; padding-top: 2rem; font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); font-weight: 650; line-height: 1.2;
  letter-spacing: -.02em; }
h1 span { display: inline-block; }
h1 .title + span::first-letter { text-transform: uppercase; }
h1 .title { display: block; margin-bottom: .125rem; color: var(--soft); font-size: 1rem; font-weight: 600; letter-spacing: 0; }
h2 { margin-bottom: .75rem; font-size: 1.25rem; font-weight: 650; line-height: 1.3; letter-spacing: -.01em; }
h3 { font-size: 1rem; font-weight: 600; }
b { font-weight: 600; }
code, .identity, .place, .ids { font-family: var(--code); font-size: .8125rem; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--card); border-radius: .5rem; z-index: 2; }
.skip:focus { top: 1rem; }
`;

const parts = `
.brand { float: left; color: var(--soft); font-weight: 650; letter-spacing: -.01em; line-height: 2rem; }
.verdict { display: flex; gap: .5rem; align-items: center; width: fit-content; margin-left: auto; padding: 0 .875rem 0 .625rem;
  border: 1px solid currentColor; border-radius: 1rem; font-size: .9375rem; font-weight: 600; line-height: 1.875rem; }
.verdict svg { width: 1rem; height: 1rem; }
.verdict.clean { background: var(--added-back); color: var(--added); }
.verdict.changes { background: var(--changed-back); color: var(--changed); }
.verdict.blocked { background: var(--removed-back); color: var(--removed); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin-top: .75rem; font-size: .9375rem; }
.facts div { display: flex; gap: .5rem; }
.facts dt, caption, .key, .tally, .identity, .place, .note, .sentence, footer { color: var(--soft); }
.facts dt { flex: none; }
section { margin-top: 2.75rem; }
.fold + .fold { margin-top: .75rem; }
.diagnostics ul { list-style: none; }
.diagnostics > ul { display: grid; gap: .75rem; }
.diagnostics > ul > li { padding: .875rem 1.125rem; border: 1px solid var(--line); border-left: .25rem solid var(--tone);
  border-radius: .375rem; background: var(--card); }
.diagnostics .blocked, .diagnostics .error { --tone: var(--removed); background: var(--removed-back); }
.diagnostics .warning { --tone: var(--changed); background: var(--changed-back); }
.diagnostics .info { --tone: var(--soft); }
.rule { font-size: .875rem; }
.rule b { color: var(--tone); }
.rule code { margin-left: .375rem; color: var(--soft); }
.message { font-weight: 500; }
.hint, .ways { margin-top: .25rem; font-size: .9375rem; }
.ways li { padding-left: 1.125rem; }
.ways li::before { content: "→"; float: left; margin-left: -1.125rem; color: var(--tone); }
.place { margin-top: .25rem; }
.slots { display: block; width: 100%; height: 1.5rem; border-radius: .25rem; }
.sentence { margin-top: .625rem; }
.key { display: flex; flex-wrap: wrap; gap: .125rem 1.25rem; margin-top: .25rem; list-style: none; font-size: .875rem; }
.swatch { width: .6875rem; height: .6875rem; margin-right: .4375rem; border-radius: .125rem; }
.ours { fill: var(--accent); } .unmanaged { fill: var(--unmanaged); } .free { fill: var(--free); }
.needed { fill: var(--needed); } .taken { fill: var(--added); } .freed { fill: var(--freed); } .limit { fill: var(--removed); }
.unsafe { margin-top: .5rem; color: var(--removed); font-weight: 600; }
.impact { padding-left: 1.125rem; }
.impact li::marker { color: var(--soft); }
.impact ~ table { margin-top: 1.25rem; }
`;

const tables = `
table { width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { margin-bottom: .25rem; font-size: .875rem; text-align: start; }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; }
tbody th { font-weight: 500; }
.identity, .note { font-weight: 400; }
.note { font-size: .875rem; }
.label { white-space: nowrap; }
.sign { display: inline-block; min-width: 1.375rem; margin-right: .25rem; border-radius: .25rem; font: 600 .875rem/1.375rem var(--code); text-align: center; }
.sign.added { background: var(--added-back); color: var(--added); }
.sign.changed { background: var(--changed-back); color: var(--changed); }
.sign.removed { background: var(--removed-back); color: var(--removed); }
.sign.kept { background: var(--free); color: var(--soft); }
.steps td:first-child { width: 3rem; color: var(--soft); }
.steps td:nth-child(3) { width: 15rem; white-space: nowrap; }
.steps td:nth-child(4) { width: 14rem; color: var(--soft); font-size: .875rem; }
.steps .slots { display: inline-block; width: 10rem; height: .75rem; margin-right: .75rem; border-radius: .125rem; }
details { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
summary { display: flex; flex-wrap: wrap; gap: .125rem .5rem; align-items: baseline; padding: .75rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; align-self: center; width: .375rem; height: .375rem; margin: 0 .375rem 0 .125rem; border: solid var(--soft);
  border-width: 0 .125rem .125rem 0; rotate: -45deg; transition: rotate .15s; }
details[open] > summary::before { rotate: 45deg; }
summary h2, summary h3 { margin: 0; }
summary h2 { font-size: 1rem; font-weight: 600; }
summary .tally { margin-left: auto; font-size: .875rem; font-variant-numeric: tabular-nums; }
summary:hover { background: var(--hover); border-radius: .5rem; }
details > table tbody tr:last-child > * { border-bottom: 0; }
details > table, .ids { margin: 0 1rem .75rem; width: calc(100% - 2rem); }
.ids { list-style: none; padding-bottom: .25rem; color: var(--soft); line-height: 1.75; }
.list { margin-top: .75rem; overflow: clip; }
.rows { border-top: 1px solid var(--line); }
.long .rows { content-visibility: auto; contain-intrinsic-size: auto 80rem; }
.rows table { table-layout: fixed; }
.rows .narrow { width: 3rem; }
.rows .detail { width: 36%; }
.rows th, .rows td { padding: .3125rem 1rem .3125rem 0; }
.rows tr:last-child > * { border-bottom: 0; }
.rows td { color: var(--soft); font-size: .875rem; line-height: 1.5rem; }
.rows td:first-child { padding-left: 1.25rem; font: 600 1rem/1.5rem var(--code); }
.rows th { font-size: 1rem; font-weight: 400; line-height: 1.5rem; }
.rows .added { background: var(--added-row); }
.rows .changed { background: var(--changed-row); }
.rows .removed { background: var(--removed-row); }
.rows .added td:first-child { color: var(--added); }
.rows .changed td:first-child { color: var(--changed); }
.rows .removed td:first-child { color: var(--removed); }
ins, del, mark { padding: .0625rem 0; border-radius: .1875rem; color: inherit; text-decoration-thickness: 2px; text-underline-offset: .2em; }
ins { background: var(--added-mark); color: var(--added); }
del { background: var(--removed-mark); color: var(--removed); }
mark { background: var(--changed-mark); color: var(--changed); }
`;

const controls = `
.search { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .625rem 1.25rem; align-items: center; padding: .75rem 0;
  border-bottom: 1px solid var(--line); background: var(--page); font-size: .9375rem; z-index: 1; }
.query { position: relative; flex: 1 1 18rem; display: flex; gap: .75rem; align-items: center; }
.query label { flex: none; font-weight: 600; }
.query kbd { position: absolute; right: .5rem; padding: 0 .4375rem; border: 1px solid var(--line); border-radius: .25rem; color: var(--soft); font: .8125rem/1.25rem var(--code); pointer-events: none; }
.query input:focus ~ kbd { visibility: hidden; }
input[type=search], select, button { min-width: 0; padding: .375rem .75rem; border: 1px solid var(--edge); border-radius: .375rem; background: var(--card); color: var(--ink); font: inherit; }
input[type=search] { flex: 1; width: 100%; }
select { max-width: 16rem; text-overflow: ellipsis; }
button { cursor: pointer; }
button:hover { background: var(--hover); }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; min-width: 0; }
fieldset label { display: flex; gap: .25rem; align-items: center; cursor: pointer; }
input[type=checkbox] { width: 1rem; height: 1rem; margin: 0; accent-color: var(--accent); }
#count { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; }
.empty { margin-top: .75rem; padding: 2.5rem 1rem; border: 1px dashed var(--edge); border-radius: .5rem; color: var(--soft); text-align: center; }
footer { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .875rem; }
footer > * + * { margin-top: .75rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.legend div { display: flex; gap: .25rem; align-items: baseline; }
.digest code { margin-left: .25rem; color: var(--ink); user-select: all; }
`;

const conditions = `
@media screen { [hidden] { display: none !important; } }
@media screen and (max-width: 40rem) {
  .search { position: static; }
  html { scroll-padding-top: 1rem; }
  .query { flex-basis: 100%; }
  .query kbd { display: none; }
  .which, select { flex: 1; max-width: 100%; width: 100%; }
  #count { flex-basis: 100%; margin-left: 0; }
  .stack, .stack caption:not(.unseen), .stack tbody, .stack tr, .stack tbody th, .stack td { display: block; }
  .stack thead { display: none; }
  .stack tr { padding: .625rem 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td { padding: .0625rem 0; border: 0; }
  .stack td:empty { display: none; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
  .steps td:nth-child(n) { width: auto; white-space: normal; }
  .steps .slots { width: min(10rem, 40%); margin: 0 .5rem; }
  .rows .detail { width: 38%; }
  .rows .narrow { width: 2.5rem; }
  .rows td:first-child { padding-left: 1rem; }
  summary .tally { margin-left: 0; flex-basis: 100%; padding-left: 3.25rem; }
}
@media (forced-colors: active) {
  .ours { fill: LinkText; } .unmanaged, .freed { fill: GrayText; } .taken, .needed { fill: Highlight; } .limit { fill: CanvasText; }
  .free { fill: Canvas; stroke: CanvasText; }
  summary::before { border-color: CanvasText; }
  ins, mark { text-decoration: underline; } del { text-decoration: line-through; } }
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
`;

/** Every colour there is, by what it is for; each pair that meets as text and ground has a contrast of 4.5 or more. */
const colours = `
:root { color-scheme: light dark;
  --page: #fbfbf9; --card: #fff; --hover: #f4f4f0; --line: #e5e5df; --edge: #8b8f96; --ink: #1d2126; --soft: #5a616b;
  --accent: #2556c8; --unmanaged: #8b94a3; --free: #e9e9e3; --needed: #a9c1f5; --freed: #e9a3a9;
  --added: #11652c; --added-back: #e3f5e8; --changed: #7a4b00; --changed-back: #fdf2d8; --removed: #a5192c; --removed-back: #fdecec;
  --added-row: #f4fbf6; --added-mark: #c9efd3; --changed-row: #fefaef; --changed-mark: #fae5b0; --removed-row: #fef6f6; --removed-mark: #fbd5d6; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14161a; --card: #1a1d22; --hover: #22262c; --line: #2d3239; --edge: #6d7580; --ink: #e9e9e6; --soft: #a4abb5;
  --accent: #8fb2ff; --unmanaged: #6f7885; --free: #2a2f36; --needed: #3c5590; --freed: #7d3e47;
  --added: #83dfa3; --added-back: #15321f; --changed: #f0c768; --changed-back: #362b12; --removed: #ffa3aa; --removed-back: #3b1b20;
  --added-row: #17231c; --added-mark: #1d4a2c; --changed-row: #24221b; --changed-mark: #4d3d16; --removed-row: #261c20; --removed-mark: #5c242c; } }
`;

/** On paper: black on white, everything unfolded, no search, and no row torn in two. */
const paper = `
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
  details::details-content { display: block; content-visibility: visible; block-size: auto; opacity: 1; }
  .list[hidden], .clip[hidden] { display: block; }
  .list tr[hidden] { display: table-row; }
  .long .rows { content-visibility: visible; }
  tr, .diagnostics li, figure, .legend { break-inside: avoid; }
  h2, h3, summary, caption, thead { break-after: avoid; }
  a { text-decoration: none; }
  ins, mark { text-decoration: underline; } del { text-decoration: line-through; }
}
`;

/** The whole style sheet. Nothing of a report is in it, so every page has the same, under the same hash. */
export const style = [colours, type, parts, tables, controls, evaluationStyle, conditions, paper].join('');
