import type { EvaluatedView, EvaluationView } from '../evaluation-view.js';
import { type Point, pointsOfDiagnostics } from '../points.js';
import { verdictMeanings, type WordResultView } from './words.js';

/** Lists what is wrong, each word that somebody should do something about, and each diagnostic. */
export function pointsOfEvaluation({ evaluations, diagnostics }: EvaluationView): Point[] {
  return [...evaluations.flatMap(pointsOfEvaluated), ...pointsOfDiagnostics({ diagnostics })];
}

/** The same for one of them. */
export function pointsOfEvaluated(evaluated: EvaluatedView): Point[] {
  const { name, findings, checks, words } = evaluated;
  const hasEffect = checks.length === 0;
  return [
    ...findings.map(({ level, kind, about, message, cause, hint, location }) => ({
      level,
      id: `eval-${kind}`,
      title: `eval ${name}: ${about}`,
      message: [message, cause, hint].filter((line) => line !== null).join('\n'),
      location,
    })),
    ...(hasEffect ? words.filter(isWorthALine).map((word) => pointOfWord(word, evaluated)) : []),
  ];
}

/** Where nothing has an effect, that is said once; what nobody said is said of nobody's line. */
function isWorthALine({ verdict, advice }: WordResultView): boolean {
  return verdict === 'harmful' || verdict === 'no_effect' || advice?.kind === 'may_go';
}

/** At the line of the word. */
export function pointOfWord(
  { word, verdict, label, location, ...result }: WordResultView,
  { name }: Pick<EvaluatedView, 'name'>,
): Point {
  const { tally, intruded, advice, clips } = result;
  const counts = [`heard ${tally}`, intruded].filter((part) => part !== '').join(', ');
  const isUnheard = verdict === 'not_spoken' || verdict === 'not_measured';
  const did = isUnheard ? verdictMeanings[verdict] : `${label}: ${counts}`;
  return {
    level: verdict === 'harmful' || verdict === 'no_effect' ? 'warning' : 'note',
    id: `eval-${verdict.replaceAll('_', '-')}`,
    title: `eval ${name}: ${word}`,
    message: [did, ...(advice === null ? [] : [advice.sentence]), ...clips].join('\n'),
    location,
  };
}
