import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const extra = `consumers:
  - { name: ward-dictation, vocabulary: medical, model: fun-asr }
outputs:
  - { path: build/ids.json, format: json }
  - { path: build/ids.yaml, format: yaml }
  - { path: build/.env, format: dotenv }
  - { path: build/ids.ts, format: ts }
`;
const files = ['build/ids.json', 'build/ids.yaml', 'build/.env', 'build/ids.ts'];

async function open(switches: Partial<EmulatorSwitches> = {}) {
  const repository = await openRepository(
    { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }, extra) },
    switches,
  );
  /** The texts of the output files; null for one that is not there. */
  const outputs = () =>
    Promise.all(files.map((file) => readFile(join(repository.directory, file), 'utf8').catch(() => null)));
  return { ...repository, outputs };
}

it('writes every form, with the id that the account gave', async () => {
  const { vocabsync, emulator, outputs } = await open();
  const { code, stdout } = await vocabsync('apply --yes');
  const vocabulary_id = (await emulator.account())[0]?.vocabulary_id ?? '';
  const [json, yaml, dotenv, ts] = await outputs();
  expect(JSON.parse(json ?? '')).toEqual({
    vocabularies: { medical: { 'fun-asr': { vocabulary_id, status: 'OK' } } },
    consumers: { 'ward-dictation': { model: 'fun-asr', vocabulary_id, vocabulary: null } },
  });
  expect(yaml).toContain(`"vocabulary_id": "${vocabulary_id}"`);
  expect(dotenv).toBe(`VOCAB_WARD_DICTATION_ID=${vocabulary_id}\nVOCAB_WARD_DICTATION_MODEL=fun-asr\n`);
  expect(ts).toMatch(/^export const vocabularyIds = \{\n[^]+\} as const;\n$/);
  for (const file of files) expect(stdout).toContain(`Wrote ${file}\n`);
  expect(code).toBe(0);
});

it('writes nothing for a plan or a validation', async () => {
  const { vocabsync, outputs } = await open();
  await vocabsync('validate');
  await vocabsync('plan');
  expect(await outputs()).toEqual([null, null, null, null]);
});

it('writes nothing for a plan that was not approved', async () => {
  const { vocabsync, outputs } = await open();
  await vocabsync('apply');
  expect(await outputs()).toEqual([null, null, null, null]);
});

it('brings a file back that was deleted, though there is nothing to apply', async () => {
  const { vocabsync, write, outputs, writes } = await open();
  await vocabsync('apply --yes');
  const before = await outputs();
  await write('build/ids.json', 'stale');
  expect((await vocabsync('apply')).code).toBe(0);
  expect(await outputs()).toEqual(before);
  expect(writes()).toEqual(['create']);
});

it('leaves the files as they are, and ends with 6, when a list is not OK', async () => {
  const { vocabsync, write, outputs } = await open({ deploy_ms: 3_600_000 });
  for (const file of files) await write(file, 'as it was');
  const { code, stderr } = await vocabsync('apply --yes');
  expect(stderr).toContain('The output files are left as they are');
  expect(await outputs()).toEqual(files.map(() => 'as it was'));
  expect(code).toBe(6);
  expect((await vocabsync('apply')).code).toBe(6);
  expect(await outputs()).toEqual(files.map(() => 'as it was'));
});

it('leaves the files as they are when the account cannot be read after a write', async () => {
  // The plan and the look before the create list an empty account once each.
  const faults = [{ kind: 'refuse', action: 'list', skip: 2, count: 99 }] as const;
  const { vocabsync, write, outputs } = await open({ faults });
  for (const file of files) await write(file, 'as it was');
  expect((await vocabsync('apply --yes')).code).toBe(6);
  expect(await outputs()).toEqual(files.map(() => 'as it was'));
});

it('leaves the files as they are when a list is missing', async () => {
  const faults = [{ kind: 'throttle', action: 'create', skip: 0, count: 99 }] as const;
  const { vocabsync, write, outputs } = await open({ faults });
  for (const file of files) await write(file, 'as it was');
  expect((await vocabsync('apply --yes')).code).toBe(8);
  expect(await outputs()).toEqual(files.map(() => 'as it was'));
});

it('says what it could not write, after the report of what it did', async () => {
  const { vocabsync, write } = await open();
  await write('build', 'a file, not a folder');
  const { code, stdout, stderr } = await vocabsync('apply --yes');
  expect(stdout).toContain('Apply: 1 done');
  expect(stderr).toMatch(/^error\[file-unwritable\]: cannot write .+ids\.json: /);
  expect(code).toBe(6);
});

describe('an apply that does not end with 0', () => {
  const forms = ['r.md', 'r.xml', 'r.sarif', 'r.html'];
  const out = [...forms, 'r.json'].map((file) => `--out ${file}`).join(' ');

  /** What each form says of the run, and what `combine` makes of its document. */
  async function told({ vocabsync, directory }: Awaited<ReturnType<typeof open>>, args: string) {
    const read = (file: string) => readFile(join(directory, file), 'utf8');
    const { code, stdout } = await vocabsync(`apply --yes ${args} --format github ${out}`.trim());
    const texts = [stdout, ...(await Promise.all(forms.map(read)))];
    const combined = await vocabsync('combine r.json --out c.xml --out c.sarif');
    const combinedTexts = [combined.stdout, await read('c.xml'), await read('c.sarif')];
    return { code, texts, combined: { code: combined.code, texts: combinedTexts } };
  }

  it('says why in every form, where files of ids could not be written', async () => {
    const here = await open();
    await here.write('build', 'a file, not a folder');
    const { code, texts, combined } = await told(here, '');
    expect([code, combined.code]).toEqual([6, 6]);
    for (const text of [...texts, ...combined.texts]) expect(text).toMatch(/cannot write .*ids\.json/);
    const [github, md, xml] = texts;
    expect(github).toMatch(/^::error title=file-unwritable::/m);
    expect(md).toContain('not everything is done');
    expect(xml).toContain('failures="1"');
    expect(combined.texts[0]).toMatch(/^Applies: 1 account, 1 partly done$/m);
    expect(combined.texts[1]).toContain('<failure');
  });

  it('has done nothing where only the files were to be written, and could not be', async () => {
    const here = await open();
    await here.vocabsync('apply --yes');
    await rm(join(here.directory, 'build'), { recursive: true });
    await here.write('build', 'a file, not a folder');
    const { combined } = await told(here, '');
    expect(combined.texts[0]).toMatch(/^Applies: 1 account, 1 failed$/m);
  });

  it('is done in every form where an answer was lost and the last look shows what came of it', async () => {
    const here = await open({
      faults: [
        { kind: 'cut-after', action: 'create', skip: 0, count: 1 },
        { kind: 'refuse', action: 'list', skip: 3, count: 6 },
      ],
    });
    const { code, texts, combined } = await told(here, '');
    const [, md, , , page] = texts;
    expect([code, combined.code]).toEqual([0, 0]);
    for (const text of [md, page]) expect(text).toContain('seen in effect by the last look');
    for (const text of texts) expect(text).not.toMatch(/unknown|Nobody knows/);
    expect(combined.texts[0]).toMatch(/^Applies: 1 account, 1 done$/m);
  });

  it('says why in every form, where a list is not OK', async () => {
    const here = await open({ deploy_ms: 3_600_000 });
    expect((await here.vocabsync('apply --yes --wait 1s')).code).toBe(6);
    const { code, texts, combined } = await told(here, '--wait 1s');
    expect([code, combined.code]).toEqual([6, 6]);
    for (const text of [...texts, ...combined.texts]) expect(text).toContain('not OK');
    const [github, , xml, sarif] = texts;
    expect(github).toMatch(/^::error title=apply::Not everything is done/m);
    expect(github).toMatch(/^::warning .*title=list-not-ready/m);
    expect(xml).toContain('list-not-ready');
    expect(sarif).toContain('apply-not-done');
    expect(combined.texts[1]).toContain('<error');
    expect(combined.texts[2]).toContain('list-not-ready');
  });
});
