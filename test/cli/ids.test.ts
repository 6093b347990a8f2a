import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { strictValidator } from '../documents/validators.js';
import { sendAsAnother } from '../support/emulator.js';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const consumers = `consumers:
  - { name: ward-dictation, vocabulary: medical, model: fun-asr }
  - { name: hotline, vocabulary: support, model: fun-asr }
`;
const outputs = 'outputs: [{ path: build/ids.json, format: json }, { path: build/.env, format: dotenv }]\n';
const words = { medical: ['alpha', 'beta'], support: ['gamma'] };

interface Told {
  readonly kind: string;
  readonly consumers: Readonly<Record<string, { model: string; vocabulary_id: string; vocabulary: null }>>;
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, { status: string }>>>>;
  readonly ineffective: readonly { address: string; status: string | null; consumers: string[] }[];
  readonly outputs: readonly string[];
  readonly error?: { code: string; hint: string };
}

async function open(extra = consumers + outputs, switches: Partial<EmulatorSwitches> = {}) {
  const repository = await openRepository({ 'vocab.config.yaml': config(words, extra) }, switches);
  /** Runs the command, and reads what it prints as a document of its schema. */
  async function ids(args = ''): Promise<{ code: number; stderr: string; told: Told }> {
    const { code, stdout, stderr } = await repository.vocabsync(`ids ${args}`.trim());
    const told = JSON.parse(stdout) as Told;
    expect(strictValidator('ids')(told)).toBeNull();
    return { code, stderr, told };
  }
  const file = (name: string) => readFile(join(repository.directory, name), 'utf8').catch(() => null);
  return { ...repository, ids, file };
}

async function applied(...options: Parameters<typeof open>) {
  const repository = await open(...options);
  await repository.vocabsync('apply --yes');
  return repository;
}

describe('ids', () => {
  it('prints the id and the model of each consumer as one object, in JSON unless told otherwise', async () => {
    const { ids, emulator } = await applied();
    const held = new Map((await emulator.account()).map((list) => [list.prefix, list.vocabulary_id]));
    const { code, stderr, told } = await ids();
    expect(told.consumers).toEqual({
      hotline: { model: 'fun-asr', vocabulary_id: held.get('acmesup'), vocabulary: null },
      'ward-dictation': { model: 'fun-asr', vocabulary_id: held.get('acmemed'), vocabulary: null },
    });
    expect(told.ineffective).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('prints in every form the same as apply writes into the files', async () => {
    const { vocabsync, ids, file } = await applied(
      `${consumers}outputs:\n${['json', 'yaml', 'dotenv', 'ts'].map((form) => `  - { path: o.${form}, format: ${form} }\n`).join('')}`,
    );
    for (const format of ['yaml', 'dotenv', 'ts']) {
      expect((await vocabsync(`ids --format ${format}`)).stdout).toBe(await file(`o.${format}`));
    }
    const { vocabularies, consumers: told } = (await ids('--format json')).told;
    expect({ vocabularies, consumers: told }).toEqual(JSON.parse((await file('o.json')) ?? ''));
    expect(parse((await file('o.yaml')) ?? '')).toEqual({ vocabularies, consumers: told });
  });

  it('takes its form from the environment too', async () => {
    const { vocabsync } = await applied();
    const { stdout } = await vocabsync('ids', { env: { VOCABSYNC_FORMAT: 'dotenv' } });
    expect(stdout).toMatch(/^VOCAB_HOTLINE_ID=vocab-acmesup-\w+\nVOCAB_HOTLINE_MODEL=fun-asr\n/);
  });

  it('changes nothing: not the account, and no file', async () => {
    const { vocabsync, writes, file } = await open();
    await vocabsync('ids');
    expect(writes()).toEqual([]);
    expect(await file('build/ids.json')).toBeNull();
  });
});

describe('ids --consumer', () => {
  it('tells of one consumer and its list', async () => {
    const { ids } = await applied();
    const { told } = await ids('--consumer hotline');
    expect(Object.keys(told.consumers)).toEqual(['hotline']);
    expect(Object.keys(told.vocabularies)).toEqual(['support']);
  });

  it('does not mind a list that the consumer does not use', async () => {
    const { ids, emulator } = await applied();
    const lists = await emulator.account();
    const other = lists.find(({ prefix }) => prefix === 'acmemed')?.vocabulary_id ?? '';
    await sendAsAnother(emulator, { action: 'delete_vocabulary', vocabulary_id: other });
    expect((await ids()).code).toBe(6);
    expect((await ids('--consumer hotline')).code).toBe(0);
    expect((await ids('--consumer ward-dictation')).code).toBe(6);
  });

  it('knows no other than those of the configuration, and says which was meant', async () => {
    const { ids, emulator } = await open();
    const { code, told, stderr } = await ids('--consumer hotlin');
    expect(told.error).toMatchObject({ code: 'usage', hint: 'did you mean "hotline"?' });
    expect(stderr).toContain('error[usage]: there is no consumer "hotlin"');
    expect(code).toBe(3);
    expect((await ids('--consumer somebody')).told.error?.hint).toContain('ward-dictation, hotline');
    expect(emulator.requests).toEqual([]);
  });
});

describe('a list that is not OK', () => {
  it('is given to no consumer, is said, and ends with 6', async () => {
    const { ids, vocabsync } = await applied(undefined, { deploy_ms: 3_600_000 });
    const { code, stderr, told } = await ids();
    expect(told.consumers).toEqual({});
    expect(told.vocabularies['medical']?.['fun-asr']?.status).toBe('UNDEPLOYED');
    expect(told.ineffective.map(({ address, status }) => [address, status])).toEqual([
      ['medical@fun-asr', 'UNDEPLOYED'],
      ['support@fun-asr', 'UNDEPLOYED'],
    ]);
    expect(stderr).toMatch(
      /^error\[not-ready\]: medical@fun-asr is UNDEPLOYED, not OK: recognition ignores it \(vocab-acmemed-\w+\); no id is given to ward-dictation\n {2}hint: run it again/,
    );
    expect(code).toBe(6);
    const dotenv = await vocabsync('ids --format dotenv');
    expect(dotenv.stdout).toBe('');
    expect(dotenv.stderr).toBe(stderr);
    expect(dotenv.code).toBe(6);
  });

  it('is said to have no variables where no consumer is named', async () => {
    const { vocabsync } = await applied('');
    expect(await vocabsync('ids --format dotenv')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('add programs under `consumers`'),
    });
    expect((await vocabsync('ids --format dotenv --quiet')).stderr).toBe('');
  });

  it('is said when it is not there at all', async () => {
    const { ids } = await open();
    const { code, stderr, told } = await ids();
    expect(told).toMatchObject({ vocabularies: {}, consumers: {} });
    expect(told.ineffective).toHaveLength(2);
    expect(stderr).toContain('support@fun-asr is not in the account; no id is given to hotline');
    expect(stderr).toContain('`vocabsync apply` to make it');
    expect(code).toBe(6);
  });

  it('does not keep the others from being told', async () => {
    const { ids, write } = await applied();
    await write('vocab.config.yaml', config({ ...words, sales: ['delta'] }, consumers));
    const { code, told } = await ids();
    expect(Object.keys(told.consumers)).toEqual(['hotline', 'ward-dictation']);
    expect(told.ineffective.map(({ address }) => address)).toEqual(['sales@fun-asr']);
    expect(code).toBe(6);
  });
});

describe('ids --write', () => {
  it('writes the files, says which, and the next time has nothing to write', async () => {
    const { ids, write, file } = await applied();
    const before = await file('build/ids.json');
    await write('build/ids.json', 'stale');
    const { told, stderr, code } = await ids('--write');
    expect(told.outputs).toEqual(['build/ids.json']);
    expect(stderr).toBe('Wrote build/ids.json\n');
    expect(code).toBe(0);
    expect(await file('build/ids.json')).toBe(before);
    expect((await ids('--write')).told.outputs).toEqual([]);
  });

  it('leaves the files alone when any list is missing', async () => {
    const { ids, write, file } = await open();
    await write('build/ids.json', 'as it was');
    const { code, stderr } = await ids('--write');
    expect(stderr).toContain('The output files are left as they are');
    expect(await file('build/ids.json')).toBe('as it was');
    expect(code).toBe(6);
  });

  it('says that there is nothing to write, before it asks anybody', async () => {
    const { ids, emulator } = await open(consumers);
    const { code, told } = await ids('--write');
    expect(told.error?.hint).toContain('outputs: [{ path: build/vocabularies.json, format: json }]');
    expect(code).toBe(3);
    expect(emulator.requests).toEqual([]);
  });

  it('is for all consumers', async () => {
    const { ids } = await open();
    expect((await ids('--write --consumer hotline')).told.error?.code).toBe('usage');
  });

  it('fails when a file cannot be written', async () => {
    const { ids, write } = await applied(consumers);
    await write('vocab.config.yaml', config(words, consumers + outputs));
    await write('build', 'a file, not a folder');
    const { code, told, stderr } = await ids('--write');
    expect(told.error?.code).toBe('file-unwritable');
    expect(stderr).toContain('error[file-unwritable]');
    expect(code).toBe(3);
  });
});

describe('what goes wrong', () => {
  it('is a document where JSON is, with the text on stderr', async () => {
    const { ids, write } = await open();
    await write('vocab.config.yaml', config({ medical: [] }));
    const { code, told, stderr } = await ids();
    expect(told).toMatchObject({ kind: 'ids', error: { code: 'config-invalid' } });
    expect(stderr).toMatch(/error\[vocabulary-empty\][^]+error\[config-invalid\]/);
    expect(code).toBe(3);
  });

  it('leaves stdout empty in every other form', async () => {
    const { vocabsync } = await open();
    for (const format of ['yaml', 'dotenv', 'ts']) {
      const { code, stdout, stderr } = await vocabsync(`ids --format ${format} -c gone.yaml`);
      expect(stdout).toBe('');
      expect(stderr).toContain('error[config-missing]');
      expect(code).toBe(3);
    }
  });

  it('is that two consumers would be one variable, unless one of them is asked for', async () => {
    const names = ['call-centre', 'call.centre'];
    const clash = `consumers: [${names.map((name) => `{ name: ${name}, vocabulary: medical, model: fun-asr }`).join(', ')}]\n`;
    const { vocabsync, ids } = await applied(clash);
    const { code, stdout, stderr } = await vocabsync('ids --format dotenv');
    expect(stderr).toContain('"call-centre" and "call.centre" would both be VOCAB_CALL_CENTRE_ID');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    const one = await vocabsync('ids --format dotenv --consumer call.centre');
    expect(one.stdout).toMatch(/^VOCAB_CALL_CENTRE_ID=/);
    expect(Object.keys((await ids()).told.consumers)).toEqual(names);
  });

  it('is a status that gives orders to a terminal or a runner', async () => {
    const pending_status = '\u001b[2J\u202e ::set-output x::##[error]';
    const { vocabsync } = await applied(consumers, { deploy_ms: 3_600_000, pending_status });
    for (const format of ['json', 'yaml', 'ts']) {
      const { stdout, stderr } = await vocabsync(`ids --format ${format}`);
      expect(stdout).toContain('vocab-acmemed-');
      expect(stdout + stderr).not.toMatch(/[\u001b\u202e]|##\[/);
    }
  });
});
