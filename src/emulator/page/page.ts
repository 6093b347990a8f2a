import { escapeHtml } from '../../model/text/html.js';
import { sha256InBase64 } from '../../model/text/sha256.js';
import type { StoredList } from '../account-state.js';
import { vendorTime } from '../show-list.js';
import type { EmulatorSwitches } from '../switches.js';
import { renderGauge, renderScarcity } from './gauge.js';
import { renderCard } from './list-card.js';
import { type RecognitionLog, renderRecognitionLog } from './recognition-log.js';
import { type RequestLog, renderRequestLog } from './request-log.js';
import { script } from './script.js';
import { amount } from './shown.js';
import { style } from './style.js';
import { renderSwitches } from './switches.js';

/** The account at one time; epoch milliseconds. */
export interface AccountView {
  readonly lists: readonly StoredList[];
  readonly log: RequestLog;
  readonly heard: RecognitionLog;
  readonly now: number;
}

/** Nothing may be loaded but the page itself, anew; the one style sheet and the one script are named by their hashes. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${sha256InBase64(style)}'`,
  `script-src 'sha256-${sha256InBase64(script)}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface Page {
  readonly html: string;
  /** Another one when anything on the page is, but for the time of the account's clock. */
  readonly version: string;
}

/** A self-contained page for people: the slots, the switches, every list with its words, and what was asked for. */
export function renderPage(view: AccountView, switches: EmulatorSwitches): Page {
  const { lists, log, heard, now } = view;
  const zone = switches.time_zone_minutes;
  const title = `${lists.length} of ${switches.quota} slots · vocabsync emulator`;
  const parts = [
    renderHeader(view, switches),
    renderLists(view, switches),
    renderRecognitionLog(heard, zone),
    renderRequestLog(log, zone),
  ];
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${parts[0]}
<main>
${parts.slice(1).join('\n')}
</main>
<footer><span id="clock" data-zone="${zone}" data-keep="text">${vendorTime(now, zone)}</span> by the account’s clock.
<span id="connection" role="status" data-keep="class text">Reload to look again.</span></footer>
<script>${script}</script>
</body>
</html>
`;
  return { html, version: sha256InBase64([title, contentSecurityPolicy, ...parts].join('\n')) };
}

function renderHeader({ lists, log, heard }: AccountView, switches: EmulatorSwitches): string {
  return `<header>
<p class="brand">vocabsync emulator</p>
<nav aria-label="Parts of the page"><a href="#lists-title">Lists</a> <a href="#recognitions-title">Recognitions <span>${heard.count.toLocaleString('en')}</span></a> <a href="#requests-title">Requests <span>${log.count.toLocaleString('en')}</span></a></nav>
${renderGauge(lists.length, switches.quota)}
${renderScarcity(lists, switches.quota)}
${renderSwitches(switches)}
</header>`;
}

function renderLists({ lists, now }: AccountView, switches: EmulatorSwitches): string {
  const cards = lists.toReversed().map((list) => renderCard(list, now, switches));
  const words = lists.reduce((sum, { vocabulary }) => sum + vocabulary.length, 0);
  const all = cards.length === 0 ? '<p class="empty">The account holds no lists yet.</p>' : cards.join('\n');
  return `<section id="lists" aria-labelledby="lists-title">
<h2 id="lists-title" tabindex="-1">Lists</h2>
<div id="search" role="search" hidden data-keep="hidden">
<label for="query">Find a word</label> <input id="query" type="search" autocomplete="off" spellcheck="false">
<span id="count" role="status" data-keep="text">${amount(words, 'word')}</span>
</div>
<div id="cards">
${all}
</div>
</section>`;
}
