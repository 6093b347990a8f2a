import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../../support/cli.js';
import { enter, type Reaction, scriptedPrompts } from '../../support/prompts.js';
import { temporaryFolder } from '../../support/world.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';
const init = (cwd: string, ...args: string[]) => runCli(['init', ...args], { cwd });
const textOf = (cwd: string, file: string) => readFile(join(cwd, file), 'utf8');

describe('init of words that go with each request', () => {
  it('writes a vocabulary without a prefix, and a consumer that is handed its words', async () => {
    const cwd = await temporaryFolder();
    const { code, stdout, stderr } = await init(cwd, '--yes', '--namespace', 'acme', '--delivery', 'instant');
    expect([code, stderr]).toEqual([0, '']);
    expect(parse(await textOf(cwd, 'vocabularies/general.yaml'))).toEqual({
      name: 'general',
      delivery: 'instant',
      target_model: model,
      hotwords: ['hotword', '热词'],
    });
    expect(parse(await textOf(cwd, 'vocab.config.yaml'))).toMatchObject({
      consumers: [{ name: 'my-app', vocabulary: 'general', model }],
      outputs: [{ path: 'build/vocabularies.json', format: 'json' }],
    });
    expect(stdout).toContain('the consumer my-app stands for your program: give it its name');
  });

  it('writes what is valid without a warning, canonical, and in effect after an apply', async () => {
    const cwd = await temporaryFolder();
    await init(cwd, '--yes', '--namespace', 'acme', '--delivery', 'instant', '--word', '王小明');
    const validated = await runCli(['validate', '--format', 'json'], { cwd });
    expect(validated.code).toBe(0);
    expect(JSON.parse(validated.stdout)).toMatchObject({ diagnostics: [] });
    expect((await runCli(['fmt', '--check'], { cwd })).code).toBe(0);
    await runCli(['apply', '--yes', '--endpoint', 'emulator'], { cwd });
    expect(JSON.parse(await textOf(cwd, 'build/vocabularies.json'))).toMatchObject({
      consumers: { 'my-app': { model, vocabulary_id: null, vocabulary: { 王小明: 4 } } },
    });
  });

  it('writes the same workflows as for a list', async () => {
    const [list, instant] = [await temporaryFolder(), await temporaryFolder()];
    const also = ['--yes', '--namespace', 'acme', '--ci', 'github'];
    await init(list, ...also);
    await init(instant, ...also, '--delivery', 'instant');
    for (const name of ['apply', 'drift'])
      expect(await textOf(instant, `.github/workflows/vocabulary-${name}.yml`)).toBe(
        await textOf(list, `.github/workflows/vocabulary-${name}.yml`),
      );
  });

  it('refuses a model that does not take them, with those that do, and writes nothing', async () => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await init(
      cwd,
      '--yes',
      '--namespace',
      'acme',
      '--delivery',
      'instant',
      '--model',
      'fun-asr',
    );
    expect(code).toBe(3);
    expect(stderr).toContain('takes no words with requests');
    expect(stderr).toContain(model);
    await expect(textOf(cwd, 'vocab.config.yaml')).rejects.toThrow('ENOENT');
  });

  it('is for a list with any model where nobody says otherwise', async () => {
    const cwd = await temporaryFolder();
    await init(cwd, '--yes', '--namespace', 'acme', '--model', model);
    expect(parse(await textOf(cwd, 'vocabularies/general.yaml'))).toMatchObject({ prefix: 'acmegener' });
    expect(parse(await textOf(cwd, 'vocab.config.yaml'))).not.toHaveProperty('consumers');
  });
});

describe('at a terminal, init', () => {
  const asked = async (args: readonly string[], ...reactions: Reaction[]) => {
    const cwd = await temporaryFolder();
    const prompts = scriptedPrompts(...reactions);
    const given = ['--region', 'singapore', '--account', 'a', '--namespace', 'acme', '--ci', 'none'];
    const { code } = await runCli(['init', ...given, ...args], { cwd, terminal: true, prompts });
    expect(code).toBe(0);
    return { shown: prompts.shown, vocabulary: parse(await textOf(cwd, 'vocabularies/general.yaml')) };
  };
  const question = 'How shall the words reach recognition?';

  it('asks how the words reach recognition where the model takes both', async () => {
    const { shown, vocabulary } = await asked([], model, enter, 'instant', '王小明');
    expect(shown).toContain(question);
    expect(vocabulary).toMatchObject({ delivery: 'instant', hotwords: ['王小明'] });
  });

  it('begins with a list', async () => {
    expect((await asked([], model, enter, enter, enter)).vocabulary).toHaveProperty('prefix');
  });

  it('does not ask where the model takes lists only', async () => {
    expect((await asked([], 'fun-asr', enter, enter)).shown).not.toContain(question);
  });

  it('offers only models that take them where that is said', async () => {
    const { shown, vocabulary } = await asked(['--delivery', 'instant'], enter, enter, enter);
    expect(shown).not.toContain(question);
    expect(vocabulary).toMatchObject({ delivery: 'instant', target_model: model });
  });
});
