import { escapeHtml } from '../model/html.js';
import { escapeUnseen } from '../model/printable.js';
import { sha256InBase64 } from '../model/sha256.js';
import type { SentEntry, StoredList } from './account-state.js';
import { spellFault } from './faults.js';
import { pageStyle } from './page-style.js';
import { statusOf, vendorTime } from './show-list.js';
import { defaultSwitches, type EmulatorSwitches } from './switches.js';

/** The account at one time; epoch milliseconds. */
export interface AccountView {
  readonly lists: readonly StoredList[];
  readonly now: number;
}

/** Nothing may be loaded or run; the one style sheet is named by its hash. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${sha256InBase64(pageStyle)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A self-contained page for people: the slots, what behaves unlike the default, and every list with its words. */
export function renderPage({ lists, now }: AccountView, switches: EmulatorSwitches): string {
  const cards = lists.toReversed().map((list) => renderCard(list, now, switches));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${lists.length} of ${switches.quota} slots · vocabsync emulator</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<p class="brand">vocabsync emulator</p>
${renderGauge(lists.length, switches.quota)}
${renderSwitches(switches)}
</header>
<main>
${cards.length === 0 ? '<p class="empty">The account holds no lists yet.</p>' : cards.join('\n')}
</main>
<footer>${vendorTime(now, switches.time_zone_minutes)} by the account’s clock. Reload to look again.</footer>
</body>
</html>
`;
}

const maxCells = 100;

/** A cell a slot; of a very large quota a cell stands for several. */
function renderGauge(taken: number, quota: number): string {
  const slots = Math.max(taken, quota, 1);
  const cells = Math.min(slots, maxCells);
  const cell = (index: number) => {
    const slot = (index * slots) / cells;
    return `<i class="${slot >= taken ? 'free' : slot >= quota ? 'over' : 'taken'}"></i>`;
  };
  const said = `${taken} of ${quota} slots taken`;
  return `<h1><b>${taken}</b> of ${quota} slots taken</h1>
<div class="gauge" role="img" aria-label="${said}">${Array.from({ length: cells }, (_, index) => cell(index)).join('')}</div>`;
}

/** Switches that stand as usual are not worth a line. */
function renderSwitches(switches: EmulatorSwitches): string {
  const usual = spelledSwitches(defaultSwitches);
  const unusual = [...spelledSwitches(switches)].filter(([name, value]) => usual.get(name) !== value);
  if (unusual.length === 0) return '';
  const items = unusual.map(([name, value]) => `<li>${name} <b>${shown(value)}</b></li>`);
  return `<ul class="switches" aria-label="Switches">${items.join('')}</ul>`;
}

function spelledSwitches({ faults, ...plain }: EmulatorSwitches): ReadonlyMap<string, string> {
  const spelled = Object.entries(plain).map(([name, value]) => [name, String(value)] as const);
  return new Map([...spelled, ['faults', faults.map(spellFault).join(' ')]]);
}

function renderCard(list: StoredList, now: number, switches: EmulatorSwitches): string {
  const status = statusOf(list, { seen_at: now, switches });
  const time = (epoch_ms: number) => vendorTime(epoch_ms, switches.time_zone_minutes);
  return `<article>
<div class="title"><h2>${shown(list.prefix)}</h2><span class="status ${status === 'OK' ? 'ready' : 'pending'}">${shown(status)}</span></div>
<p class="model">${shown(list.target_model)}</p>
<dl>
<div><dt>Created</dt><dd>${time(list.created_at)}</dd></div>
<div><dt>Modified</dt><dd>${time(list.modified_at)}</dd></div>
</dl>
<p class="id">${shown(list.vocabulary_id)}</p>
<details><summary>${list.vocabulary.length} ${list.vocabulary.length === 1 ? 'hotword' : 'hotwords'}</summary>
<table><thead><tr><th>Text</th><th>Weight</th><th>Lang</th><th>More</th></tr></thead>
<tbody>${list.vocabulary.map(renderWord).join('\n')}</tbody></table>
</details>
</article>`;
}

function renderWord({ text, weight, lang, ...extra }: SentEntry): string {
  const more = Object.keys(extra).length === 0 ? '' : JSON.stringify(extra);
  const cells = [text, String(weight), lang ?? '', more].map((cell) => `<td><bdi>${shown(cell)}</bdi></td>`);
  return `<tr>${cells.join('')}</tr>`;
}

/** Writes a text of others as HTML. What could not be seen, or would rearrange its neighbours, is spelt out. */
function shown(text: string): string {
  return escapeHtml(escapeUnseen(text));
}
