import { type Consumer, environmentName, type OutputFormat } from '../model/config.js';
import type { Plan } from '../model/plan.js';

/** What applications need to know to use their lists. */
export interface Ids {
  /** By vocabulary name, then by target model. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, PublishedList>>>>;
  /** By consumer name. */
  readonly consumers: Readonly<Record<string, PublishedConsumer>>;
}

interface PublishedList {
  readonly vocabulary_id: string;
  readonly status: string;
}

interface PublishedConsumer {
  readonly model: string;
  readonly vocabulary_id: string;
}

/** The bound lists of a plan, sorted by name so that the published file changes only when they do. */
export function collectIds({ changes }: Plan, consumers: readonly Consumer[]): Ids {
  const vocabularies: Record<string, Record<string, PublishedList>> = {};
  for (const { name, target_model, before, after } of changes) {
    if (name === null || before === null || after === null) continue;
    const { vocabulary_id, status } = before;
    vocabularies[name] = { ...vocabularies[name], [target_model]: { vocabulary_id, status } };
  }
  const published = consumers.flatMap(({ name, vocabulary, model }) => {
    const list = vocabularies[vocabulary.value]?.[model.value];
    return list === undefined
      ? []
      : [[name, { model: model.value, vocabulary_id: list.vocabulary_id }] as const];
  });
  return {
    vocabularies,
    consumers: Object.fromEntries(published.sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}

export function renderIds(ids: Ids, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(ids, null, 2)}\n`;
    case 'yaml':
      return yamlMapping(ids, '');
    case 'dotenv':
      return dotenv(ids);
    case 'ts':
      return `export const vocabularyIds = ${JSON.stringify(ids, null, 2)} as const;\n`;
  }
}

/** A JSON string is a YAML string too, so every key and value is written as one. */
function yamlMapping(value: object, indent: string): string {
  const rows = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const head = `${indent}${JSON.stringify(key)}:`;
    if (typeof inner !== 'object' || inner === null) return `${head} ${JSON.stringify(inner)}\n`;
    return Object.keys(inner).length === 0 ? `${head} {}\n` : `${head}\n${yamlMapping(inner, `${indent}  `)}`;
  });
  return rows.join('');
}

function dotenv({ consumers }: Ids): string {
  return Object.entries(consumers)
    .map(([name, { model, vocabulary_id }]) => {
      const variable = `VOCAB_${environmentName(name)}`;
      return `${variable}_ID=${vocabulary_id}\n${variable}_MODEL=${model}\n`;
    })
    .join('');
}
