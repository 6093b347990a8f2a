import type { WordOutcome } from '../recognition/hearing/hear.js';
import { sayIdle } from '../recognition/hearing/idle.js';
import type { RecognitionRecord } from '../recognition/record.js';
import { vendorTime } from '../show-list.js';
import { amount, shown } from './shown.js';

/** Recognitions that are shown; older ones make room. */
const shownRecognitions = 50;

export interface RecognitionLog {
  readonly recognitions: readonly RecognitionRecord[];
  /** How many there were, those that are forgotten included. */
  readonly count: number;
}

/** What was heard last, with which words, and why a word had no effect; the newest first. */
export function renderRecognitionLog(
  { recognitions, count }: RecognitionLog,
  time_zone_minutes: number,
): string {
  const last = recognitions.slice(-shownRecognitions);
  const first = count - last.length + 1;
  const items = last
    .map((record, index) => renderItem(record, first + index, time_zone_minutes))
    .toReversed();
  return `<section id="recognitions" aria-labelledby="recognitions-title">
<h2 id="recognitions-title" tabindex="-1">Recognitions</h2>
<p class="note">${told(count, last.length)}</p>
${items.length === 0 ? '' : `<ol class="heard" reversed start="${count}">\n${items.join('\n')}\n</ol>`}
</section>`;
}

function told(count: number, shownOnes: number): string {
  if (count === 0)
    return 'Nothing has been recognised yet. What is heard comes from the file of --recordings.';
  const which = count === shownOnes ? 'the newest first' : `the last ${shownOnes}, the newest first`;
  return `${amount(count, 'recognition')}, ${which}.`;
}

function renderItem(record: RecognitionRecord, serial: number, time_zone_minutes: number): string {
  const { at, way, model, text, problem, words } = record;
  const heard =
    text === ''
      ? '<p class="nothing">Nothing was heard.</p>'
      : `<p class="said"><bdi>${shown(text)}</bdi></p>`;
  const why = problem === null ? '' : `\n<p class="bad">${shown(problem)}</p>`;
  const list = words.length === 0 ? '' : `\n<ul class="outcomes">${words.map(renderWord).join('')}</ul>`;
  return `<li id="recognition-${serial}">
<p class="head"><span class="time">${vendorTime(at, time_zone_minutes)}</span> <b>${way}</b> <span class="model">${shown(model)}</span></p>
${heard}${why}${list}
<p class="note">${given(record)}</p>
<p class="id">${shown(audioOf(record))}</p>
</li>`;
}

/** With which words it was asked for, and what was wrong with all of them at once. */
function given({ vocabulary_id, instant, language_hints, phrase_id, list_idle }: RecognitionRecord): string {
  const parts = [
    vocabulary_id === null
      ? ''
      : `the list <span class="id">${shown(vocabulary_id)}</span>${list_idle ? `: <b class="idle">${shown(sayIdle(list_idle))}</b>` : ''}`,
    instant === 0 ? '' : amount(instant, 'instant hotword'),
    phrase_id === null
      ? ''
      : `the phrase_id <span class="id">${shown(phrase_id)}</span>: ${shown(sayIdle({ kind: 'phrase-id' }))}`,
    language_hints.length === 0 ? '' : `language_hints ${shown(language_hints.join(', '))}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Without hotwords.' : `With ${parts.join('; ')}.`;
}

function audioOf({ audio: { sha256, url } }: RecognitionRecord): string {
  return [url ?? '', sha256 === null ? '' : `sha256 ${sha256}`].filter((part) => part !== '').join(' ');
}

function renderWord(outcome: WordOutcome): string {
  const { word, by, why } = outcome;
  const text = `<bdi>${shown(word)}</bdi>`;
  const instead = `<bdi>${shown(outcome.instead ?? '')}</bdi>`;
  const doer =
    by === null ? '' : ` (weight ${by.weight}, ${by.from === 'list' ? 'from the list' : 'instant'})`;
  switch (outcome.outcome) {
    case 'heard':
      return `<li class="good">heard ${text}${doer}</li>`;
    case 'intruded':
      return `<li class="bad">heard ${text} where ${instead} was said${doer}</li>`;
    case 'missed':
      return `<li class="bad">missed ${text}, heard ${instead}: ${why === null ? 'no hotword helped' : shown(sayIdle(why))}</li>`;
  }
}
