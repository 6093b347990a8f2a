import { forShell } from '../../config/text/for-shell.js';
import { printable } from '../../model/text/printable.js';
import { holdsKey } from '../../model/text/secrets.js';
import type { Saying } from '../../report/form.js';

/** What every command reads that is run without `-c`. */
const usual = 'vocab.config.yaml';

/** Commands that read the configuration that `-c` names. */
const command =
  /`vocabsync (validate|plan|apply|restore|drift|diff|ids|import|fmt|doctor|eval)\b(?![^`]* (?:-c|--config)\b)/g;

/**
 * What is said, with each command in it for the configuration at hand: run without `-c`, it would be for another account where
 * the folder has a configuration of the usual name.
 * @param config the file as the user typed it; undefined: the usual one, which every command reads
 */
export function forConfig(saying: Saying, config: string | undefined): Saying {
  if (config === undefined || config === usual || !isHarmless(config)) return saying;
  const named = (text: string) =>
    text.replaceAll(command, (_found, name: string) => `\`vocabsync ${name} -c ${forShell(config)}`);
  const { view, document } = saying;
  // Sentences become sentences, and everything else stays: it is of the type that it was of.
  return {
    ...saying,
    view: () => withSentences(view(), named),
    document: () => withSentences(document(), named),
  } as Saying;
}

/** Where views and documents have sentences of ours. Words, notes and names are of others, and stay letter by letter. */
const sentences: readonly string[] = [
  'cause',
  'finale',
  'hint',
  'hints',
  'impact',
  'message',
  'next',
  'notes',
];

function withSentences(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withSentences(item, change));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      sentences.includes(key) ? changed(inner, change) : withSentences(inner, change),
    ]),
  );
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList ? value.map(change) : withSentences(value, change);
}

/** A key that was typed in the wrong place is not repeated, nor what a terminal or a form would take for its own. */
function isHarmless(config: string): boolean {
  return printable(config) === config && !config.includes('`') && !holdsKey(config);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
