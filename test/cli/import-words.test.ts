import { chmod, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShelf } from '../support/import-words.js';
import { cancel, scriptedPrompts } from '../support/prompts.js';

const held = '心电图|4|';

describe('import of words', () => {
  it('writes a file to include, and adds it to the vocabulary with its comments intact', async () => {
    const shelf = await openShelf({ 'hotwords.txt': '肥牛 20\nneuro 20\n# c\n阿里巴巴 100\n' });
    const { code, stdout, stderr } = await shelf.importWords('hotwords.txt');
    expect([code, stderr]).toEqual([0, '']);
    expect(await shelf.read('vocabularies/words/hotwords.csv')).toBe(
      'text,weight\n肥牛,4\nneuro,4\n阿里巴巴,5\n',
    );
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(
      '# of the wards\nname: medical\nprefix: acmemed # short\nhotwords:\n  - 心电图\ninclude:\n  - words/hotwords.csv\n',
    );
    expect(await shelf.words()).toEqual([held, '肥牛|4|', 'neuro|4|', '阿里巴巴|5|']);
    expect(stdout).toContain(
      'hotwords.txt: weights of 1 to 100, as FunASR has them: 20 became 4 (2 words), 100 became 5 (1 word)',
    );
    expect(stdout).toContain('$ vocabsync plan');
  });

  it('changes nothing when it is run again, and says so', async () => {
    const shelf = await openShelf({ 'hotwords.txt': '肥牛 20\nneuro 30\n' });
    await shelf.importWords('hotwords.txt');
    await shelf.write('vocabularies/words/hotwords.csv', 'text,weight\n肥牛,1\nneuro,4\n');
    const before = await shelf.read('vocabularies/medical.yaml');
    const { code, stdout } = await shelf.importWords('hotwords.txt', { verbose: true });
    expect(code).toBe(0);
    expect(stdout).toContain('Import: 1 file unchanged');
    expect(stdout).toContain(
      '"肥牛" is already in "medical", and stays as it is there; here it has weight 4 (there 1)',
    );
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(before);
    expect(await shelf.read('vocabularies/words/hotwords.csv')).toContain('肥牛,1');
    expect(await readdir(join(shelf.directory, 'vocabularies/words'))).toEqual(['hotwords.csv']);
  });

  it.each([
    ['FunASR', 'a.txt', '肥牛 20\n张三 100\n', ['肥牛|4|', '张三|5|']],
    [
      'sherpa-onnx',
      'a.txt',
      'HELLO WORLD :1.5\n语音识别 :3.5 #0.6 @foo\n',
      ['HELLO WORLD|4|', '语音识别|5|'],
    ],
    ['bars', 'a.txt', '张三|8\nVoicePaste|10\n人工智能\n', ['张三|4|', 'VoicePaste|4|', '人工智能|4|']],
    ['a list on one line', 'a.txt', '腾讯|8,语音|10\n', ['腾讯|4|', '语音|4|']],
    ['a list on one line that goes on', 'a.txt', '腾讯|8,语音|10,\n', ['腾讯|4|', '语音|4|']],
    [
      'the tokens of a model',
      'a.txt',
      '▁HE LL O ▁WORLD :1.5\n语 音 识 别 :2\n',
      ['HELLO WORLD|4|', '语音识别|4|'],
    ],
    ['colons', 'a.txt', '阿里巴巴: 4\nKubernetes：5\n', ['阿里巴巴|4|', 'Kubernetes|5|']],
    ["jieba's dictionary", 'a.txt', '医院 580436 n\n检查 580138 vn\n', ['医院|4|', '检查|4|']],
    [
      "lines of jieba's dictionary without their tags",
      'a.txt',
      '医院 580436 n\n检查 580138 vn\n云计算 5\n创新办 3 i\n台中\n',
      ['医院|4|', '检查|4|', '云计算|4|', '创新办|4|', '台中|4|'],
    ],
    ['frequencies by a tab', 'a.txt', '医院\t580436\n检查\t580138\n', ['医院|4|', '检查|4|']],
    ['a table in a text file', 'a.txt', 'text,weight\n肥牛,3\n', ['肥牛|3|']],
    ['JSON in a text file', 'a.txt', '{"肥牛": 3}', ['肥牛|3|']],
    [
      'weights behind most words, of which many are the usual one',
      'a.txt',
      '肥牛 20\n张三 20\n李四 20\n王五 50\n维生素 B12\n',
      ['肥牛|4|', '张三|4|', '李四|4|', '王五|5|', '维生素 B12|4|'],
    ],
    [
      'names that end in numbers',
      'a.txt',
      'iPhone 15\niPhone 16\nPixel 9\nWindows 11\nOffice\n',
      ['iPhone 15|4|', 'iPhone 16|4|', 'Pixel 9|4|', 'Windows 11|4|', 'Office|4|'],
    ],
    ['product names', 'a.txt', 'iPhone 15\nGalaxy S24 Ultra\n', ['iPhone 15|4|', 'Galaxy S24 Ultra|4|']],
    ['a list with bullets', 'a.txt', '- 肥牛 20\n- 张三 30\n', ['肥牛|4|', '张三|4|']],
    ['quotes', 'a.txt', '"人工智能"\n"机器学习"\n', ['人工智能|4|', '机器学习|4|']],
    ['a header', 'a.txt', '热词 权重\n肥牛 20\n张三 30\n', ['肥牛|4|', '张三|4|']],
    ['Chinese headers', 'a.csv', '词,权重\n肥牛,3\n张三,5\n', ['肥牛|3|', '张三|5|']],
    ['semicolons', 'a.csv', '热词;权重;语言\n肥牛;3;zh\n', ['肥牛|3|zh']],
    ['bars under a header', 'a.csv', '词|权重\n肥牛|3\n', ['肥牛|3|']],
    ['no header', 'a.csv', '肥牛,20\n张三,30\n', ['肥牛|4|', '张三|4|']],
    ['numbered rows', 'a.csv', '1,张三\n2,李四\n3,王五\n', ['张三|4|', '李四|4|', '王五|4|']],
    [
      'weights that are no numbers of rows',
      'a.csv',
      '1,张三\n2,李四\n5,王五\n',
      ['张三|1|', '李四|2|', '王五|5|'],
    ],
    ['a title', 'a.csv', '热词表,\n词,权重\n肥牛,3\n', ['肥牛|3|']],
    ['decimals with a comma', 'a.csv', 'word;boost\na;0,5\nb;1,5\n', ['a|2|', 'b|4|']],
    ['tabs', 'a.tsv', 'text\tweight\n肥牛\t3\n', ['肥牛|3|']],
    ['regions', 'a.csv', 'text,lang\n肥牛,zh-CN\nHello,en-US\n', ['肥牛|4|zh', 'Hello|4|en']],
    ['texts', 'a.json', '["肥牛","neuro"]', ['肥牛|4|', 'neuro|4|']],
    ['texts with weights', 'a.json', '["肥牛 20","neuro 30"]', ['肥牛|4|', 'neuro|4|']],
    ['a word and its weight', 'a.json', '{"肥牛":20,"neuro":"30"}', ['肥牛|4|', 'neuro|4|']],
    [
      'an answer',
      'a.json',
      '{"output":{"vocabulary":[{"text":"肥牛","weight":3,"lang":"zh"}]}}',
      ['肥牛|3|zh'],
    ],
    ['other keys', 'a.json', '[{"word":"肥牛","score":3,"id":7}]', ['肥牛|3|']],
    ['the older service', 'a.json', '{"WordWeights":"{\\"肥牛\\":3,\\"张三\\":0}"}', ['肥牛|3|', '张三|1|']],
    ['YAML', 'a.yaml', '- 肥牛\n- { text: neuro, weight: 2 }\n', ['肥牛|4|', 'neuro|2|']],
    ['weights in YAML', 'a.yml', '肥牛: 20\nneuro: 100\n', ['肥牛|4|', 'neuro|5|']],
    ['a name that says nothing', 'hotwords', '肥牛 20\n张三 30\n', ['肥牛|4|', '张三|4|']],
  ])('reads %s', async (_, ...[file, text, expected]) => {
    const shelf = await openShelf({ [file]: text });
    const { code, stderr } = await shelf.importWords(file);
    expect([code, stderr]).toEqual([0, '']);
    expect(await shelf.words()).toEqual([held, ...expected]);
  });

  it('says what of a file is not read', async () => {
    const shelf = await openShelf({
      'a.csv': '编号,词,分类\n1,肥牛,食品\n',
      'b.txt': '语音识别 :3.5 #0.6 @foo\n',
    });
    const { stdout } = await shelf.importWords(['a.csv', 'b.txt']);
    expect(stdout).toContain('a.csv: not read: "编号", "分类"');
    expect(stdout).toContain('b.txt: thresholds (#) and names (@) of 1 line have no place in a list');
  });

  it('takes a file for what it is said to be', async () => {
    const shelf = await openShelf({ 'a.txt': 'iPhone 15\n肥牛 20\n', 'b.txt': '张三 20\n' });
    await shelf.importWords('a.txt', { from: 'text' });
    await shelf.importWords('b.txt', { from: 'funasr' });
    expect(await shelf.words()).toEqual([held, 'iPhone 15|4|', '肥牛 20|4|', '张三|4|']);
  });

  it('keeps weights, or drops them, when it is told to', async () => {
    const shelf = await openShelf({
      'a.csv': 'text,weight\na,20\nb,3\nd,1.5\n',
      'b.csv': 'text,weight\nc,1\n',
    });
    const kept = await shelf.importWords('a.csv', { weights: 'keep' });
    expect(kept.stdout).toContain('"a" has weight 20; fun-asr takes 1 to 5; the word is left out');
    expect(kept.stdout).toContain('"d" has weight 1.5, and the vendor takes whole numbers only');
    await shelf.importWords('b.csv', { weights: 'drop' });
    expect(await shelf.words()).toEqual([held, 'b|3|', 'c|4|']);
  });

  it('lists what the rules refuse with its place and the reason, and takes the rest', async () => {
    const shelf = await openShelf({
      'a.txt': [
        '一二三四五六七八九十一二三四五六',
        'a b c d e f g h',
        'zero\u200bwidth',
        'sk-0123456789abcdef0123456789abcdef',
        '肥牛',
      ].join('\n'),
      'b.csv': 'text,weight,lang\nBonjour,3,fr\n,3,\nx,many,\n',
    });
    const { code, stdout } = await shelf.importWords(['a.txt', 'b.csv'], { format: 'json' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, unknown>[] };
    expect(diagnostics.map(({ severity, rule, file, line }) => [severity, rule, file, line])).toEqual([
      ['warning', 'hotword-too-long', 'a.txt', 1],
      ['warning', 'hotword-too-many-words', 'a.txt', 2],
      ['warning', 'hotword-hidden-character', 'a.txt', 3],
      ['warning', 'hotword-like-key', 'a.txt', 4],
      ['warning', 'lang-unsupported', 'b.csv', 2],
      ['warning', 'hotword-empty', 'b.csv', 3],
      ['warning', 'weight-invalid', 'b.csv', 4],
    ]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('0123456789abcdef');
    expect(stdout).toContain('many is no weight; where the word is taken, it has the default one');
    expect(await shelf.words()).toEqual([held, '肥牛|4|', 'x|4|']);
  });

  it.each([
    ['a.yaml', '内科:\n  - 窦性心律\n  - 房颤\n神经科: [早搏]\n'],
    ['a.yaml', '内科: { 窦性心律: 5 }\n'],
    ['a.json', '{"内科": ["窦性心律"], "神经科": {"早搏": 3}}'],
  ])(
    'takes no name of a group for a word, and writes nothing where there is no other: %s',
    async (file, text) => {
      const shelf = await openShelf({ [file]: text });
      const { code, stdout } = await shelf.importWords(file, { format: 'json' });
      expect(code).toBe(3);
      expect(JSON.stringify(JSON.parse(stdout))).toContain('include-form');
      expect(await shelf.words()).toEqual([held]);
    },
  );

  it('leaves out what cannot be read, entry by entry, and counts all of it', async () => {
    const shelf = await openShelf({
      'a.json': '{"张三": 4, "内科": ["窦性心律"]}',
      'b.csv': 'text,weight\n1,3-丁二醇,4\n李四,4\n2,4-二硝基酚,5\n早搏,-1\n',
      'c.txt': '王五\t三病区\n赵六\n钱七\n孙八\t二病区\n',
    });
    const { code, stdout } = await shelf.importWords(['a.json', 'b.csv', 'c.txt']);
    expect(code).toBe(0);
    expect(await shelf.words()).toEqual([held, '张三|4|', '李四|4|', '赵六|4|', '钱七|4|']);
    expect(stdout).toContain('under "内科" there is a list, and no weight; this is left out');
    expect(stdout).toContain('the row has 3 cells, the header has 2; this is left out');
    expect(stdout).toContain(
      'a line has a tab inside; a text file has one hotword a line and nothing else; this is left out',
    );
    expect(stdout).toContain('a.json: 1 entry not read and left out; a warning names each');
    expect(stdout).toContain('b.csv: 2 entries not read and left out');
    expect(stdout).toContain('b.csv: 1 word left out; a warning names the reason of each');
    expect(stdout).toContain('c.txt: 2 entries not read and left out');
  });

  it('names what a file says of words that are there, and is not taken', async () => {
    const shelf = await openShelf({
      'a.csv': 'text,weight,note\n肥牛,3,\n张三,2,\n李四,2,same\n王五,5,\n',
      'b.csv':
        'text,weight,note,expires\n肥牛,4,a dish,\n张三,2,,2031-01-01\n李四,2,same,\n王五,5,,\n赵六,5,,\n',
    });
    await shelf.importWords('a.csv');
    const { stdout } = await shelf.importWords('b.csv', { verbose: true });
    expect(stdout).toContain(
      'b.csv: 4 words already in "medical" and not added again; 2 differ here in weight, note and expires, and stay as they are there: --verbose names them',
    );
    expect(stdout).toContain(
      '"肥牛" is already in "medical", and stays as it is there; here it has weight 4 (there 3) and note "a dish" (there none)',
    );
    expect(stdout).toContain('here it has expires 2031-01-01 (there none)');
  });

  it('says which note and which date of a word that is written twice is kept', async () => {
    const shelf = await openShelf({
      'a.csv':
        'text,weight,note,expires\n肥牛,4,a dish,2031-01-01\n肥牛,4,a cut,2032-01-01\n张三,2,,\n张三,2,a name,\n李四,2,same,\n李四,3,same,\n',
    });
    const { stdout } = await shelf.importWords('a.csv');
    expect(stdout).toContain(
      '"肥牛" is already in a.csv:2 with note "a dish" and expires 2031-01-01, which is kept; here it has note "a cut" and expires 2032-01-01',
    );
    expect(stdout.match(/import-joined/g)).toHaveLength(2);
    expect(stdout).toContain('1 word written more than once was joined');
    expect(await shelf.read('vocabularies/words/a.csv')).toContain('肥牛,4,a dish,2031-01-01');
  });

  it('names further fields of a word that is there', async () => {
    const shelf = await openShelf({
      'a.json': '[{"text":"肥牛","weight":3}]',
      'b.json': '[{"text":"肥牛","weight":3,"translation":"fat cow"}]',
      'c.json': '[{"text":"李四","weight":3,"extra":{"translation":"Li Si","kind":"name"}}]',
      'd.json': '[{"text":"李四","weight":4,"extra":{"kind":"name","translation":"Li Si"}}]',
    });
    await shelf.importWords('a.json');
    const { stdout } = await shelf.importWords('b.json', { verbose: true });
    expect(stdout).toContain('1 differs here in extra, and stays as it is there: --verbose names it');
    expect(stdout).toContain('here it has extra {"translation":"fat cow"} (there none)');
    await shelf.importWords('c.json', { verbose: true });
    const again = await shelf.importWords('d.json', { verbose: true });
    expect(again.stdout).toContain('here it has weight 4 (there 3)');
    expect(again.stdout).not.toContain('extra {');
  });

  it.each([
    [
      'numbers that tell words apart',
      '1. Liga\n2. Liga\n3. Liga\nFC Köln\n',
      ['1. Liga', '2. Liga', '3. Liga', 'FC Köln'],
    ],
    ['a number behind a bullet', '- Müller\n- 3. Liga\n- Meier\n', ['Müller', '3. Liga', 'Meier']],
    ['numbers of a list', '1. Müller\n2. Meier\n3. Schulze\n', ['Müller', 'Meier', 'Schulze']],
    ['boxes behind bullets', '- [ ] Müller\n- [x] Meier\n', ['Müller', 'Meier']],
  ])('takes off what numbers the lines, and nothing of the words: %s', async (_what, text, words) => {
    const shelf = await openShelf({ 'a.txt': text });
    await shelf.importWords('a.txt');
    expect(await shelf.words()).toEqual([held, ...words.map((word) => `${word}|4|`)]);
  });

  it('refuses each of very many words', async () => {
    const long = Array.from({ length: 12_000 }, (_, index) => `一二三四五六七八九十一二三四五六${index}`);
    const shelf = await openShelf({ 'a.txt': [...long, '肥牛'].join('\n') });
    const { code, stdout } = await shelf.importWords('a.txt');
    expect([code, await shelf.words()]).toEqual([0, [held, '肥牛|4|']]);
    expect(stdout).toContain('a.txt: 12000 words left out');
  });

  it('shows no key where it shows the line that has one', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\nsk-0123456789abcdef0123456789abcdef\n' });
    const { stdout } = await shelf.importWords('a.txt');
    expect(stdout).toContain('a.txt:2:1');
    expect(stdout).not.toContain('0123456789abcdef');
  });

  it('takes a word of which there is no more than a doubt', async () => {
    const shelf = await openShelf({ 'a.csv': 'text,expires\n肥牛,2000/1/31\n' });
    await shelf.importWords('a.csv');
    expect((await shelf.entries()).at(-1)).toMatchObject({ text: '肥牛', expires: '2000-01-31' });
  });

  it('takes nothing of several files when one of them gives nothing', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', 'b.json': '{"a": ' });
    const { code, stderr } = await shelf.importWords(['a.txt', 'b.json']);
    expect(code).toBe(3);
    expect(stderr).toContain('error[json-syntax]');
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml']);
  });

  it('joins what is written more than once, with the higher weight', async () => {
    const shelf = await openShelf({
      'a.csv': 'text,weight,lang,note\nx,3,,\nx,5,,heard as y\nx,5,en,\ny,2,,\n',
      'b.csv': 'text,weight\ny,1\nz,1\nz,1\n',
    });
    const { stdout } = await shelf.importWords(['a.csv', 'b.csv']);
    expect(await shelf.words()).toEqual([held, 'x|5|', 'x|5|en', 'y|2|', 'z|1|']);
    expect((await shelf.entries())[1]?.note).toBe('heard as y');
    expect(stdout).toContain(
      '"x" is already in a.csv:2 where its weight becomes 3, and here 5; 5, the higher one, is kept',
    );
    expect(stdout).toContain('1 word written more than once was joined');
  });

  it('leaves out a word that shall be heard less often, which no list can ask for', async () => {
    const shelf = await openShelf({ 'a.csv': 'text,weight\nx,-6\ny,3\n' });
    const { code, stdout } = await shelf.importWords('a.csv');
    expect([code, await shelf.words()]).toEqual([0, [held, 'y|3|']]);
    expect(stdout).toContain('warning[import-weight]: "x" has weight -6');
  });

  it('writes nothing with --dry-run, and says the same', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    const { code, stdout } = await shelf.importWords('a.txt', { dryRun: true });
    expect(code).toBe(0);
    expect(stdout).toContain('vocabularies/words/a.csv   would be created: 1 word of a.txt');
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml']);
    expect(await shelf.words()).toEqual([held]);
  });
});

describe('the page about importing words', () => {
  it('shows what really happens', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/import-words.md'), 'utf8');
    const shown = /```console\n\$ (.*)\n([^]*?)```/.exec(page);
    expect(shown?.[1]).toBe('vocabsync import hotwords.txt --vocabulary medical');
    const shelf = await openShelf({ 'hotwords.txt': '肥牛 20\nneuro 20\n阿里巴巴 100\n' });
    const { stdout } = await shelf.importWords('hotwords.txt', { vocabulary: 'medical' });
    expect(stdout).toBe(shown?.[2]);
  });
});

describe('a configuration elsewhere', () => {
  it('is named with -c, and may share vocabularies with others of the work tree', async () => {
    const shelf = await openShelf({
      '.git/HEAD': '',
      'envs/live/vocab.config.yaml':
        'version: 1\naccount: { region: beijing }\ndefaults: { target_model: fun-asr }\nvocabularies: [../../vocabularies/medical.yaml]\n',
      'a.txt': '肥牛\n',
    });
    const { code, stdout } = await shelf.importWords('a.txt', { config: 'envs/live/vocab.config.yaml' });
    expect(code).toBe(0);
    expect(stdout).toContain('$ vocabsync plan -c envs/live/vocab.config.yaml');
    expect(await shelf.words()).toEqual([held, '肥牛|4|']);
    const made = await shelf.importWords('a.txt', {
      config: 'envs/live/vocab.config.yaml',
      vocabulary: 'new',
    });
    expect(made.stdout).toContain('+ vocabularies/new.yaml');
    expect(await shelf.read('envs/live/vocab.config.yaml')).toContain(
      'vocabularies: [../../vocabularies/medical.yaml, "../../vocabularies/new.yaml"]',
    );
  });
});

describe('the file that comes out', () => {
  it('is YAML where the words have fields that a table does not hold', async () => {
    const shelf = await openShelf({
      'a.json': '{"vocabulary":[{"text":"on","weight":3,"translation":"sur"}],"target_model":"other"}',
    });
    const { stdout } = await shelf.importWords('a.json');
    expect(await shelf.read('vocabularies/words/a.yaml')).toBe(
      '- { text: "on", weight: 3, extra: { translation: sur } }\n',
    );
    expect(stdout).toContain('a.json was saved from a list for other; "medical" is for fun-asr');
    expect((await shelf.entries()).at(-1)).toMatchObject({ text: 'on', extra: { translation: 'sur' } });
  });

  it('is refused as a table then', async () => {
    const shelf = await openShelf({ 'a.json': '[{"text":"a","weight":3,"target_lang":"en"}]' });
    const { code, stderr } = await shelf.importWords('a.json', { to: 'csv' });
    expect([code, stderr]).toEqual([3, expect.stringContaining('--to yaml')]);
  });

  it('is YAML where a spreadsheet would take a word for an error of its own', async () => {
    const shelf = await openShelf({ 'a.json': '["#REF!", "b"]' });
    expect((await shelf.importWords('a.json')).code).toBe(0);
    expect(await shelf.words()).toEqual([held, '#REF!|4|', 'b|4|']);
  });

  it('is YAML when that is asked for', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    await shelf.importWords('a.txt', { to: 'yaml' });
    expect(await shelf.read('vocabularies/words/a.yaml')).toBe('- 肥牛\n');
  });

  it('takes another name where there is a file of that name', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', 'vocabularies/words/a.csv': 'mine\n' });
    await shelf.importWords('a.txt');
    expect(await shelf.read('vocabularies/words/a.csv')).toBe('mine\n');
    expect(await shelf.read('vocabularies/words/a-2.csv')).toBe('text,weight\n肥牛,\n');
  });

  it('is used where it is there and says the same, as after a run that was cut off', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', 'vocabularies/words/a.csv': 'text,weight\n肥牛,\n' });
    const { stdout } = await shelf.importWords('a.txt');
    expect(stdout).toContain('vocabularies/words/a.csv   unchanged');
    expect(await shelf.words()).toEqual([held, '肥牛|4|']);
  });

  it('has a name of its own for each file, whatever the files are called', async () => {
    const shelf = await openShelf({
      'a/x.txt': 'one\n',
      'b/x.csv': 'text\ntwo\n',
      '-x\n\u202e.txt': 'three\n',
    });
    const { code, stdout } = await shelf.importWords(['a/x.txt', 'b/x.csv', './-x\n\u202e.txt']);
    expect(code).toBe(0);
    expect(await readdir(join(shelf.directory, 'vocabularies/words'))).toEqual([
      'x-2.csv',
      'x-3.csv',
      'x.csv',
    ]);
    expect(stdout).not.toContain('\u202e');
    expect(await shelf.words()).toEqual([held, 'one|4|', 'two|4|', 'three|4|']);
  });
});

const inline = `version: 1
account: { region: beijing }
defaults: { target_model: fun-asr, weight: 3 }
vocabularies:
  # the first
  - { name: one, prefix: one, hotwords: [a] } # one
  - name: two
    prefix: two # second
    hotwords: [b]
`;

describe('the vocabulary that words go into', () => {
  it.each(['one', 'two'])('may stand in the configuration itself: %s', async (name) => {
    const shelf = await openShelf({ 'vocab.config.yaml': inline, 'a.txt': '肥牛\n' });
    expect((await shelf.importWords('a.txt', { vocabulary: name })).code).toBe(0);
    const edited = await shelf.read('vocab.config.yaml');
    expect(edited).toContain('include');
    for (const line of ['# the first', '# one', '# second']) expect(edited).toContain(line);
    expect((await shelf.words(name)).at(-1)).toBe('肥牛|3|');
    expect(await shelf.read('words/a.csv')).toBe('text,weight\n肥牛,\n');
  });

  it('has to be named where there are several', async () => {
    const shelf = await openShelf({ 'vocab.config.yaml': inline, 'a.txt': '肥牛\n' });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect(code).toBe(3);
    expect(stderr).toContain('the configuration has 2 vocabularies: one, two');
    expect(await shelf.read('vocab.config.yaml')).toBe(inline);
  });

  it('is asked for at a terminal', async () => {
    const shelf = await openShelf({ 'vocab.config.yaml': inline, 'a.txt': '肥牛\n' });
    expect((await shelf.importWords('a.txt', { prompts: scriptedPrompts(cancel) })).code).toBe(130);
    expect(await shelf.read('vocab.config.yaml')).toBe(inline);
    expect((await shelf.importWords('a.txt', { prompts: scriptedPrompts('two') })).code).toBe(0);
    expect(await shelf.words('two')).toEqual(['b|3|', '肥牛|3|']);
  });

  it('is made when there is none of the name, and a pattern of the configuration finds it', async () => {
    const shelf = await openShelf({ 'a.txt': '阿司匹林\n' });
    const before = await shelf.read('vocab.config.yaml');
    const { stdout } = await shelf.importWords('a.txt', { vocabulary: 'medicals' });
    expect(await shelf.read('vocabularies/medicals.yaml')).toBe(
      'name: medicals\nprefix: medicals\ninclude:\n  - words/a.csv\n',
    );
    expect(await shelf.read('vocab.config.yaml')).toBe(before);
    expect(await shelf.words('medicals')).toEqual(['阿司匹林|4|']);
    expect(stdout).toContain('did you mean "medical"?');
  });

  it('is added to the configuration where no pattern finds it', async () => {
    const shelf = await openShelf({
      'vocab.config.yaml':
        'version: 1\naccount: { region: beijing }\nnamespace: acme\nprune: false\nvocabularies: [] # none yet\n',
      'a.txt': '阿司匹林\n',
    });
    expect((await shelf.importWords('a.txt', { vocabulary: 'drugs' })).code).toBe(0);
    expect(await shelf.read('vocab.config.yaml')).toContain(
      'vocabularies: [vocabularies/drugs.yaml] # none yet\n',
    );
    expect(await shelf.read('vocabularies/drugs.yaml')).toContain(
      'prefix: acmedrugs\ntarget_model: fun-asr-realtime\n',
    );
    expect(await shelf.words('drugs')).toEqual(['阿司匹林|4|']);
  });

  it('starts where the pattern of a configuration finds no file yet', async () => {
    const shelf = await openShelf({
      'vocab.config.yaml': 'version: 1\naccount: { region: beijing }\nvocabularies: [lists/*.yaml]\n',
      'a.txt': '阿司匹林\n',
    });
    expect((await shelf.importWords('a.txt', { vocabulary: 'drugs' })).code).toBe(0);
    expect(await shelf.words('drugs')).toEqual(['阿司匹林|4|']);
  });

  it.each(['../evil', 'a b', '-x', '名'])('is not made with the name %s', async (name) => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    const { code, stderr } = await shelf.importWords('a.txt', { vocabulary: name });
    expect([code, stderr]).toEqual([3, expect.stringContaining('cannot be the name of a vocabulary')]);
  });

  it('keeps its line ends, its byte-order mark and its permissions', async () => {
    const text = '\ufeffname: medical\r\nprefix: acmemed\r\ninclude: # files\r\n  - w.txt # first\r\n';
    const shelf = await openShelf({
      'vocabularies/medical.yaml': text,
      'vocabularies/w.txt': 'one\n',
      'a.txt': '肥牛\n',
    });
    await shelf.importWords('a.txt');
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(`${text}  - words/a.csv\r\n`);
  });

  it('is left alone where an edit would change something else, and the lines are said', async () => {
    const shared =
      'name: medical\nprefix: acmemed\nhotwords: [a]\ninclude: &files\n  - w.txt\nprevious_prefixes: []\n';
    const shelf = await openShelf({
      'vocabularies/medical.yaml': shared,
      'vocabularies/w.txt': 'one\n',
      'a.txt': '肥牛\n',
    });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect(code).toBe(3);
    expect(stderr).toContain('vocabularies/medical.yaml cannot be edited');
    expect(stderr).toContain('- words/a.csv');
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml', 'w.txt']);
    await shelf.write('vocabularies/medical.yaml', shared.replace('w.txt', 'w.txt\n  - words/a.csv'));
    expect((await shelf.importWords('a.txt')).code).toBe(0);
    expect(await shelf.words()).toEqual(['a|4|', 'one|4|', '肥牛|4|']);
  });

  it('is not given more words than its model takes', async () => {
    const words = Array.from({ length: 2001 }, (_, index) => `word ${index}a`).join('\n');
    const shelf = await openShelf({ 'a.txt': words });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect(code).toBe(3);
    expect(stderr).toContain('error[too-many-hotwords]');
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml']);
  });

  it('may have mistakes of its own, which are no reason to refuse words', async () => {
    const shelf = await openShelf({
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\nhotwords: [{ text: a, weight: 20 }]\n',
      'a.txt': '肥牛\n',
    });
    expect((await shelf.importWords('a.txt')).code).toBe(0);
    expect(await shelf.read('vocabularies/words/a.csv')).toContain('肥牛');
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['a.tx', {}, 'there is no file a.tx', 'did you mean "a.txt"?'],
    ['vocabularies', {}, 'vocabularies is a folder', 'name the files in it'],
    [
      'b.txt',
      { 'b.txt': Buffer.from([0xb2, 0xe2, 0xca, 0xd4]) },
      'b.txt is not UTF-8',
      'save it as UTF-8 where it was made (Excel: "CSV UTF-8"), or convert it, if it is in GBK',
    ],
    ['c.txt', { 'c.txt': Buffer.from([0xb2, 0xe2, 0xca, 0xd4]) }, 'c.txt is not UTF-8', 'iconv -f GB18030'],
    ['b.txt', { 'b.txt': Buffer.from('\ufeffab', 'utf16le') }, 'b.txt is not UTF-8', 'iconv -f UTF-16'],
    ['b.bin', { 'b.bin': 'a\0b' }, 'NUL character', 'plain text'],
    ['b.txt', { 'b.txt': Buffer.alloc(9 * 1024 * 1024, 'x\n') }, 'larger than 8 MiB', 'misheard'],
    ['b.txt', { 'b.txt': '# only\n\n' }, 'there are no words in the file', '--from'],
    ['b.csv', { 'b.csv': '1,2\n3,4\n' }, 'no column of the table can be the words', 'the header text'],
    ['b.json', { 'b.json': '{"code":"InvalidApiKey","message":"x"}' }, 'a request that failed', 'ask again'],
  ])('is said why: %s', async (file, files, ...[message, hint]) => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', ...files });
    const { code, stderr } = await shelf.importWords(file);
    expect(code).toBe(3);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(await shelf.words()).toEqual([held]);
  });

  it('is said of a configuration that is not there', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    const { code, stderr } = await shelf.importWords('a.txt', { config: 'nowhere.yaml' });
    expect([code, stderr]).toEqual([3, expect.stringContaining('config-missing')]);
  });

  it('is read from stdin, once it is said what it is', async () => {
    const shelf = await openShelf();
    expect((await shelf.importWords('-', { stdin: '肥牛 20\n' })).code).toBe(3);
    expect((await shelf.importWords('-', { from: 'funasr' })).code).toBe(3);
    expect((await shelf.importWords('-', { stdin: '肥牛 20\n', from: 'funasr' })).code).toBe(0);
    expect(await shelf.read('vocabularies/words/stdin.csv')).toBe('text,weight\n肥牛,4\n');
  });

  it('is read once where it is named twice', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    await symlink('a.txt', join(shelf.directory, 'b.txt'));
    const { stdout } = await shelf.importWords(['a.txt', './a.txt', 'b.txt']);
    expect(stdout).not.toContain('more than once');
    expect(await readdir(join(shelf.directory, 'vocabularies/words'))).toEqual(['a.csv']);
  });
});

describe('a folder that cannot be written', () => {
  it('leads out of the work tree by a link, and nothing is written there', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', 'in/vocab.config.yaml': '' });
    const outside = await openShelf();
    await symlink(outside.directory, join(shelf.directory, 'vocabularies/words'));
    const { code, stderr } = await shelf.importWords('a.txt');
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining('cannot write vocabularies/words: a link leads out of the folder'),
    ]);
    expect(await readdir(outside.directory)).not.toContain('a.csv');
    expect(await shelf.words()).toEqual([held]);
  });

  it('is a file of that name, and nothing is written', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n', 'vocabularies/words': 'a file' });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect([code, stderr]).toEqual([3, expect.stringContaining('file-unwritable')]);
    expect(await shelf.words()).toEqual([held]);
  });

  it.skipIf(process.getuid?.() === 0)('keeps nothing of an import', async () => {
    const shelf = await openShelf({ 'a.txt': '肥牛\n' });
    await mkdir(join(shelf.directory, 'vocabularies/words'));
    await chmod(join(shelf.directory, 'vocabularies/medical.yaml'), 0o444);
    const { code, stderr } = await shelf.importWords('a.txt');
    expect([code, stderr]).toEqual([3, expect.stringContaining('cannot write')]);
    expect(await readdir(join(shelf.directory, 'vocabularies/words'))).toEqual([]);
  });
});

it('refuses words that sound alike where that is an error', async () => {
  const shelf = await openShelf({
    'a.txt': '心率\n心律\n',
    'vocab.config.yaml':
      'version: 1\naccount: { region: beijing }\ndefaults: { target_model: fun-asr }\nvocabularies: [vocabularies/*.yaml]\nrules: { sounds-alike: error }\n',
  });
  const { code, stderr } = await shelf.importWords('a.txt');
  expect([code, stderr]).toEqual([3, expect.stringContaining('error[sounds-alike]')]);
  expect(await shelf.words()).toEqual([held]);
});

it('takes words into a list with an error that gets smaller', async () => {
  const many = Array.from({ length: 505 }, (_, index) => `词语${index} 20`).join('\n');
  const shelf = await openShelf({
    'a.txt': `${many}\n阿里 20\n阿里 30\n`,
    'vocab.config.yaml':
      'version: 1\naccount: { region: beijing }\ndefaults: { target_model: paraformer-realtime-v2 }\nvocabularies: [vocabularies/*.yaml]\n',
    'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\ninclude: [../a.txt]\n',
  });
  expect((await shelf.importWords('a.txt')).code).toBe(0);
});

it('says that the configuration had errors before, and what names them', async () => {
  const shelf = await openShelf({
    'w.txt': 'alpha\n',
    'vocab.config.yaml':
      'version: 1\naccount: { region: beijing }\nnamespace: acme\ndefaults: { target_model: fun-asr }\nvocabularies:\n  - vocabularies/*.yaml\n',
  });
  const { code, stdout } = await shelf.importWords('w.txt');
  expect(code).toBe(0);
  expect(stdout).toContain(
    'The configuration has 1 error of its own: `vocabsync validate` names what to correct.',
  );
  expect(stdout).toMatch(/\$ vocabsync validate\n$/);
});

describe('a file that the vocabulary includes as it is', () => {
  const vocabulary = (include: string) =>
    `name: medical\nprefix: acmemed\nhotwords: [心电图]\ninclude:\n  - ${include} # from before\n`;

  it.each([
    ['bar.txt', '../bar.txt', '张三|8\n李四|8\n人工智能\n', ['张三|4|', '李四|4|', '人工智能|4|']],
    ['a.json', '../a.json', '{"张三": 20, "李四": 20, "neuro": 30}', ['张三|4|', '李四|4|', 'neuro|4|']],
    ['a.csv', '../a.csv', 'text,weight,lang\n张三,4.5,zh-CN\n李四,4,\n', ['张三|4|zh', '李四|4|']],
    ['b.txt', "'../b.txt'", '热词\n张三\n', ['张三|4|']],
    ['d.csv', '../d.csv', '词,权重\n张三,4\n李四,5\n', ['张三|4|', '李四|5|']],
    ['e.txt', '{ file: ../e.txt }', '张三|8\n李四|8\n', ['张三|4|', '李四|4|']],
  ])(
    'is read as what it is: the new file takes its place, and no word is lost (%s)',
    async (file, include, ...[text, words]) => {
      const shelf = await openShelf({ [file]: text, 'vocabularies/medical.yaml': vocabulary(include) });
      const { code, stdout } = await shelf.importWords(file);
      const made = `words/${file.replace(/\..*/, '')}.csv`;
      expect([code, stdout]).toEqual([
        0,
        expect.stringContaining(`includes ${made} in the place of ${file}`),
      ]);
      expect(stdout).not.toContain('of its own');
      expect(await shelf.read('vocabularies/medical.yaml')).toBe(vocabulary(made));
      expect(await shelf.words()).toEqual([held, ...words]);
      expect(await shelf.read(file)).toBe(text);
    },
  );

  it('stays where it is understood: nothing is made of it', async () => {
    const files = {
      'a.csv': 'text,weight\n张三,5\n李四,\n',
      'vocabularies/medical.yaml': vocabulary('../a.csv'),
    };
    const shelf = await openShelf(files);
    const { code, stdout } = await shelf.importWords('a.csv');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Import: 1 file unchanged')]);
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(files['vocabularies/medical.yaml']);
  });

  it.each([
    [
      'names its columns',
      '{ file: ../t.csv, columns: { text: 说法, lang: 方言 } }',
      '词,说法,方言\nEGFR,E G F R,en\n肥牛,肥牛卷,zh\n',
    ],
    ['is on the scale of its model', '../t.csv', 'text,weight\n张三,8\n李四,10\n'],
    ['is meant so, as the configuration says', '../t.txt', '张三 20\n李四 30\n'],
  ])('stays where nobody doubts it: one that %s', async (_how, include, text) => {
    const file = include.includes('.txt') ? 't.txt' : 't.csv';
    const shelf = await openShelf({
      [file]: text,
      'vocabularies/medical.yaml': vocabulary(include),
      'vocab.config.yaml': `version: 1
account: { region: beijing }
defaults: { target_model: own }
vocabularies: [vocabularies/*.yaml]
models: { own: { family: fun-asr, weights: { min: 1, max: 10 } } }
rules: { txt-weights: off }
`,
    });
    const words = await shelf.words();
    expect((await shelf.importWords(file)).code).toBe(0);
    expect(await shelf.read('vocabularies/medical.yaml')).toContain(`- ${include} # from before`);
    expect(await shelf.words()).toEqual(expect.arrayContaining([...words]));
  });

  it('stays with a slip in one row of many', async () => {
    const shelf = await openShelf({
      't.csv': 'text,weight\n张三,5\n李四,\n王五,4\n赵六,4.5\n',
      'vocabularies/medical.yaml': vocabulary('../t.csv'),
    });
    expect((await shelf.importWords('t.csv')).code).toBe(0);
    expect(await shelf.read('vocabularies/medical.yaml')).toContain('- ../t.csv # from before');
  });

  it('stays in an instant vocabulary whose langs are not sent, where that is all that is said of it', async () => {
    const include = '../t.csv';
    const text = 'text,weight,lang\n张三,5,zh\n李四,4,zh\n李四,4,zh\n';
    const shelf = await openShelf({
      't.csv': text,
      'vocabularies/medical.yaml': `name: medical\ndelivery: instant\ntarget_model: qwen-audio-3.1-asr-flash-streaming\ninclude:\n  - ${include}\n`,
    });
    expect((await shelf.importWords('t.csv')).code).toBe(0);
    expect(await shelf.read('vocabularies/medical.yaml')).toContain(`- ${include}\n`);
  });

  it('is known by whatever path leads to it', async () => {
    const shelf = await openShelf({
      'vocabularies/a.txt': '张三 20\n李四 30\n',
      'vocabularies/medical.yaml': vocabulary('./a.txt'),
    });
    await symlink('vocabularies/a.txt', join(shelf.directory, 'link.txt'));
    expect((await shelf.importWords('link.txt')).stdout).toContain('words/link.csv in the place of link.txt');
    expect(await shelf.words()).toEqual([held, '张三|4|', '李四|4|']);
  });

  it('is no half replaced where it is named twice', async () => {
    const text = 'name: medical\nprefix: acmemed\ninclude: [../a.txt, ./../a.txt]\n';
    const shelf = await openShelf({ 'a.txt': '张三 20\n李四 30\n', 'vocabularies/medical.yaml': text });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect([code, stderr]).toEqual([3, expect.stringContaining('error[include-twice]')]);
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(text);
  });

  it('can be replaced by hand, and the files that are missing are made then', async () => {
    const text = '张三 20\n李四 30\n';
    const shelf = await openShelf({
      'a.txt': text,
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\ninclude: &all [../a.txt]\n',
    });
    expect((await shelf.importWords('a.txt')).stderr).toContain(
      'run it again: it makes the files that are missing',
    );
    const byHand = 'name: medical\nprefix: acmemed\ninclude: [words/a.csv]\n';
    await shelf.write('vocabularies/medical.yaml', byHand);
    expect((await shelf.importWords('a.txt')).code).toBe(0);
    expect(await shelf.words()).toEqual(['张三|4|', '李四|4|']);
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(byHand);
  });

  it('is left beside the new file where somebody has added that by hand', async () => {
    const both = 'name: medical\nprefix: acmemed\ninclude: [../a.txt, words/a.csv]\n';
    const shelf = await openShelf({ 'a.txt': '张三 20\n李四 30\n' });
    await shelf.importWords('a.txt');
    await shelf.write('vocabularies/medical.yaml', both);
    expect((await shelf.importWords('a.txt')).code).toBe(0);
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(both);
  });

  it('is not said to have a word that the vocabulary has for another language', async () => {
    const shelf = await openShelf({
      'a.csv': 'text,weight,lang\nTaxi,4,en\n',
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\nhotwords: [{ text: Taxi, lang: zh }]\n',
    });
    expect((await shelf.importWords('a.csv')).stdout).not.toContain('already in');
    expect(await shelf.words()).toEqual(['Taxi|4|zh', 'Taxi|4|en']);
  });

  it('is not said to be there where its words are refused', async () => {
    const long = '一二三四五六七八九十一二三四五六';
    const shelf = await openShelf({
      'a.txt': '张三 20\n李四 30\n',
      'b.txt': `${long} 20\n${long}七 30\n`,
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\ninclude: [../a.txt, ../b.txt]\n',
    });
    const { stdout } = await shelf.importWords(['a.txt', 'b.txt']);
    expect(stdout).toContain('b.txt: 2 words left out');
    expect(stdout).not.toContain('beside it');
  });

  it('can go where the vocabulary has its words beside it', async () => {
    const files = {
      'a.txt': '张三|8\n李四|8\n',
      'vocabularies/medical.yaml':
        'name: medical\nprefix: acmemed\nhotwords: [张三, 李四]\ninclude: [../a.txt]\n',
    };
    const shelf = await openShelf(files);
    const { stdout } = await shelf.importWords('a.txt');
    expect(stdout).toContain('"medical" has the words of a.txt beside it: delete the line that includes it');
    expect(await shelf.read('vocabularies/medical.yaml')).toBe(files['vocabularies/medical.yaml']);
  });

  it('tells for which of several vocabularies the words are', async () => {
    const shelf = await openShelf({
      'a.txt': '张三 20\n李四 30\n',
      'vocabularies/other.yaml': 'name: other\nprefix: acmeoth\ninclude: [../a.txt]\n',
    });
    const { code, stdout } = await shelf.importWords('a.txt');
    expect([code, stdout]).toEqual([0, expect.stringContaining('words/a.csv in the place of a.txt')]);
    expect(await shelf.words('other')).toEqual(['张三|4|', '李四|4|']);
    expect(await shelf.words()).toEqual([held]);
  });

  it('stays with another vocabulary than the one that is named, which is said', async () => {
    const shelf = await openShelf({
      'a.txt': '张三 20\n李四 30\n',
      'vocabularies/other.yaml': 'name: other\nprefix: acmeoth\ninclude: [../a.txt]\n',
    });
    const { stdout } = await shelf.importWords('a.txt', { vocabulary: 'medical' });
    expect(stdout).toContain('a.txt is a part of "other" as it is, and stays one');
    expect(await shelf.words()).toEqual([held, '张三|4|', '李四|4|']);
    expect(await shelf.words('other')).toEqual(['张三 20|4|', '李四 30|4|']);
  });

  it('is left to a person where its line cannot be changed alone', async () => {
    const shelf = await openShelf({
      'a.txt': '张三 20\n李四 30\n',
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\ninclude: &all [../a.txt]\n',
    });
    const { code, stderr } = await shelf.importWords('a.txt');
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining('write under `include`: - words/a.csv, in the place of item 1 yourself'),
    ]);
  });
});

describe('a vocabulary with mistakes in it', () => {
  it('is known by its name, and takes the words', async () => {
    const shelf = await openShelf({
      'a.txt': 'alpha\n',
      'vocabularies/medical.yaml': 'name: medical\nprefix: acmemed\nonwer: x\nhotwords:\n  - 心电图\n',
    });
    const { code, stdout } = await shelf.importWords('a.txt', { vocabulary: 'medical' });
    expect([code, stdout]).toEqual([0, expect.stringContaining('includes words/a.csv')]);
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml', 'words']);
  });

  it.each([
    ['of which nothing can be read', 'name: medical\nprefix: acmemed\nhotwords: [a\n'],
    ['without a name', 'name: [medical]\nprefix: acmemed\nhotwords: [a]\n'],
    ['in another encoding', new Uint8Array([0x6e, 0x3a, 0x20, 0xd0, 0xc4, 0xb5, 0xe7])],
  ])('may be the one that is meant, so no second one is made beside one %s', async (_how, broken) => {
    const shelf = await openShelf({ 'a.txt': 'alpha\n', 'vocabularies/medical.yaml': broken });
    for (const also of [{}, { vocabulary: 'medical' }, { vocabulary: 'new' }]) {
      const { code, stderr } = await shelf.importWords('a.txt', also);
      expect([code, stderr]).toEqual([
        3,
        expect.stringContaining(
          'the configuration has problems: a vocabulary that is named there cannot be read',
        ),
      ]);
    }
    expect(await readdir(join(shelf.directory, 'vocabularies'))).toEqual(['medical.yaml']);
  });

  it.each(['vocabularies/*.yaml', 'vocabularies/medical.yaml'])(
    'is none that is still to be made (%s)',
    async (named) => {
      const shelf = await openShelf({
        'a.txt': 'alpha\n',
        'vocab.config.yaml': `version: 1\naccount: { region: beijing }\ndefaults: { target_model: fun-asr }\nvocabularies: [${named}]\n`,
      });
      await rm(join(shelf.directory, 'vocabularies/medical.yaml'));
      expect((await shelf.importWords('a.txt', { vocabulary: 'medical' })).code).toBe(0);
      expect(await shelf.words()).toEqual(['alpha|4|']);
    },
  );
});
