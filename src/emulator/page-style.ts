/** The page's one style sheet. System fonts and colours that keep a contrast of 4.5 to 1 in light and dark. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f5f1; --card: #fff; --ink: #1d2321; --soft: #5c6663; --line: #dfddd5;
  --accent: #0b6b57; --ready: #0b6b57; --ready-bg: #dff1ec; --pending: #8a4b00; --pending-bg: #fcebd2; --over: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121615; --card: #1b2120; --ink: #e9ecea; --soft: #9ba6a2; --line: #2d3634;
    --accent: #4fc3a6; --ready: #6fd6bb; --ready-bg: #15342d; --pending: #f2b765; --pending-bg: #3a2a12; --over: #ff8a80;
  }
}
* { box-sizing: border-box; margin: 0; }
body { max-width: 72rem; margin: auto; padding: 2.5rem 1.25rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
.brand { color: var(--soft); font-size: .875rem; }
h1 { margin: .25rem 0 1rem; font-size: 1.75rem; font-weight: 400; line-height: 1.2; text-wrap: balance; }
h1 b { font-weight: 700; }
.gauge { display: grid; grid-template-columns: repeat(auto-fit, minmax(.5rem, 1fr)); gap: .25rem; }
.gauge i { height: 1rem; border-radius: .25rem; border: 1px solid var(--line); }
.gauge .taken { background: var(--accent); border-color: var(--accent); }
.gauge .over { background: var(--over); border-color: var(--over); }
.switches { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 1rem; padding: 0; list-style: none;
  color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.switches b { color: var(--ink); font-weight: 600; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1rem;
  align-items: start; margin: 2rem 0; }
article { min-width: 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
article:has(details[open]) { grid-column: 1 / -1; }
.title { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; }
.status { padding: 0 .625rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; line-height: 1.6; }
.ready { background: var(--ready-bg); color: var(--ready); }
.pending { background: var(--pending-bg); color: var(--pending); }
.model { color: var(--soft); overflow-wrap: anywhere; }
dl { margin: .75rem 0; font-variant-numeric: tabular-nums; font-size: .875rem; }
dl div { display: flex; gap: .75rem; }
dt { flex: 0 0 4.25rem; color: var(--soft); }
dd { margin: 0; }
.id { color: var(--soft); font: .75rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: .75rem; overflow-x: auto; }
summary { cursor: pointer; font-weight: 600; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; font-size: .9375rem; }
th { color: var(--soft); font-size: .8125rem; font-weight: 600; text-align: start; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; }
td:nth-child(2) { font-variant-numeric: tabular-nums; }
.empty { grid-column: 1 / -1; padding: 4rem 1rem; border: 1px dashed var(--line); border-radius: .75rem; color: var(--soft); text-align: center; }
footer { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
`;
