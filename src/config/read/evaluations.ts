import type { Consumer, EvaluationConfig } from '../../model/config.js';
import { asError } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import type { RawConfig } from '../schema/config-schema.js';
import { locationAt } from '../text/source.js';
import { child, type MappingTree, type Tree } from '../text/tree.js';
import { directoryOf, refusedPath, resolveInside } from './paths.js';

type RawEvaluation = NonNullable<RawConfig['evaluations']>[number];

/**
 * The evaluations with their places. Manifests are not read: only `eval` needs them, and nothing that is written to an
 * account depends on them.
 */
export function evaluationsOf(
  raw: RawConfig,
  root: MappingTree,
  { source, report, configPath, consumers }: Reading & { readonly consumers: readonly Consumer[] },
): EvaluationConfig[] {
  const list = child(root, 'evaluations');
  const trees = list?.kind === 'list' ? list.items : [];
  const folder = directoryOf(configPath);
  return (raw.evaluations ?? []).flatMap((evaluation, index) => {
    const tree = trees[index] ?? null;
    const at = (key: string) => locationAt(source, child(tree, key)?.start ?? tree?.start ?? root.start);
    const draft = refusedPath(resolveInside(folder, evaluation.clips), evaluation.clips);
    if (draft !== null) report(asError(draft, at('clips')));
    if (draft !== null || isLeftOut(evaluation, { raw, root, consumers })) return [];
    return [locateEvaluation(evaluation, at)];
  });
}

function locateEvaluation(
  { name, consumer, clips, min_recall, max_false, repeat }: RawEvaluation,
  at: (key: keyof RawEvaluation) => EvaluationConfig['location'],
): EvaluationConfig {
  return {
    name,
    consumer: { value: consumer, location: at('consumer') },
    clips: { value: clips, location: at('clips') },
    min_recall: min_recall ?? null,
    max_false: max_false ?? null,
    repeat,
    location: at('name'),
  };
}

/** Enough is said of a consumer that is written and could not be read: nothing is said of its evaluations then. */
function isLeftOut(
  { consumer }: RawEvaluation,
  {
    raw,
    root,
    consumers,
  }: { readonly raw: RawConfig; readonly root: Tree; readonly consumers: readonly Consumer[] },
): boolean {
  if (consumers.some(({ name }) => name === consumer)) return false;
  if (raw.consumers === undefined) return child(root, 'consumers') !== null;
  return raw.consumers.some(({ name }) => name === consumer);
}

/** Whether a path, from the folder of the configuration, is that of a manifest. */
export function isManifest(path: string, { evaluations = [] }: RawConfig): boolean {
  return evaluations.some(({ clips }) => resolveInside('', clips) === path);
}
