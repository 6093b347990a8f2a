import type { HearableClip } from '../../hear/recognitions.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { clipName } from '../../model/evaluation/clip.js';
import type { NamedEarlier } from '../../model/evaluation/earlier.js';
import type { Baseline } from './read-baseline.js';
import type { Selected } from './select-evaluations.js';

/** An evaluation that is to be compared, and the clips that it has today. */
export interface Held {
  readonly selected: Selected;
  /** Its manifest, as the user would type it. */
  readonly manifest: string;
  readonly clips: readonly HearableClip[];
}

/** Finds what an evaluation can be compared with; null: nothing, and `report` is told why. */
export function holdAgainst(
  { file, earlierOf }: Baseline,
  held: Held,
  report: (found: Diagnostic) => void,
): NamedEarlier | null {
  const { selected, manifest, clips } = held;
  const earlier = earlierOf(selected);
  const called = selected.name ?? `of ${selected.consumer.name}`;
  const warn = (message: string) =>
    report(
      asWarning(
        { rule: 'baseline-incomparable', message, hint },
        selected.location ?? { file: manifest, line: 1, column: 1 },
      ),
    );
  if (earlier === null) {
    warn(`the baseline ${file} has no evaluation ${called}: it is compared with nothing`);
    return null;
  }
  const keys = new Set(clips.map(({ clip }) => JSON.stringify([clipName(clip), clip.text])));
  if (!earlier.clips.some(({ name, text }) => keys.has(JSON.stringify([name, text])))) {
    warn(
      `the evaluation ${called} has no clip of the baseline ${file}, by name and text: nothing is compared`,
    );
    return null;
  }
  const { consumer } = selected;
  if (earlier.consumer !== consumer.name || earlier.model !== consumer.model.value) {
    const then = `${earlier.consumer} with ${earlier.model}`;
    warn(
      `the baseline ${file} is of ${then}, and the evaluation ${called} of ${consumer.name} with ${consumer.model.value}`,
    );
  }
  return earlier;
}

const hint = 'name the JSON of an earlier run of the same evaluation, or write it anew with --out';
