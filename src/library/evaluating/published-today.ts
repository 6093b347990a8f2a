import { withLevels } from '../../model/catalogue/with-levels.js';
import { type Config, levelsOf } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import type { SentWords } from '../../model/instant/sent-words.js';
import { readOutput } from '../../workspace/outputs.js';

/** What the published files of a configuration tell applications to send. */
export interface PublishedToday {
  /** undefined: no file tells anything of the consumer. */
  readonly wordsOf: (consumer: string) => SentWords | null | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what applications are told today. Only the JSON form has words by consumer that can be read back for sure; where
 * there is none, what the configuration asks for counts, and that is said.
 */
export async function publishedToday(config: Config): Promise<PublishedToday> {
  const { outputs, directory, file } = config;
  const consumers = new Map<string, SentWords | null>();
  let isRead = false;
  for (const { path, format } of outputs) {
    if (format !== 'json') continue;
    const found = consumersIn(await readOutput(directory, path).catch(() => null));
    isRead ||= found !== null;
    for (const [name, words] of found ?? []) if (!consumers.has(name)) consumers.set(name, words);
  }
  const location = { file, line: 1, column: 1 };
  const said = asWarning(
    {
      rule: 'instant-words-unpublished',
      message:
        'no published JSON file says which instant words applications send, so those of the configuration count as what they send today',
      hint: 'publish them: outputs: [{ path: build/vocabularies.json, format: json }], and run `vocabsync ids --write`',
    },
    location,
  );
  return {
    wordsOf: (name) => consumers.get(name),
    diagnostics: isRead ? [] : withLevels([said], levelsOf(config)),
  };
}

/** null: it is no file that vocabsync has written. */
function consumersIn(text: string | null): Map<string, SentWords | null> | null {
  const consumers = fieldOf(parsed(text), 'consumers');
  if (!isRecord(consumers)) return null;
  return new Map(
    Object.entries(consumers).map(([name, given]) => [name, wordsIn(fieldOf(given, 'vocabulary'))]),
  );
}

function wordsIn(value: unknown): SentWords | null {
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).filter(isWeighted));
}

function isWeighted(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number';
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
