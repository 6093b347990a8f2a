import { dirname, posix, resolve, sep } from 'node:path';
import { withLevels } from '../../model/catalogue/with-levels.js';
import { levelsOf } from '../../model/config.js';
import { asError, type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import type { AskedEvaluation } from '../../pipelines/evaluation.js';
import type { Machine } from '../machine.js';
import type { Usable } from '../require-usable.js';
import { ofConsumers } from './evaluable.js';
import { holdAgainst } from './hold-against.js';
import { type LookedAt, lookAtClips } from './look-at-clips.js';
import type { Baseline } from './read-baseline.js';
import type { Selected } from './select-evaluations.js';
import { hasAnyWord } from './words-in-clips.js';

/** Evaluations whose manifests and recordings were looked at, and everything that was found. */
export interface Prepared {
  /** Without those that could not be read. */
  readonly asked: readonly AskedEvaluation[];
  /** With what was found in manifests and recordings. */
  readonly checked: Usable;
  /** Whether there is a baseline, and no evaluation has anything in it to be compared with. */
  readonly compares_nothing: boolean;
}

interface Preparing {
  readonly checked: Usable;
  readonly machine: Pick<Machine, 'cwd'>;
  /** An earlier run; null: there is nothing to compare with. */
  readonly baseline: Baseline | null;
}

/** Reads the manifests of evaluations and looks at their recordings. Nothing is sent; what is wrong is said all at once. */
export async function prepare(
  selected: readonly Selected[],
  { checked, machine, baseline }: Preparing,
): Promise<Prepared> {
  const looked = await lookAtClips(selected.map((one) => placeOf(one, checked, machine)));
  const found: Diagnostic[] = [...looked.diagnostics];
  const asked = selected.map((one, index): AskedEvaluation => {
    const { clips, file } = looked.evaluations[index] as LookedAt;
    if (clips.length > 0 && !hasAnyWord(one.consumer, checked.config, clips)) found.push(wordless(one, file));
    const held = { selected: one, manifest: file, clips };
    const earlier = baseline && holdAgainst(baseline, held, (problem) => found.push(problem));
    const { name, consumer, repeat, thresholds, location } = one;
    return { name, consumer, manifest: file, clips, repeat, thresholds, earlier, location };
  });
  const sources = new Map([...checked.sources, ...looked.sources]);
  const consumers = selected.map(({ consumer }) => consumer);
  const configured = ofConsumers(checked.diagnostics, consumers, checked.config);
  const compares_nothing = baseline !== null && asked.every(({ earlier }) => earlier === null);
  return {
    asked,
    compares_nothing,
    checked: {
      ...checked,
      diagnostics: [...configured, ...withLevels(found, levelsOf(checked.config))],
      sources,
    },
  };
}

/** @throws VocabError `config-invalid` when there are errors, which the caller shows */
export function requireSound({ checked: { diagnostics } }: Prepared): void {
  if (!hasErrors(diagnostics)) return;
  throw new VocabError('config-invalid', 'the clips cannot be evaluated as they are', {
    hint: 'nothing was sent; correct what is named above and run it again',
  });
}

function placeOf(one: Selected, { config }: Usable, { cwd }: Pick<Machine, 'cwd'>) {
  const { path: written, from } = one.manifest;
  const folder = dirname(config.file).split(sep).join('/');
  // The configuration's name may be relative to another folder than the one that this runs in.
  const [file, path] =
    from === 'configuration'
      ? [posix.join(folder, written), resolve(config.directory, written)]
      : [written, resolve(cwd, written)];
  return { file, path, location: one.location, model: one.consumer.model.value };
}

function wordless({ consumer, location }: Selected, file: string): Diagnostic {
  return asError({
    rule: 'clips-wordless',
    message: `no clip of ${file} has a word of the consumer "${consumer.name}" in its text`,
    hint: 'record sentences in which the words are said; without them there is nothing to count',
    location: location ?? { file, line: 1, column: 1 },
  });
}
