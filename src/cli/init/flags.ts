import type { Region } from '../../model/catalogue/target-models.js';
import { VocabError } from '../../model/errors.js';
import { printable } from '../../model/text/printable.js';
import { fitsWorkflows } from '../../scaffold/ci/place.js';
import {
  accountProblem,
  modelProblem,
  nameProblem,
  namespaceProblem,
  refusal,
} from '../../scaffold/forms.js';
import { suggestNamespace } from '../../scaffold/suggest.js';
import type { InitOptions } from './init-options.js';
import { type InitPlace, placeName } from './init-place.js';

/** @throws VocabError `usage`, for everything that is wrong with the flags at once */
export function checkFlags({ account, namespace, name, ci }: InitOptions, { folder }: InitPlace): void {
  const given: readonly (readonly [string, string | undefined, (text: string) => string | null])[] = [
    ['--account', account, accountProblem],
    ['--namespace', namespace, namespaceProblem],
    ['--name', name, nameProblem],
  ];
  const problems = given.flatMap(([flag, text, problemOf]) =>
    text === undefined ? [] : refusal(flag, text, problemOf(text)),
  );
  const unfit = ci !== undefined && ci !== 'none' && !fitsWorkflows(folder);
  if (unfit)
    problems.push(
      `--ci ${ci} cannot name the folder ${printable(folder)}, whose characters mean something there`,
    );
  if (problems.length > 0)
    throw new VocabError('usage', problems.join('; '), { hint: 'nothing was written' });
}

/** @throws VocabError `usage` for a model that takes no hotwords in the region, or not in this way */
export function refuseModel({ model, delivery }: InitOptions, region: Region): void {
  const problems =
    model === undefined ? [] : refusal('--model', model, modelProblem(model, region, delivery));
  const [problem] = problems;
  if (problem !== undefined) throw new VocabError('usage', problem, { hint: 'nothing was written' });
}

/** What has no default but with `--yes`. @throws VocabError `usage` that names the flags */
export function requireFlags({ region, namespace }: InitOptions, place: InitPlace): void {
  const missing = [
    ...(region === undefined ? ['--region'] : []),
    ...(namespace === undefined && suggestNamespace(placeName(place)) === null ? ['--namespace'] : []),
  ];
  if (missing.length === 0) return;
  throw new VocabError(
    'usage',
    `nobody can be asked here, and the command line does not say ${missing.join(' and ')}`,
    {
      hint: `give ${missing.join(' and ')}, or --yes for the defaults`,
    },
  );
}
