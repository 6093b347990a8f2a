import { environmentName, type OutputFormat } from '../../model/config.js';
import { printableJson } from '../../model/text/printable.js';
import type { Ids } from './collect-ids.js';

/** Writes ids down for applications to read. A status is the vendor's word, so it is escaped as a text of others. */
export function renderIds(ids: Ids, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return `${jsonOf(ids)}\n`;
    case 'yaml':
      return printableJson(yamlMapping(ids, ''));
    case 'dotenv':
      return dotenv(ids);
    case 'ts':
      return `export const vocabularyIds = ${jsonOf(ids)} as const;\n`;
  }
}

function jsonOf(ids: Ids): string {
  return printableJson(JSON.stringify(ids, null, 2));
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

/** What is null is left out: to most readers an empty variable is a text. */
function dotenv({ consumers }: Ids): string {
  return Object.entries(consumers)
    .map(([name, { model, vocabulary_id }]) => {
      const variable = `VOCAB_${environmentName(name)}`;
      return `${variable}_ID=${vocabulary_id}\n${variable}_MODEL=${model}\n`;
    })
    .join('');
}
