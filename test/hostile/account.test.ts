import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SeedList } from '../../src/emulator/emulator.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';
import { openRepository, type Repository } from '../cli/repository.js';
import { idOf } from '../support/build.js';
import { config } from '../support/world.js';
import { expectHarmless, harmlessDocument } from './harmless.js';
import { hostileTexts, spokenTexts } from './hostile-texts.js';

const words = hostileTexts.map((text) => ({ text, weight: 4, lang: text, [`x${text}`]: text }));

/** Lists that hold, and are called, what nobody wants to see printed. */
const lists: readonly SeedList[] = [
  { vocabulary_id: idOf('acmemed', 1), prefix: 'acmemed', target_model: 'fun-asr', vocabulary: words },
  ...hostileTexts.map((text, index) => ({
    vocabulary_id: idOf('acmeold', index + 2),
    prefix: 'acmeold',
    target_model: text,
    vocabulary: words.slice(index, index + 1),
  })),
  ...hostileTexts.map((text) => ({
    vocabulary_id: `vocab-zzz-${text}`,
    prefix: 'zzz',
    target_model: 'fun-asr',
    vocabulary: words.slice(0, 1),
  })),
];

const flags = ['medical', 'sales']
  .flatMap((name) => [`--allow hotword-loss=${name}@fun-asr`, `--allow drop-fields=${name}@fun-asr`])
  .concat('--allow max-deletes')
  .join(' ');
const quota = (text: string) => text.replace('region: singapore', 'region: singapore, list_quota: 200');

let here: Repository;
beforeEach(async () => {
  const switches = { quota: 200, pending_status: hostileTexts.join(' '), deploy_ms: 0 };
  here = await openRepository({ 'vocab.config.yaml': quota(config({ medical: spokenTexts })) }, switches);
  await here.emulator.seed(lists);
});

/** Makes every list one that is not ready. */
const withStatus = () => here.emulator.change({ deploy_ms: 3_600_000 });

describe('an account full of hostile texts', () => {
  it.each(['plan', 'plan --verbose', 'plan --quiet', 'apply --verbose'])(
    'is harmless to look at: %s',
    async (args) => {
      const { stdout, stderr, code } = await here.vocabsync(`${args} ${flags}`);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect(stdout).toContain('delete acmeold@');
      expect(code).toBe(args.startsWith('plan') ? 0 : 4);
    },
  );

  it('cannot pass its words off as lines of the program', async () => {
    const { stdout } = await here.vocabsync(`plan --verbose ${flags}`);
    const starts = (text: string) => stdout.split('\n').filter((line) => line.startsWith(text)).length;
    expect(['Plan: ', 'Digest ', 'error[', 'done', '- deleted'].map(starts)).toEqual([2, 1, 0, 0, 0]);
    expect(stdout).toContain('\n    - Plan: no changes ');
  });

  it('is in the JSON exactly as it is, and harmless to print', async () => {
    const { stdout } = await here.vocabsync(`plan --format json ${flags}`);
    const { changes, unmanaged } = harmlessDocument(stdout);
    const models = changes.map(({ target_model }) => target_model).filter((model) => model !== 'fun-asr');
    expect(models.toSorted()).toEqual(hostileTexts.toSorted());
    expect(unmanaged.map(({ vocabulary_id }) => vocabulary_id).toSorted()).toEqual(
      hostileTexts.map((text) => `vocab-zzz-${text}`).toSorted(),
    );
    const removed = changes.find(({ prefix }) => prefix === 'acmemed')?.hotwords.removed ?? [];
    const sent = words.map(({ text, lang, weight: _, ...extra }) => ({ text, lang, extra }));
    expect(removed.map(({ text, lang, extra }) => ({ text, lang, extra }))).toEqual(
      expect.arrayContaining(sent.filter(({ text }) => !spokenTexts.includes(text))),
    );
  });

  it('is saved with a plan that can be applied', async () => {
    await here.vocabsync(`plan --out plan.json ${flags}`);
    const saved = await readFile(join(here.directory, 'plan.json'), 'utf8');
    expect(harmlessDocument(saved).changes).toHaveLength(hostileTexts.length + 1);
    const { code, stdout, stderr } = await here.vocabsync(`apply plan.json ${flags}`);
    expectHarmless(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('is harmless while it is applied, on a terminal and with all that can be said', async () => {
    const args = `apply --yes --verbose --color never ${flags}`;
    const { code, stdout, stderr } = await here.vocabsync(args, { terminal: true });
    expectHarmless(stdout);
    expectHarmless(stderr);
    expect(stderr).toContain('delete acmeold@\\u{1B}[31mred\\u{1B}[0m: done');
    expect(code).toBe(0);
  });

  it('is harmless where a slot is missing, and the unmanaged lists are named', async () => {
    await here.write(
      'vocab.config.yaml',
      config({ medical: ['alpha'], sales: ['beta'] }, 'protect: [acmeold]\n'),
    );
    const { stdout, code } = await here.vocabsync(`plan ${flags}`);
    expect(stdout).toContain('Unmanaged lists, never touched: ');
    expectHarmless(stdout);
    expect(code).toBe(4);
  });

  it.each(['plan --verbose', 'apply --yes --wait 1s', 'plan --format json'])(
    'is harmless where it calls the state of a list what it likes: %s',
    async (args) => {
      withStatus();
      await here.emulator.seed([
        { ...lists[0]!, vocabulary_id: idOf('acmesal', 9), prefix: 'acmesal', ready_at: 8e15 },
      ]);
      await here.write('vocab.config.yaml', quota(config({ sales: ['beta'], medical: spokenTexts })));
      const { stdout, stderr } = await here.vocabsync(`${args} ${flags}`);
      expect(stdout).toContain('surrogate');
      expectHarmless(stdout);
      expectHarmless(stderr);
    },
  );

  it('is backed up word for word, in files that are harmless and that any YAML reader reads', async () => {
    const { stdout } = await here.vocabsync(`apply --yes --format json ${flags}`);
    const { backups } = JSON.parse(stdout) as { backups: string };
    const files = await readdir(join(here.directory, backups));
    expect(files).toHaveLength(hostileTexts.length + 1);
    for (const file of files) {
      const text = await readFile(join(here.directory, backups, file), 'utf8');
      const list = lists.find(({ vocabulary_id }) => file === `${vocabulary_id}.yaml`);
      const sent = list?.vocabulary.map(({ text: spelling, weight, lang, ...extra }) => ({
        text: spelling,
        weight,
        lang,
        extra,
      }));
      expect(parse(text)).toMatchObject({ hotwords: sent, target_model: list?.target_model });
      expect(parseBackup(text, file).hotwords).toEqual(sent);
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }
  });

  it('comes back from its backups, harmless to look at', async () => {
    const applied = await here.vocabsync(`apply --yes --format json ${flags}`);
    const { backups } = JSON.parse(applied.stdout) as { backups: string };
    const { stdout, stderr } = await here.vocabsync(`restore ${backups} --verbose`);
    expectHarmless(stdout);
    expectHarmless(stderr);
    expect(stdout).toContain(`Plan: ${hostileTexts.length} to create, 1 to update\n`);
  });
});
