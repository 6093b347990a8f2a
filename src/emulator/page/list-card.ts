import { sha256InBase64 } from '../../model/text/sha256.js';
import type { SentEntry, StoredList } from '../account-state.js';
import { takesInstantHotwords } from '../models.js';
import { statusOf, vendorTime } from '../show-list.js';
import type { EmulatorSwitches } from '../switches.js';
import { amount, shown } from './shown.js';

/** A list with all its words. Its `data-version` is another one when anything in it is. */
export function renderCard(list: StoredList, now: number, switches: EmulatorSwitches): string {
  const status = statusOf(list, { seen_at: now, switches });
  const content = renderContent(list, status, switches);
  return `<article id="list-${shown(list.vocabulary_id)}" data-keep="hidden" data-version="${sha256InBase64(content)}">
${content}
</article>`;
}

function renderContent(list: StoredList, status: string, switches: EmulatorSwitches): string {
  const time = (epoch_ms: number) => vendorTime(epoch_ms, switches.time_zone_minutes);
  const ready = status === 'OK' ? '' : `\n<div><dt>OK from</dt><dd>${time(list.ready_at)}</dd></div>`;
  const instantly = takesInstantHotwords(list.target_model)
    ? '\n<p class="note">also takes instant hotwords</p>'
    : '';
  return `<div class="title"><h3>${shown(list.prefix)}</h3><span class="status ${status === 'OK' ? 'ready' : 'pending'}">${shown(status)}</span></div>
<p class="model">${shown(list.target_model)}</p>${instantly}
<dl>
<div><dt>Created</dt><dd>${time(list.created_at)}</dd></div>
<div><dt>Modified</dt><dd>${time(list.modified_at)}</dd></div>${ready}
</dl>
<p class="id">${shown(list.vocabulary_id)}</p>
<details data-keep="open"><summary>${amount(list.vocabulary.length, 'hotword')}</summary>
<table class="words"><thead><tr><th scope="col">Text</th><th scope="col">Weight</th><th scope="col">Lang</th><th scope="col">More</th></tr></thead>
<tbody>${list.vocabulary.map(renderWord).join('\n')}</tbody></table>
</details>`;
}

function renderWord({ text, weight, lang, ...extra }: SentEntry): string {
  const more = Object.keys(extra).length === 0 ? '' : JSON.stringify(extra);
  const cells = [text, String(weight), lang ?? '', more].map((cell) => `<td><bdi>${shown(cell)}</bdi></td>`);
  return `<tr data-keep="hidden">${cells.join('')}</tr>`;
}
