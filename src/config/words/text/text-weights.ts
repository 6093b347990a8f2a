import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { nearlyAll } from './weight-endings.js';
import { forms, tabbed, type WeightForm } from './weight-forms.js';
import { endingOf, longestEnding } from './weighted-word.js';
import { adviceOn, type Carrier } from './weights-hint.js';
import type { WordLine } from './word-lines.js';

/*
 * Other recognisers keep a word and its weight on one line. Read as a hotword a line, such a file makes hotwords that
 * nobody ever says, and nothing fails. What cannot be known is whether a number at the end is a weight or a part of a
 * name, so a file is only doubted as a whole.
 */

/** Most lists have no line that ends so, and need not be asked for each form. */
const anyEnding = /[\d０-９](?: [a-z]{1,3}|分|[)）\]】]|分[)）])?$| @\S+$/;

export interface TextWeights {
  readonly form: WeightForm;
  readonly diagnostic: Diagnostic;
  /** Says whether a line ends in a weight. */
  readonly has: (line: WordLine) => boolean;
}

/** Finds that the lines of a file end in the weights of another system; null when they do not. */
export function weightsOf(lines: readonly WordLine[], carrier: Carrier = 'text'): TextWeights | null {
  const candidates = lines.filter(({ word }) => anyEnding.test(word.slice(-longestEnding)));
  if (candidates.length === 0) return null;
  const areTabbed = lines.filter(({ hasTab }) => hasTab).length >= nearlyAll * lines.length;
  const endings = candidates.map(({ word }) => word.slice(-longestEnding)).join('\n');
  const possible = (areTabbed ? [tabbed] : forms).filter(({ sign }) => sign?.test(endings) ?? true);
  const found = possible.map((form) => ({ form, weighted: linesWith(form, candidates, lines.length) }));
  const [best] = found.sort((left, right) => right.weighted.length - left.weighted.length);
  const [first] = best?.weighted ?? [];
  if (best === undefined || first === undefined) return null;
  const known = new Set(best.weighted);
  const share = { form: best.form, weighted: best.weighted.length, all: lines.length };
  return {
    form: best.form,
    diagnostic: looksWeighted(share, first, carrier),
    has: (line) => known.has(line),
  };
}

/** The lines that end so; none when too few of them do, or when they may as well be names. */
function linesWith(form: WeightForm, candidates: readonly WordLine[], all: number): readonly WordLine[] {
  const { shape, proof, share, areWeights } = form;
  if (proof === undefined && candidates.length < share * all) return [];
  const found = candidates.filter(({ word }) => shape.test(word.slice(-longestEnding)));
  const isEnough =
    found.length >= share * all ||
    (proof !== undefined && found.some(({ word }) => proof.test(word.slice(-longestEnding))));
  if (!isEnough) return [];
  return areWeights === undefined || areWeights(found.map(({ body }) => endingOf(body, form))) ? found : [];
}

interface Share {
  readonly form: WeightForm;
  readonly weighted: number;
  readonly all: number;
}

function looksWeighted({ form, weighted, all }: Share, line: WordLine, carrier: Carrier): Diagnostic {
  const { word, location } = line;
  const sign = /[|｜:：=＝,，;；^](?=[^|｜:：=＝,，;；^]*$)/.exec(word)?.[0] ?? '';
  const what = carrier === 'text' ? 'line' : 'text';
  const lines =
    all === 1
      ? `the ${what} ends`
      : weighted === all
        ? `all ${all} ${what}s end`
        : `${weighted} of ${all} ${what}s ${weighted === 1 ? 'ends' : 'end'}`;
  const draft = {
    rule: 'txt-weights',
    message: `${lines} in ${form.ending(sign)}, like ${form.whose(sign)}; here that is a part of the hotword, such as "${word}"`,
    hint: adviceOn(line, form.shape, carrier),
  };
  return asWarning(draft, location);
}
