import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { strictValidator } from '../documents/validators.js';
import { spokenTexts } from '../hostile/hostile-texts.js';
import { readers } from '../report/ids/readers.js';
import { openRepository } from './repository.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';
const forms = ['json', 'yaml', 'dotenv', 'ts'] as const;
const files = forms.map((form) => `build/ids.${form}`);

const list = `  - { name: medical, prefix: acmemed, target_model: ${model}, hotwords: [alpha, beta] }\n`;
const listed = '  - { name: ward-7, vocabularies: [medical, people], model: MODEL }\n';
const unlisted = '  - { name: lobby, vocabulary: people, model: MODEL }\n';

/** A configuration with instant words, and where wanted a list. */
function configWith(words: readonly string[], lists = list, consumers = listed + unlisted): string {
  const hotwords = words.map((word) => `      - ${JSON.stringify(word)}\n`).join('');
  return `version: 1
account: { region: singapore }
guards: { update_interval: 0s }
vocabularies:
${lists}  - name: people
    delivery: instant
    target_model: ${model}
    hotwords:
${hotwords}consumers:
${consumers.replaceAll('MODEL', model)}outputs:
${forms.map((form) => `  - { path: build/ids.${form}, format: ${form} }\n`).join('')}`;
}

async function open(text: string, switches: Partial<EmulatorSwitches> = {}) {
  const repository = await openRepository({ 'vocab.config.yaml': text }, switches);
  const { directory, vocabsync } = repository;
  const texts = () =>
    Promise.all(files.map((file) => readFile(join(directory, file), 'utf8').catch(() => null)));
  async function ids(args = '', env: Readonly<Record<string, string>> = {}) {
    const { code, stdout, stderr } = await vocabsync(`ids ${args}`.trim(), { env });
    const told = JSON.parse(stdout);
    expect(strictValidator('ids')(told)).toBeNull();
    return { code, stderr, told };
  }
  return { ...repository, texts, ids };
}

interface Check {
  readonly id: string;
  readonly status: string;
  readonly message: string;
  readonly hint: string | null;
  readonly evidence: readonly { readonly text: string }[];
}

const noKey = { DASHSCOPE_API_KEY: '' };

describe('instant words in the published files', () => {
  const words = [
    ...spokenTexts.filter((text) => !text.startsWith('Digest ')),
    '120',
    '😀',
    '心房颤动',
    'C# $HOME',
    '</script>',
    'x'.repeat(1100),
  ];

  it.each(readers.filter(({ isThere }) => isThere))(
    'are read by $name from $format as they stand in the configuration, beside the id',
    async ({ format, read }) => {
      const { vocabsync, emulator, directory } = await open(configWith(words));
      expect((await vocabsync('apply --yes')).code).toBe(0);
      const [held] = await emulator.account();
      const found = await read(join(directory, `build/ids.${format}`));
      expect(found).toMatchObject({ model, vocabulary_id: held?.vocabulary_id });
      const vocabulary = new Map(Object.entries(JSON.parse(found.vocabulary ?? '')));
      expect(vocabulary).toEqual(new Map(words.map((word) => [word, 4])));
    },
  );

  it('are written by an apply that has nothing to do in the account, and needs no approval', async () => {
    const { vocabsync, write, texts, writes } = await open(configWith(['王小明']));
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', configWith(['王小明', '李雷']));
    const { code, stdout } = await vocabsync('apply');
    for (const file of files) expect(stdout).toContain(`Wrote ${file}\n`);
    for (const text of await texts()) expect(text).toContain('李雷');
    expect(writes()).toEqual(['create']);
    expect(code).toBe(0);
  });

  it('are the same bytes in whatever order they are asked for, and a rerun writes nothing', async () => {
    const { vocabsync, write, texts, directory } = await open(configWith(['b', '10', 'a', '2']));
    await vocabsync('apply --yes');
    const [before, { mtimeMs, ino }] = [await texts(), await stat(join(directory, 'build/ids.json'))];
    await write('vocab.config.yaml', configWith(['2', 'a', 'b', '10'], list, unlisted + listed));
    expect((await vocabsync('apply')).stdout).not.toContain('Wrote');
    expect(await texts()).toEqual(before);
    expect(await stat(join(directory, 'build/ids.json'))).toMatchObject({ mtimeMs, ino });
  });

  it('wait with the file for a list that is not OK, those of other consumers too', async () => {
    const { vocabsync, write, texts, ids } = await open(configWith(['王小明']));
    await vocabsync('apply --yes');
    const before = await texts();
    await write(
      'vocab.config.yaml',
      configWith(['李雷'], list + list.replace('medical', 'sales').replace('acmemed', 'acmesal')),
    );
    const { code, stderr } = await vocabsync('apply');
    expect(code).toBe(4);
    expect(await texts()).toEqual(before);
    const written = await ids('--write');
    expect(written.code).toBe(6);
    expect(written.stderr).toContain('The output files are left as they are');
    expect(await texts()).toEqual(before);
    expect(stderr).not.toContain('Wrote');
  });

  it('are not given to a consumer whose list is not OK, and are to one that has none', async () => {
    const { vocabsync, ids } = await open(configWith(['王小明']), { deploy_ms: 3_600_000 });
    await vocabsync('apply --yes');
    const { code, told } = await ids();
    expect(told.consumers).toEqual({ lobby: { model, vocabulary_id: null, vocabulary: { 王小明: 4 } } });
    expect(told.ineffective).toMatchObject([
      { address: `medical@${model}`, status: 'UNDEPLOYED', consumers: ['ward-7'] },
    ]);
    expect(code).toBe(6);
  });
});

describe('ids of a consumer that has no list', () => {
  it('needs no key and asks nobody, whatever became of the lists of others', async () => {
    const { ids, emulator } = await open(configWith(['王小明']));
    const { code, stderr, told } = await ids('--consumer lobby', noKey);
    expect(told.consumers).toEqual({ lobby: { model, vocabulary_id: null, vocabulary: { 王小明: 4 } } });
    expect(told).toMatchObject({ vocabularies: {}, ineffective: [] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(emulator.requests).toEqual([]);
  });

  it('has two variables', async () => {
    const { vocabsync } = await open(configWith(['王小明']));
    const { stdout } = await vocabsync('ids --consumer lobby --format dotenv', { env: noKey });
    expect(stdout).toBe(`VOCAB_LOBBY_MODEL=${model}\nVOCAB_LOBBY_VOCABULARY='{"王小明":4}'\n`);
  });

  it('asks the account where there is a list, and fails without a key', async () => {
    const { ids } = await open(configWith(['王小明']));
    for (const args of ['', '--consumer ward-7']) {
      expect(await ids(args, noKey)).toMatchObject({ code: 7, told: { error: { code: 'key-missing' } } });
    }
  });
});

describe('ids of a configuration without lists', () => {
  it('needs no key for the files either, and says which host it would have asked', async () => {
    const { ids, texts, emulator, base_url } = await open(configWith(['王小明'], '', unlisted));
    const { code, told } = await ids('--write', noKey);
    expect(told).toMatchObject({ outputs: files, account: { endpoint: base_url } });
    for (const text of await texts()) expect(text).toContain('王小明');
    expect(code).toBe(0);
    expect(emulator.requests).toEqual([]);
    const regional = await ids('', { ...noKey, VOCABSYNC_ENDPOINT: '' });
    expect(regional.told.account.endpoint).toBe('https://dashscope-intl.aliyuncs.com/api/v1');
    expect((await ids('--endpoint emulator', noKey)).told.account.endpoint).toBe('emulator');
  });

  it('is written by apply as any other', async () => {
    const { vocabsync, texts, writes } = await open(configWith(['王小明'], '', unlisted));
    expect((await vocabsync('apply')).code).toBe(0);
    for (const text of await texts()) expect(text).toContain('王小明');
    expect(writes()).toEqual([]);
  });
});

describe('doctor', () => {
  it('notices that a published file has other words than the configuration, and names them', async () => {
    const { vocabsync, write, texts } = await open(configWith(['王小明', '😀 x', 'x'.repeat(1100)]));
    await vocabsync('apply --yes');
    const outputs = async () => {
      const { stdout } = await vocabsync('doctor --format json');
      const { checks } = JSON.parse(stdout) as { readonly checks: readonly Check[] };
      return checks.filter(({ id }) => id === 'outputs');
    };
    expect(await outputs()).toMatchObject([{ status: 'ok' }]);
    const text = configWith(['王小明', '李雷', 'x'.repeat(1100)]).replace(
      '- "王小明"',
      '- { text: 王小明, weight: 5 }',
    );
    await write('vocab.config.yaml', text);
    const found = await outputs();
    expect(found.map(({ message }) => message)).toEqual(
      files.map(
        (file) =>
          `${file} has other words than the configuration: "李雷" is not in it (lobby, ward-7), and 2 more words differ; programs that read it send these with their requests`,
      ),
    );
    for (const { status, hint, evidence } of found) {
      expect(status).toBe('warn');
      expect(hint).toContain('`vocabsync apply` writes it');
      expect(evidence.map((one) => one.text)).toEqual([
        '"李雷" is not in it (lobby, ward-7)',
        '"王小明" has the weight 4 in it, and 5 in the configuration (lobby, ward-7)',
        '"😀 x" is in it, and its program shall not send it any more (lobby, ward-7)',
      ]);
    }
    await vocabsync('apply');
    expect(await outputs()).toMatchObject([{ status: 'ok' }]);
    expect((await texts())[0]).toContain('李雷');
    await write('vocab.config.yaml', text.replace('[medical, people]', '[medical]'));
    expect((await outputs())[0]?.evidence.map((one) => one.text)).toContain(
      `"${'x'.repeat(299)}…" is in it, and its program shall not send it any more (ward-7)`,
    );
  });
});
