import { type PublishedFile, toldTo } from '../result/published.js';
import type { InstantWords } from './instant-words.js';

/**
 * Names the vocabularies of which a word is missing in what a published file tells a consumer of theirs: its program cannot
 * send it yet. Nothing is published of one that no consumer sends.
 */
export function unpublished(
  instant: readonly InstantWords[],
  files: readonly PublishedFile[],
): ReadonlySet<string> {
  const lacking = instant.filter((words) => !files.every((file) => tellsAll(file, words)));
  return new Set(lacking.map(({ name }) => name));
}

function tellsAll(file: PublishedFile, { hotwords, consumers }: InstantWords): boolean {
  return consumers.every((consumer) => {
    const sent = file.kind === 'read' ? toldTo(file, consumer)?.vocabulary : undefined;
    return hotwords.every(({ text, weight }) => weightIn(sent ?? {}, text) === weight);
  });
}

/** A word may be called `constructor`. */
function weightIn(sent: Readonly<Record<string, number>>, text: string): number | undefined {
  return Object.hasOwn(sent, text) ? sent[text] : undefined;
}
