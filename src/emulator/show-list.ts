import { isoTime } from '../model/time/server-time.js';
import type { SentEntry, StoredList } from './account-state.js';
import type { EmulatorSwitches } from './switches.js';

/** How a read shows a list: its moment as epoch milliseconds, and the spelling the switches ask for. */
export interface View {
  readonly seen_at: number;
  readonly switches: EmulatorSwitches;
}

/** A row of `list_vocabulary`: neither words nor target_model. */
export function showRow(list: StoredList, view: View): Record<string, unknown> {
  return inFieldOrder(
    { vocabulary_id: list.vocabulary_id, ...showTimesAndStatus(list, view) },
    view.switches,
  );
}

/** The output of `query_vocabulary`: everything but the id. */
export function showList(list: StoredList, view: View): Record<string, unknown> {
  const vocabulary = list.vocabulary.map((entry) => showEntry(entry, view.switches));
  const { target_model } = list;
  return inFieldOrder({ ...showTimesAndStatus(list, view), target_model, vocabulary }, view.switches);
}

export function statusOf(list: StoredList, { seen_at, switches }: View): string {
  return seen_at >= list.ready_at ? 'OK' : switches.pending_status;
}

/** The vendor's `YYYY-MM-DD HH:mm:ss`, which names no zone. */
export function vendorTime(epoch_ms: number, time_zone_minutes: number): string {
  return isoTime(epoch_ms + time_zone_minutes * 60_000)
    .replace('T', ' ')
    .slice(0, -1);
}

function showTimesAndStatus(list: StoredList, view: View): Record<string, unknown> {
  const zone = view.switches.time_zone_minutes;
  return {
    gmt_create: vendorTime(list.created_at, zone),
    gmt_modified: vendorTime(list.modified_at, zone),
    status: statusOf(list, view),
  };
}

function showEntry(entry: SentEntry, switches: EmulatorSwitches): Record<string, unknown> {
  const { text, weight, lang, ...extra } = entry;
  const shownWeight = switches.weight_echo === 'string' ? String(weight) : weight;
  return inFieldOrder({ text, weight: shownWeight, ...showLang(lang, switches), ...extra }, switches);
}

function showLang(lang: SentEntry['lang'], { lang_echo }: EmulatorSwitches): Record<string, unknown> {
  if (lang) return { lang };
  switch (lang_echo) {
    case 'as-sent':
      return lang === undefined ? {} : { lang };
    case 'null':
      return { lang: null };
    case 'empty':
      return { lang: '' };
    case 'missing':
      return {};
  }
}

function inFieldOrder(
  fields: Record<string, unknown>,
  { field_order }: EmulatorSwitches,
): Record<string, unknown> {
  return field_order === 'reversed' ? Object.fromEntries(Object.entries(fields).reverse()) : fields;
}
