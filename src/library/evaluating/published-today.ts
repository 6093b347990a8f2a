import { withLevels } from '../../model/catalogue/with-levels.js';
import { type Config, type Consumer, levelsOf } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import type { SentWords } from '../../model/instant/sent-words.js';
import { type PublishedFile, type ToldConsumer, toldTo } from '../../model/result/published.js';
import { quotable } from '../../model/text/printable.js';
import { readPublished } from '../../workspace/published/read-published.js';

/** What the published files of a configuration tell applications to send. */
export interface PublishedToday {
  /** null: nothing. undefined: there is no file that tells anything to anybody. */
  readonly wordsOf: (consumer: string) => SentWords | null | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what applications are told today, consumer by consumer, by the first file that names it. Where no file can be read,
 * what the configuration asks for counts, and that is said.
 * @param consumers those that send words
 */
export async function publishedToday(
  config: Config,
  consumers: readonly Consumer[],
): Promise<PublishedToday> {
  const { outputs, directory } = config;
  const files = await Promise.all(outputs.map((output) => readPublished(directory, output)));
  const isRead = files.some(({ kind }) => kind === 'read');
  const tells = (consumer: string) => files.flatMap((file) => toldBy(file, consumer) ?? []).at(0) ?? null;
  const remarks = isRead
    ? consumers.flatMap((consumer) => remarksOn(consumer, tells(consumer.name), files))
    : [unread(files, config.file)];
  return {
    wordsOf: (consumer) => (isRead ? (tells(consumer)?.consumer.vocabulary ?? null) : undefined),
    diagnostics: withLevels(remarks, levelsOf(config)),
  };
}

interface ToldBy {
  readonly path: string;
  readonly consumer: ToldConsumer;
}

/** null: the file tells the consumer nothing. */
function toldBy(file: PublishedFile, name: string): ToldBy | null {
  const consumer = file.kind === 'read' ? toldTo(file, name) : undefined;
  return consumer === undefined ? null : { path: file.path, consumer };
}

function unread(files: readonly PublishedFile[], file: string): Diagnostic {
  const broken = files.flatMap((one) => (one.kind === 'unreadable' ? `${one.path} ${one.why}` : []));
  const why = broken.length === 0 ? 'no published file says' : `${broken.join(', and ')}: no file says`;
  return asWarning(
    {
      rule: 'instant-words-unpublished',
      message: `${why} which instant words applications send, so those of the configuration count as what they send today`,
      hint:
        files.length === 0
          ? 'publish them: outputs: [{ path: build/vocabularies.json, format: json }], and run `vocabsync ids --write`'
          : 'run `vocabsync ids --write`, which writes the files under `outputs`',
    },
    { file, line: 1, column: 1 },
  );
}

function remarksOn(
  { name, model, location }: Consumer,
  told: ToldBy | null,
  files: readonly PublishedFile[],
): Diagnostic[] {
  if (told === null) {
    const read = files.flatMap(({ kind, path }) => (kind === 'read' ? path : []));
    return [
      asWarning(
        {
          rule: 'instant-words-unpublished',
          message: `${read.join(', ')} says nothing of ${name}, so its program sends no words today`,
          hint: 'run `vocabsync ids --write`, and deploy the file',
        },
        location,
      ),
    ];
  }
  const published = told.consumer.model;
  if (published === null || published === model.value) return [];
  return [
    asWarning(
      {
        rule: 'published-model-differs',
        message: `${told.path} gives ${name} the model ${quotable(published)}, and it is evaluated with that of the configuration, ${model.value}`,
        hint: 'run `vocabsync ids --write`, and deploy the file, so that its program recognises with this one',
      },
      model.location,
    ),
  ];
}
