import type { Entry } from '../../model/config.js';
import type { WordReading } from '../reading.js';
import type { Tree } from '../text/tree.js';
import { readEntries } from './entries.js';
import { withoutMarker } from './text/list-marker.js';
import { weightsOf } from './text/text-weights.js';
import type { WeightForm } from './text/weight-forms.js';
import { takeApart } from './text/weighted-word.js';
import type { Carrier } from './text/weights-hint.js';
import type { WordLine } from './text/word-lines.js';

/**
 * The hotwords of a list that a person wrote. Where all of them are plain texts, the weights of another system may be in
 * them as they may be in the lines of a file; an entry with a text of its own says that it is meant so.
 */
export function readWordList(items: readonly Tree[], context: WordReading, carrier: Carrier): Entry[] {
  const entries = readEntries(items, context);
  if (!items.every(({ kind }) => kind === 'scalar')) return entries;
  const lines = entries.map(asLine);
  const weights = weightsOf(lines, carrier);
  if (weights === null) return entries;
  if (context.foreign !== undefined) return weightedEntries(entries, weights.form, context);
  context.report(weights.diagnostic);
  return entries;
}

/** Entries whose texts carry their weights. One that carries none keeps its text. */
function weightedEntries(
  entries: readonly Entry[],
  form: WeightForm,
  { foreign, defaultWeight }: WordReading,
): Entry[] {
  foreign?.onForm(form);
  return entries.map((entry) => {
    const { text, weight } = takeApart(entry.text, form);
    return { ...entry, text, weight: weight ?? defaultWeight };
  });
}

function asLine({ text, location }: Entry): WordLine {
  return {
    word: text,
    body: withoutMarker(text),
    hasTab: false,
    endsInTab: false,
    hasColumns: false,
    hasWideSpace: false,
    location,
  };
}
