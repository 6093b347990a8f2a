import type { AppliedView } from '../view/view-applied.js';
import { type Annotation, renderCommands } from './render-annotations.js';

/** Every step that was not done. The remarks were made when it was planned. */
export function annotateApplied({ steps }: AppliedView): string {
  const undone = steps.filter(({ status }) => status !== 'done');
  const annotations = undone.map(
    ({ status, op, address, note, error }): Annotation => ({
      kind: status === 'skipped' ? 'warning' : 'error',
      title: `${op} ${address}: ${status}`,
      message: [error?.message ?? note ?? status, ...(error?.hint ? [error.hint] : [])].join('\n'),
      location: null,
    }),
  );
  return renderCommands(annotations);
}
