import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openRepository } from '../cli/repository.js';
import { config } from '../support/world.js';
import { hostileTexts } from './hostile-texts.js';

const outputs = ['json', 'yaml', 'dotenv', 'ts']
  .map((format) => `{ path: ids.${format}, format: ${format} }`)
  .join(', ');

/** A vocabulary and its consumer, for a model that the configuration itself adds to the catalogue. */
function configFor(model: string): string {
  const spelt = JSON.stringify(model);
  return config(
    { constructor: ['alpha'] },
    `models: { ${spelt}: { family: fun-asr } }
consumers: [{ name: Ward-1.x, vocabulary: constructor, model: ${spelt} }]
outputs: [${outputs}]
`,
  ).replace('target_model: fun-asr ', `target_model: ${spelt} `);
}

describe('published ids', () => {
  it('hold no name of a model that means something to a shell, a parser or a terminal', async () => {
    for (const model of hostileTexts.filter((text) => text !== 'constructor')) {
      const { vocabsync } = await openRepository({ 'vocab.config.yaml': configFor(model) });
      const { code, stdout } = await vocabsync('validate');
      expect({ model, code }).toEqual({ model, code: 3 });
      expect(stdout).toContain('--> vocab.config.yaml:');
    }
  });

  it.each(['constructor', 'fun-asr:ft-2026/a+b@c'])(
    'are read back as they are by every reader: %s',
    async (model) => {
      const { vocabsync, emulator, directory } = await openRepository({
        'vocab.config.yaml': configFor(model),
      });
      expect((await vocabsync('apply --yes')).code).toBe(0);
      const [list] = await emulator.account();
      const id = list?.vocabulary_id;
      const ids = {
        vocabularies: { constructor: { [model]: { vocabulary_id: id, status: 'OK' } } },
        consumers: { 'Ward-1.x': { model, vocabulary_id: id, vocabulary: null } },
      };
      const read = (format: string) => readFile(join(directory, `ids.${format}`), 'utf8');
      expect(JSON.parse(await read('json'))).toEqual(ids);
      expect(parse(await read('yaml'))).toEqual(ids);
      const [, object = ''] = /^export const vocabularyIds = (.*) as const;\n$/s.exec(await read('ts')) ?? [];
      expect(JSON.parse(object)).toEqual(ids);
      expect(await read('dotenv')).toBe(`VOCAB_WARD_1_X_ID=${id}\nVOCAB_WARD_1_X_MODEL=${model}\n`);
    },
  );
});
