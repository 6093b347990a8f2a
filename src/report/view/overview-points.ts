import { pointsOfEvaluated } from './evaluation/evaluation-points.js';
import type { OverviewView } from './overview-view.js';
import { type Point, pointsOfDetails } from './points.js';

/** Lists what is worth a line of each account, said with its name. */
export function pointsOfOverview({ kind, rows }: OverviewView): Point[] {
  return rows.flatMap(({ account, config, state, headline, details }) => {
    // Without a place of its own it is about the configuration of its account, and not about one of the usual name.
    const whole = config === null ? null : { file: config, line: 1, column: 1 };
    const isUndone = state === 'failed' || state === 'partly';
    const id = state === 'failed' ? `${kind}-failed` : `${kind}-not-done`;
    const message = [headline, ...(state === 'partly' ? (details?.notes ?? []) : [])].join('\n');
    const failed: Point[] = isUndone
      ? [{ level: 'error', id, title: account, message, location: whole }]
      : [];
    const points =
      details === null
        ? []
        : [...details.evaluations.flatMap(pointsOfEvaluated), ...pointsOfDetails(details, kind)];
    return [
      ...failed,
      ...points.map((point) => ({
        ...point,
        message: `${account}: ${point.message}`,
        location: point.location ?? whole,
      })),
    ];
  });
}
