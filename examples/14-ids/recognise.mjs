/** Reads what a consumer recognises with, and puts all of it into one request: an id does nothing with another model. */
import { readFileSync } from 'node:fs';

const file = new URL('build/vocabularies.json', import.meta.url);

/** What a request takes. A consumer without a list has no id, and one without instant words no words. */
function recognitionOf(consumer) {
  const { consumers } = JSON.parse(readFileSync(file, 'utf8'));
  if (!Object.hasOwn(consumers, consumer)) {
    throw new Error(`${file.pathname} has no consumer ${consumer}: is its list OK?`);
  }
  const { model, vocabulary_id, vocabulary } = consumers[consumer];
  const parameters = {
    ...(vocabulary_id === null ? {} : { vocabulary_id }),
    ...(vocabulary === null ? {} : { vocabulary }),
  };
  return { model, parameters };
}

const { model, parameters } = recognitionOf(process.argv[2]);
// `model` and `parameters` stand in the body of a request, or in the payload of `run-task`, beside `format` and the rest.
console.log(JSON.stringify({ model, parameters }));
