/** The page's one style sheet. System fonts and colours that keep a contrast of 4.5 to 1 in light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f5f1; --card: #fff; --ink: #1d2321; --soft: #5c6663; --line: #dfddd5; --edge: #7d8783;
  --accent: #0b6b57; --ready: #0b6b57; --ready-bg: #dff1ec; --pending: #8a4b00; --pending-bg: #fcebd2; --over: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121615; --card: #1b2120; --ink: #e9ecea; --soft: #9ba6a2; --line: #2d3634; --edge: #7d8783;
    --accent: #4fc3a6; --ready: #6fd6bb; --ready-bg: #15342d; --pending: #f2b765; --pending-bg: #3a2a12; --over: #ff8a80;
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
body { max-width: 72rem; margin: auto; padding: 1.5rem 1.25rem 3rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 1rem; }
header > * { grid-column: 1 / -1; min-width: 0; }
.brand { grid-column: 1; color: var(--soft); font-size: .875rem; }
nav { grid-column: 2; display: flex; flex-wrap: wrap; justify-content: end; gap: 0 1rem; font-size: .875rem; }
nav a { padding: .25rem 0; color: var(--accent); text-underline-offset: .2em; }
nav span, .took, .time, dl, footer, #count { font-variant-numeric: tabular-nums; }
h1 { margin: .25rem 0 1rem; font-size: 1.75rem; font-weight: 400; line-height: 1.2; text-wrap: balance; }
h1 b { font-weight: 700; }
h2 { margin-bottom: .5rem; font-size: 1.25rem; line-height: 1.3; }
h2:focus { outline: none; }
h3 { font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
.gauge { display: grid; grid-template-columns: repeat(auto-fit, minmax(.5rem, 1fr)); gap: .25rem; }
.gauge i { height: 1rem; border-radius: .25rem; border: 1px solid var(--line); }
.gauge .taken { background: var(--accent); border-color: var(--accent); }
.gauge .over { background: var(--over); border-color: var(--over); }
#scarce { max-width: 48rem; margin-top: .75rem; font-size: .9375rem; }
#switches { margin-top: .75rem; color: var(--soft); font-size: .875rem; }
#switches ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-bottom: .25rem; padding: 0; list-style: none; overflow-wrap: anywhere; }
#switches b, .unusual td:nth-child(2) { color: var(--ink); font-weight: 600; }
#switches summary { font-weight: 400; }
section { margin-top: 2rem; }
.note { color: var(--soft); font-size: .875rem; }
#search { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: center;
  margin-bottom: .75rem; padding: .625rem 0; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .9375rem; }
#search label { font-weight: 600; }
#search input { flex: 1 1 10rem; min-width: 0; max-width: 24rem; padding: .375rem .75rem; border: 1px solid var(--edge);
  border-radius: .375rem; background: var(--card); color: var(--ink); font: inherit; }
#count { color: var(--soft); }
#cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1rem; align-items: start; }
article { min-width: 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
article:has(details[open]) { grid-column: 1 / -1; }
.title { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
.title > * { min-width: 0; }
.status { padding: 0 .625rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; line-height: 1.6; }
.ready { background: var(--ready-bg); color: var(--ready); }
.pending { background: var(--pending-bg); color: var(--pending); }
.model { color: var(--soft); overflow-wrap: anywhere; }
dl { margin: .75rem 0; font-size: .875rem; }
dl div { display: flex; gap: .75rem; }
dt { flex: 0 0 4.25rem; color: var(--soft); }
dd { margin: 0; }
.id { color: var(--soft); font: .75rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
article details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: .75rem; }
summary { padding: .125rem 0; cursor: pointer; font-weight: 600; }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; font-size: .9375rem; }
th { color: var(--soft); font-size: .8125rem; font-weight: 600; text-align: start; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.words th:nth-child(2), .words th:nth-child(3) { width: 4rem; }
.words td:nth-child(2) { font-variant-numeric: tabular-nums; }
.words { content-visibility: auto; contain-intrinsic-size: auto 20rem; table-layout: fixed; }
#switches table { max-width: 40rem; font-size: .875rem; }
.log { font-size: .875rem; }
.log th, .log td { white-space: nowrap; }
.log td:nth-child(4), .log .id { white-space: normal; }
.log .id { line-height: 1.75; }
.log th:last-child, .took { padding-right: 0; text-align: end; }
.time span { font-weight: 600; }
.action { font-weight: 600; }
.good { color: var(--ready); }
.bad { color: var(--over); font-weight: 600; }
.heard { margin-top: .75rem; padding: 0; list-style: none; }
.heard > li { padding: .75rem 0; border-top: 1px solid var(--line); }
.head { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .875rem; }
.said { margin: .125rem 0; font-size: 1.125rem; }
.nothing { color: var(--soft); }
.outcomes { margin: .25rem 0; padding-inline-start: 1.25rem; font-size: .9375rem; }
.outcomes .bad, .heard > li > .bad { font-weight: 400; }
.idle { color: var(--over); font-weight: 600; }
.empty { grid-column: 1 / -1; padding: 4rem 1rem; border: 1px dashed var(--line); border-radius: .75rem; color: var(--soft); text-align: center; }
footer { margin-top: 2rem; color: var(--soft); font-size: .875rem; }
.lost { color: var(--over); font-weight: 600; }
.lost::before { content: ""; position: fixed; inset: 0 0 auto; height: .25rem; background: var(--over); }
@media (max-width: 30rem) {
  nav { grid-column: 1 / -1; justify-content: start; }
}
@media (max-width: 48rem) {
  .log thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .log, .log tbody { display: block; }
  .log tr { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .log td { padding: 0; border: 0; }
  .log td:empty { display: none; }
  .log td:nth-child(4) { order: 1; flex: 1 0 100%; }
  .log .id { order: 2; flex: 1 0 100%; }
  .log .took { margin-left: auto; }
}
`;
