import { isSnapshot } from './target-models.js';

/** Whether one name is the dated snapshot of the other: to the vendor they are different models. */
export function isAliasPair(one: string, other: string): boolean {
  return isSnapshot(one) !== isSnapshot(other) && undated(one) === undated(other);
}

function undated(model: string): string {
  return isSnapshot(model) ? model.slice(0, -'-2025-01-01'.length) : model;
}
