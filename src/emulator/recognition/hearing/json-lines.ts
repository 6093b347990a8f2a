import { VocabError } from '../../../model/errors.js';

/** Parses a file's text. @throws VocabError `config-invalid` with file and line where it is no JSON */
export function parseJsonText(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
    // A text that ends too soon is told at its last line, whatever follows that.
    const line = lineAt(text, Math.min(Number(position ?? text.length), text.trimEnd().length));
    throw new VocabError('config-invalid', `${file}:${line}: this is not JSON`, {
      hint: 'the recordings are one JSON list; a comma too many at its end, or one that is missing, is the usual mistake',
      cause,
    });
  }
}

/** The line on which an item of the list begins that the text is; the first where there is no such item. */
export function lineOfItem(text: string, index: number): number {
  let [depth, item] = [0, 0];
  // Strings are one match each, so that what is in them does not count.
  for (const { 0: found, index: at } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s[\]{},"]+/g)) {
    const begins = depth === 1 && found !== ',' && found !== ']';
    if (begins && item === index) return lineAt(text, at);
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
    else if (found === ',' && depth === 1) item += 1;
  }
  return 1;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
