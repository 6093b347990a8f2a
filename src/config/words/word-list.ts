import type { Entry } from '../../model/config.js';
import type { Reading } from '../reading.js';
import type { Tree } from '../text/tree.js';
import { readEntries } from './entries.js';
import { withoutMarker } from './text/list-marker.js';
import { weightsOf } from './text/text-weights.js';
import type { Carrier } from './text/weights-hint.js';
import type { WordLine } from './text/word-lines.js';

/**
 * The hotwords of a list that a person wrote. Where all of them are plain texts, the weights of another system may be in
 * them as they may be in the lines of a file; an entry with a text of its own says that it is meant so.
 */
export function readWordList(items: readonly Tree[], context: Reading, carrier: Carrier): Entry[] {
  const entries = readEntries(items, context);
  if (!items.every(({ kind }) => kind === 'scalar')) return entries;
  const weights = weightsOf(entries.map(asLine), carrier);
  if (weights !== null) context.report(weights.diagnostic);
  return entries;
}

function asLine({ text, location }: Entry): WordLine {
  return { word: text, body: withoutMarker(text), hasTab: false, location };
}
