import { parse } from 'yaml';
import type { Output, OutputFormat } from '../../model/config.js';
import type { PublishedContent, PublishedFile, ToldConsumer } from '../../model/result/published.js';
import { fieldOf, isRecord, textIn, wordsIn } from './own-fields.js';
import { variablesIn } from './variables-in.js';

/**
 * Reads a published file as a program would that knows its form: strictly what the form allows, however it was laid out
 * since, and of it no more than what was once written there.
 */
export function parsePublished(content: string, { path, format }: Output): PublishedFile {
  // Editors of Windows put a byte-order mark in front of what they save.
  const text = content.replace(/^\ufeff/, '');
  const conflict = conflictIn(text);
  if (conflict !== null)
    return { path, kind: 'unreadable', why: `has the marks of a merge conflict in line ${conflict}` };
  const told = format === 'dotenv' ? variablesIn(text) : contentOf(valueOf(text, format));
  return told === null
    ? { path, kind: 'unreadable', why: `is not the ${nameOf[format]} that programs read` }
    : { path, kind: 'read', format, ...told };
}

const nameOf: Readonly<Record<OutputFormat, string>> = {
  json: 'JSON',
  yaml: 'YAML',
  dotenv: 'file of variables',
  ts: 'TypeScript',
};

/** The first line that git has left for a person to decide about; null: there is none. */
function conflictIn(text: string): number | null {
  const index = text.split('\n').findIndex((line) => /^(?:<{7}|>{7})(?: |$)/.test(line));
  return index < 0 ? null : index + 1;
}

/** undefined: the text is not of the form. */
function valueOf(text: string, format: Exclude<OutputFormat, 'dotenv'>): unknown {
  switch (format) {
    case 'json':
      return unlessThrown(() => JSON.parse(text));
    case 'yaml':
      return unlessThrown(() => parse(text, quietly));
    case 'ts':
      return literalIn(text);
  }
}

/** What is odd about it would be a warning of the process; what is wrong is thrown in any case. */
const quietly = { maxAliasCount: 0, logLevel: 'error' } as const;

/** What `renderIds` writes around a literal, whatever a person or a formatter has put around and behind it since. */
const declaration =
  /(?:^|\n)export const vocabularyIds\b[^=]*=\s*(\{.*\})\s*(?:as const\b)?\s*(?:satisfies\b[^;]*)?;?\s*$/s;

/** A formatter may take quotes from keys, put others around texts and add commas: what YAML has of JSON allows for all of it. */
function literalIn(text: string): unknown {
  const literal = declaration.exec(text)?.[1]?.replace(/\[(['"])__proto__\1\]:/g, '"__proto__":');
  if (literal === undefined) return undefined;
  return (
    unlessThrown(() => JSON.parse(literal)) ??
    unlessThrown(() => parse(literal.replace(anyText, inDoubleQuotes), quietly))
  );
}

const anyText = /"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'/g;

/** Between single quotes YAML knows no escapes, and TypeScript knows all of them. */
function inDoubleQuotes(found: string, inner: string | undefined): string {
  if (inner === undefined) return found;
  return `"${inner.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`;
}

function unlessThrown(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

type Content = Omit<PublishedContent, 'format'>;

/** null: it is nothing that was written for programs. */
function contentOf(value: unknown): Content | null {
  const [consumers, vocabularies] = [fieldOf(value, 'consumers'), fieldOf(value, 'vocabularies')];
  if (!isRecord(consumers) || !isRecord(vocabularies)) return null;
  return {
    consumers: mapOver(consumers, consumerIn),
    lists: mapOver(vocabularies, idsIn),
  };
}

/** A list without an id tells nobody anything. */
function idsIn(models: unknown): ReadonlyMap<string, string> {
  const ids = [...mapOver(models, (list) => textIn(list, 'vocabulary_id'))];
  return new Map(ids.flatMap(([model, id]) => (id === null ? [] : [[model, id] as const])));
}

function consumerIn(value: unknown): ToldConsumer {
  return {
    model: textIn(value, 'model'),
    vocabulary_id: textIn(value, 'vocabulary_id'),
    vocabulary: wordsIn(fieldOf(value, 'vocabulary')),
  };
}

function mapOver<Value>(record: unknown, read: (value: unknown) => Value): ReadonlyMap<string, Value> {
  const entries = isRecord(record) ? Object.entries(record) : [];
  return new Map(entries.map(([name, value]) => [name, read(value)]));
}
