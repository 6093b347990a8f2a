import { pointsOfEvaluated } from './evaluation/evaluation-points.js';
import type { OverviewView } from './overview-view.js';
import { type Point, pointsOfDetails } from './points.js';

/** Lists what is worth a line of each account, said with its name. */
export function pointsOfOverview({ kind, rows }: OverviewView): Point[] {
  return rows.flatMap(({ account, config, state, headline, details }) => {
    const isUndone = state === 'failed' || state === 'partly';
    const id = state === 'failed' ? `${kind}-failed` : `${kind}-not-done`;
    const message = [headline, ...(state === 'partly' ? (details?.notes ?? []) : [])].join('\n');
    const failed: Point[] = isUndone
      ? [{ level: 'error', id, title: account, message, location: null, config }]
      : [];
    const points =
      details === null
        ? []
        : [...details.evaluations.flatMap(pointsOfEvaluated), ...pointsOfDetails(details, kind)];
    return [
      ...failed,
      ...points.map((point) => ({ ...point, message: `${account}: ${point.message}`, config })),
    ];
  });
}
