import type { Region } from '../../model/catalogue/target-models.js';
import { scalar } from '../../model/yaml/scalar.js';
import { schemaUrl } from '../../model/yaml/schema-url.js';

/**
 * The least that a configuration can say, for an account that is imported where there is none yet.
 * @param folder of the vocabularies, from the folder of the configuration; empty: that folder itself
 */
export function startConfig(region: Region, folder: string): string {
  // In a folder with other files a pattern would find those too.
  const pattern = `${folder}/*.yaml`;
  const item = /^\w[\w./-]*$/.test(folder) ? pattern : scalar(pattern);
  const vocabularies = folder === '' ? 'vocabularies: []' : `vocabularies:\n  - ${item}`;
  return `# yaml-language-server: $schema=${schemaUrl('config')}
# The hotword lists that one account shall hold. \`vocabsync validate\` checks this file and every file it names.
version: 1
account:
  # A key works in one region only; it is in the environment variable DASHSCOPE_API_KEY, and never in a file.
  region: ${region}
${vocabularies}
`;
}
