/** Reads what a consumer recognises with, as one object: its id does nothing with another model. */
import { readFileSync } from 'node:fs';

const file = new URL('build/vocabularies.json', import.meta.url);

/** @returns {{ model: string, vocabulary_id: string | null, vocabulary: Record<string, number> | null }} */
function recognitionOf(consumer) {
  const { consumers } = JSON.parse(readFileSync(file, 'utf8'));
  if (!Object.hasOwn(consumers, consumer)) {
    throw new Error(`${file.pathname} has no consumer ${consumer}: is its list OK?`);
  }
  return consumers[consumer];
}

const { model, vocabulary_id } = recognitionOf(process.argv[2]);
// Hand both to the same request.
console.log(model, vocabulary_id);
