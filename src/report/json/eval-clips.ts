import type { Location } from '../../model/diagnostic.js';
import { bareUrl, clipName, type FailedClip } from '../../model/evaluation/clip.js';
import type { ClipResult, Mark, MarkedText } from '../../model/evaluation/evaluation.js';
import { maskKeys } from '../../model/text/secrets.js';

/** A clip, what was said and heard, and by word how often: what a later evaluation is compared with. */
export function clipDocument(result: ClipResult) {
  const { clip, reference, without, with: given, planned, unstable, errors } = result;
  return {
    ...namedDocument(clip),
    reference: markedDocument(reference),
    without: without.map(markedDocument),
    with: given.map(markedDocument),
    planned: planned && planned.map(markedDocument),
    unstable,
    errors,
    repeat: given.length,
    words: countsByWord(result),
  };
}

export function failedDocument({ clip, side, message, hint }: FailedClip) {
  return { ...namedDocument(clip), side, message: maskKeys(message), hint: hint && maskKeys(hint) };
}

function namedDocument(clip: FailedClip['clip']) {
  const { path, url, text, location } = clip;
  return {
    name: maskKeys(clipName(clip)),
    path: path && maskKeys(path),
    url: url && maskKeys(bareUrl(url)),
    text: maskKeys(text),
    ...locationDocument(location),
  };
}

/** A file name is what somebody called it. */
export function locationDocument(location: Location | null | undefined) {
  return location && { ...location, file: maskKeys(location.file) };
}

/** How often each word was said, over all repeats, and how often it was heard with hotwords. */
function countsByWord({ reference, with: given }: ClipResult) {
  const said = tally(reference.marks);
  const heard = tally(given.flatMap(({ marks }) => marks).filter(({ kind }) => kind === 'heard'));
  return [...said].map(([text, amount]) => ({
    text: maskKeys(text),
    said: amount * given.length,
    heard: heard.get(text) ?? 0,
  }));
}

function tally(marks: readonly Mark[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { word } of marks) amounts.set(word, (amounts.get(word) ?? 0) + 1);
  return amounts;
}

/** A text in which a key was hidden has other offsets, and no mark is worth to look for it. */
function markedDocument({ text, marks }: MarkedText) {
  const masked = maskKeys(text);
  const kept = masked === text ? marks : [];
  return {
    text: masked,
    marks: kept.map(({ start, end, word, kind }) => ({ start, end, word: maskKeys(word), kind })),
  };
}
