import { describe, expect, it } from 'vitest';
import { idOf } from '../../support/build.js';
import { openShelf } from '../../support/import-words.js';
import { cancel, scriptedPrompts } from '../../support/prompts.js';
import { openRepository } from '../repository.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';
const names = { 'names.json': '{ "王小明": 5, "Nguyen": 50 }' };
const instant = {
  'vocabularies/participants.yaml': `name: participants\ndelivery: instant\ntarget_model: ${model}\nhotwords: [张三]\n`,
};

describe('words that go with each request', () => {
  it('become a new vocabulary of a JSON file, without a prefix, and stay what they were', async () => {
    const shelf = await openShelf(names);
    const { code, stdout, stderr } = await shelf.importWords('names.json', {
      vocabulary: 'participants',
      delivery: 'instant',
      model,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(await shelf.read('vocabularies/participants.yaml')).toBe(
      `name: participants\ndelivery: instant\ntarget_model: ${model}\ninclude:\n  - words/names.csv\n`,
    );
    expect(await shelf.words('participants')).toEqual(['王小明|5|', 'Nguyen|50|']);
    expect(stdout).toContain('whose words go with each request and need no slot of the account');
    expect(stdout).not.toContain('which needs a slot');
    expect(stdout).toContain(`{ name: my-app, vocabulary: participants, model: ${model} }`);
  });

  it('take the default model where it takes them, and need no second line for it', async () => {
    const shelf = await openShelf({
      ...names,
      'vocab.config.yaml': `version: 1\naccount: { region: beijing }\ndefaults: { target_model: ${model} }\nvocabularies: [vocabularies/p*.yaml]\n`,
    });
    const { code } = await shelf.importWords('names.json', { vocabulary: 'people', delivery: 'instant' });
    expect(code).toBe(0);
    expect(await shelf.read('vocabularies/people.yaml')).not.toContain('target_model');
    expect(await shelf.words('people')).toHaveLength(2);
  });

  it('take the model of another instant vocabulary where the default takes none', async () => {
    const shelf = await openShelf({ ...names, ...instant });
    await shelf.importWords('names.json', { vocabulary: 'people', delivery: 'instant' });
    expect(await shelf.read('vocabularies/people.yaml')).toContain(`target_model: ${model}\n`);
  });

  it('take a model that the configuration vouches for', async () => {
    const config =
      'version: 1\naccount: { region: beijing }\nmodels: { fun-asr-next: { family: fun-asr, instant: true } }\nvocabularies: [vocabularies/*.yaml]\ndefaults: { target_model: fun-asr }\n';
    const shelf = await openShelf({ ...names, 'vocab.config.yaml': config });
    const { code, stderr } = await shelf.importWords('names.json', {
      vocabulary: 'people',
      delivery: 'instant',
      model: 'fun-asr-next',
    });
    expect([code, stderr]).toEqual([0, '']);
    // A super hotword is none of this family.
    expect(await shelf.words('people')).toEqual(['王小明|5|', 'Nguyen|5|']);
  });

  it.each([
    [{}, 'fun-asr takes no words with requests'],
    [{ model: 'fun-asr-realtime' }, 'fun-asr-realtime takes no words with requests'],
    [{ model: 'asr-9' }, 'that asr-9 takes words with requests is not known here'],
  ])('are refused for a model that does not take them, with those that do: %j', async (also, said) => {
    const shelf = await openShelf(names);
    const wanted = { vocabulary: 'people', delivery: 'instant', ...also } as const;
    const { code, stderr } = await shelf.importWords('names.json', wanted);
    expect(code).toBe(3);
    expect(stderr).toContain(said);
    expect(stderr).toContain(model);
    await expect(shelf.read('vocabularies/people.yaml')).rejects.toThrow('ENOENT');
  });

  it('have their model chosen at a terminal, where breaking off writes nothing', async () => {
    const shelf = await openShelf(names);
    const wanted = { vocabulary: 'people', delivery: 'instant' } as const;
    const off = await shelf.importWords('names.json', { ...wanted, prompts: scriptedPrompts(cancel) });
    expect(off.code).toBe(130);
    await shelf.importWords('names.json', { ...wanted, prompts: scriptedPrompts(model) });
    expect(await shelf.read('vocabularies/people.yaml')).toContain(`target_model: ${model}\n`);
  });

  it('go into a vocabulary that is there without what cannot travel, which is said', async () => {
    const shelf = await openShelf({
      ...instant,
      'w.csv': 'text,weight,lang,note\nalpha,4,en,ward 3\nbeta,1,zh,\n',
      'w.json': '[{ "text": "gamma", "weight": 4, "translation": "x" }]',
    });
    const { code, stdout } = await shelf.importWords(['w.csv', 'w.json'], { vocabulary: 'participants' });
    expect(code).toBe(0);
    expect(stdout).toContain('w.csv: the lang of 2 words was left out');
    expect(stdout).toContain('w.json: further fields of 1 word were left out');
    const entries = await shelf.entries('participants');
    expect(entries.map(({ text, lang, extra, note }) => [text, lang, extra, note])).toEqual([
      ['张三', null, null, null],
      ['alpha', null, null, 'ward 3'],
      ['beta', null, null, null],
      ['gamma', null, null, null],
    ]);
  });

  it('are one where only the lang differs, with the higher weight, which is said', async () => {
    const shelf = await openShelf({ ...instant, 'w.csv': 'text,weight,lang\nalpha,3,en\nalpha,5,zh\n' });
    const { code, stdout } = await shelf.importWords('w.csv', { vocabulary: 'participants' });
    expect(code).toBe(0);
    expect(stdout).toContain('warning[import-joined]');
    expect(await shelf.words('participants')).toEqual(['张三|4|', 'alpha|5|']);
  });

  it('are left out where the model does not take their weight, each with its reason', async () => {
    const shelf = await openShelf({ ...instant, 'w.csv': 'text,weight\nalpha,7\nbeta,50\n' });
    const { stdout } = await shelf.importWords('w.csv', { vocabulary: 'participants', weights: 'keep' });
    expect(stdout).toContain('warning[weight-out-of-range]');
    expect(await shelf.words('participants')).toEqual(['张三|4|', 'beta|50|']);
  });

  it('are not what the words of a list become by a flag', async () => {
    const shelf = await openShelf({ ...names, ...instant });
    const list = await shelf.importWords('names.json', { vocabulary: 'medical', delivery: 'instant' });
    expect(list.code).toBe(3);
    expect(list.stderr).toContain('the vocabulary "medical" is a list of the account');
    expect(list.stderr).toContain('`delivery: instant` in place of the prefix');
    const sent = await shelf.importWords('names.json', { vocabulary: 'participants', delivery: 'list' });
    expect(sent.stderr).toContain('"participants" is instant');
    const other = await shelf.importWords('names.json', { vocabulary: 'participants', model: 'fun-asr' });
    expect(other.stderr).toContain(`"participants" is for ${model}, not for fun-asr`);
    const same = await shelf.importWords('names.json', {
      vocabulary: 'participants',
      delivery: 'instant',
      model,
    });
    expect(same.code).toBe(0);
  });

  it('name the consumer that could send them', async () => {
    const config = `version: 1\naccount: { region: beijing }\ndefaults: { target_model: ${model} }\nvocabularies: [vocabularies/*.yaml]\nconsumers: [{ name: ward, vocabulary: medical, model: ${model} }]\n`;
    const shelf = await openShelf({ ...names, 'vocab.config.yaml': config });
    const { stdout } = await shelf.importWords('names.json', { vocabulary: 'people', delivery: 'instant' });
    expect(stdout).toContain('the one called ward');
    expect(stdout).toContain('vocabularies: [medical, people]');
  });

  it('need a file, as all flags about words do', async () => {
    const { stderr } = await (await openRepository({})).vocabsync('import --delivery instant');
    expect(stderr).toContain('no file of words was named');
  });
});

describe('a new list', () => {
  it('is for the model that is named', async () => {
    const shelf = await openShelf(names);
    await shelf.importWords('names.json', { vocabulary: 'people', model: 'fun-asr-realtime' });
    expect(await shelf.read('vocabularies/people.yaml')).toBe(
      'name: people\nprefix: people\ntarget_model: fun-asr-realtime\ninclude:\n  - words/names.csv\n',
    );
  });
});

describe('import of lists', () => {
  const was = `version: 1
account: { region: singapore }
vocabularies:
  - { name: participants, delivery: instant, target_model: ${model}, previous_prefixes: [acmepart], hotwords: [a, b] }
`;

  it.each(['--all', '--prefix acmepart', `--id ${idOf('acmepart', 1)}`])(
    'leaves the list that an instant vocabulary was alone, and says so: %s',
    async (args) => {
      const repository = await openRepository({ 'vocab.config.yaml': was });
      await repository.emulator.seed([
        {
          vocabulary_id: idOf('acmepart', 1),
          prefix: 'acmepart',
          target_model: model,
          vocabulary: [{ text: 'a', weight: 4 }],
        },
      ]);
      const { code, stdout } = await repository.vocabsync(`import ${args} --format json`);
      expect(code).toBe(0);
      const { files, notes } = JSON.parse(stdout) as { files: { action: string }[]; notes: string[] };
      expect(files.map(({ action }) => action)).toEqual(['keep']);
      expect(notes.join('\n')).toContain(
        `${idOf('acmepart', 1)} is not imported: acmepart is a previous prefix of the instant vocabulary participants`,
      );
      expect(notes.join('\n')).toContain('A plan of this does nothing');
      expect(notes.join('\n')).not.toContain('add its model to `target_models`');
    },
  );

  it('imports the others beside it, with an empty plan', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': was });
    await repository.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'x', weight: 4 }] },
      { prefix: 'participan', target_model: 'fun-asr', vocabulary: [{ text: 'y', weight: 4 }] },
    ]);
    const { code, stdout } = await repository.vocabsync('import --all');
    expect(code).toBe(0);
    expect(stdout).toContain('A plan of this does nothing');
    expect((await repository.vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });
});
