import { compareText } from '../model/compare.js';
import type { DesiredList } from '../model/desired.js';
import { sameHotwords } from '../model/hotword.js';

/** How the desired lists could do with fewer slots, as instructions: what to say when there are not enough. */
export function packingAdvice(lists: readonly DesiredList[]): string[] {
  const ordered = [...lists].sort((left, right) => compareText(left.address, right.address));
  return [...identical(ordered), ...unused(ordered), ...mergeable(ordered)];
}

function* identical(lists: readonly DesiredList[]): Iterable<string> {
  for (const [index, list] of lists.entries()) {
    const same = lists
      .slice(index + 1)
      .find(
        (other) => other.target_model === list.target_model && sameHotwords(other.hotwords, list.hotwords),
      );
    if (same === undefined) continue;
    yield `remove ${same.address}: it has the words of ${list.address}, which its consumers can use`;
  }
}

/** Only where consumers are declared at all: a configuration without them says nothing about use. */
function* unused(lists: readonly DesiredList[]): Iterable<string> {
  if (lists.every(({ consumers }) => consumers.length === 0)) return;
  for (const { address, consumers } of lists) {
    if (consumers.length > 0) continue;
    yield `remove ${address}, which no consumer uses, or declare who does`;
  }
}

function* mergeable(lists: readonly DesiredList[]): Iterable<string> {
  const models = [...new Set(lists.map(({ target_model }) => target_model))];
  for (const model of models) {
    const group = fitting(lists.filter(({ target_model }) => target_model === model));
    if (group.length < 2) continue;
    const sizes = group.map(({ address, hotwords }) => `${address} (${hotwords.length})`);
    yield `merge ${sizes.join(', ')}: they fit into one list of ${group[0]?.max_hotwords} hotwords`;
  }
}

/** As many of the smallest as fit together. */
function fitting(lists: readonly DesiredList[]): DesiredList[] {
  let total = 0;
  return [...lists]
    .sort((left, right) => left.hotwords.length - right.hotwords.length)
    .filter(({ hotwords, max_hotwords }) => {
      total += hotwords.length;
      return total <= max_hotwords;
    });
}
