import type { Ending } from './weight-endings.js';
import type { WeightForm } from './weight-forms.js';

/** The end of a line is all that tells, and a line may be of any length. */
export const longestEnding = 80;

/** The text of a line without the weight at its end. */
export function textOf(body: string, shape: RegExp): string {
  const ending = shape.exec(body)?.[0] ?? '';
  // A shape begins with the last character of the text.
  return ending === '' ? body : body.slice(0, body.length - ending.length + 1);
}

/** A line that has such an ending, taken apart. */
export function endingOf(body: string, { shape }: WeightForm): Ending {
  const digits = /[-－−]?[\d０-９.．]+(?=\D*$)/.exec(body.slice(-longestEnding))?.[0] ?? '';
  return { text: textOf(body, shape), number: numberIn(digits) };
}

/** A line as a word and its weight. A weight that is null stands nowhere; then all of the line is the word. */
export interface WeightedWord {
  readonly text: string;
  readonly weight: number | null;
}

export function takeApart(body: string, form: WeightForm): WeightedWord {
  const tail = body.slice(-longestEnding);
  const ending = (form.taken ?? form.shape).exec(tail)?.[0];
  if (ending === undefined) return { text: body, weight: null };
  const text = bare(body.slice(0, body.length - ending.length + 1));
  if (form.weight === undefined) return { text, weight: endingOf(tail, form).number };
  const digits = form.weight.exec(ending)?.[1];
  return { text, weight: digits === undefined ? null : numberIn(digits) };
}

/** Without quotes, arrows and signs, which were for the eye. A full stop may belong to the word: `Inc.` */
function bare(text: string): string {
  const word = text
    .replace(/[\s–—=>→:：,，;；、|｜-]+$/, '')
    .replace(/^["'“‘「『«《`](.*)["'”’」』»》`]$/u, '$1')
    .trim();
  return word === '' ? text : word;
}

function numberIn(digits: string): number {
  return Number(digits.replace(/[－−]/, '-').normalize('NFKC'));
}
