import { type OutputFormat, outputFormats } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { Ids } from '../../model/result/published.js';
import { printableJson, quotable } from '../../model/text/printable.js';
import { renderDotenv } from './render-dotenv.js';
import { renderYaml } from './render-yaml.js';

/**
 * Writes down what applications recognise with. Words, and the vendor's status, are texts of others, so they are escaped as
 * far as the form can spell a character in another way; a reader of the form gets back exactly what they were.
 * @throws VocabError `usage` for a format that there is none of
 */
export function renderIds(ids: Ids, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return `${jsonOf(ids)}\n`;
    case 'yaml':
      return renderYaml(ids);
    case 'dotenv':
      return renderDotenv(ids);
    case 'ts':
      return `export const vocabularyIds = ${literalOf(ids)} as const;\n`;
    default:
      return unknownFormat(format);
  }
}

/** Programs without types may ask for any. */
function unknownFormat(format: never): never {
  throw new VocabError(
    'usage',
    `format must be one of ${outputFormats.join(', ')}, not ${quotable(String(format))}`,
  );
}

function jsonOf(ids: Ids): string {
  return printableJson(JSON.stringify(ids, null, 2));
}

/**
 * JSON is nearly a literal of TypeScript: as a plain key, `__proto__` would set the prototype, and a `<` may end the script
 * of a page that a bundler has put it into.
 */
function literalOf(ids: Ids): string {
  return jsonOf(ids)
    .replaceAll('<', '\\u003c')
    .replace(/^( *)"__proto__":/gm, '$1["__proto__"]:');
}
