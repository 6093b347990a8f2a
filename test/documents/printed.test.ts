import { describe, expect, it } from 'vitest';
import type { DocumentName } from '../../src/documents/json-schema.js';
import { openRepository, type Repository } from '../cli/repository.js';
import { config } from '../support/world.js';
import { strictValidator } from './validators.js';

const before = config(
  { medical: ['alpha', 'beta'], sales: ['gamma'] },
  'guards: { max_deletes: 2 }\noutputs: [{ path: build/ids.json, format: json }]\n',
);
const after = config(
  { medical: ['alpha', 'omega'] },
  'protect: [acmeold]\nguards: { max_deletes: 5 }\nconsumers: [{ name: ward, vocabulary: medical, model: fun-asr }]\n',
);

/** Runs a command, and says of which kind its document is and what its schema objects to. */
async function printed({ vocabsync }: Repository, args: string) {
  const { stdout } = await vocabsync(`${args} --format json`);
  const document = JSON.parse(stdout) as { kind: DocumentName; error?: object; settings?: object[] };
  return { document, kind: document.kind, objections: strictValidator(document.kind)(document) };
}

describe('a document as it is printed has no field that its schema does not describe', () => {
  it.each([
    'validate',
    'plan',
    'drift',
    'doctor --scan .',
    'doctor --vocabulary-id vocab-a-1 --model fun-asr',
    'apply --yes',
    'apply',
    'plan --expect-digest x',
    'validate -c gone.yaml',
  ])('of a first run: %s', async (args) => {
    const repository = await openRepository({ 'vocab.config.yaml': before });
    const { objections } = await printed(repository, args);
    expect(objections).toBeNull();
  });

  it.each(['plan', 'drift', 'apply --yes', 'diff --base ./old'])('of a change: %s', async (args) => {
    const repository = await openRepository({ 'vocab.config.yaml': before, 'old/vocab.config.yaml': before });
    await repository.vocabsync('apply --yes');
    await repository.write('vocab.config.yaml', after);
    const { kind, objections } = await printed(repository, args);
    expect(args).toContain(kind);
    expect(objections).toBeNull();
  });

  it('of a difference with settings of both shapes', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': after, 'old/vocab.config.yaml': before });
    const { document, objections } = await printed(repository, 'diff --base ./old');
    expect(document.settings).toContainEqual({ name: 'guards.max_deletes', before: '2', after: '5' });
    expect(document.settings).toContainEqual({ name: 'protect', added: ['acmeold'], removed: [] });
    expect(objections).toBeNull();
  });

  it('of a request that failed', async () => {
    const faults = [{ kind: 'refuse', action: 'list', skip: 0, count: 99 }] as const;
    const repository = await openRepository({ 'vocab.config.yaml': before }, { faults });
    const { document, objections } = await printed(repository, 'plan --deadline 2s');
    expect(document.error).toHaveProperty('request_id');
    expect(objections).toBeNull();
  });

  it('of a command line that was not understood', async () => {
    const repository = await openRepository({});
    expect(await printed(repository, 'plan --no-such-flag')).toMatchObject({
      kind: 'error',
      objections: null,
    });
  });
});
