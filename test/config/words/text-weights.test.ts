import { describe, expect, it } from 'vitest';
import { loadHotwords, loadWords, words } from '../project.js';

/** Nine words with their frequencies, the most frequent first. */
const sorted = [
  '身高 44536',
  '咳嗽 21412',
  '硬化 9000',
  '眼眶 800',
  '患者 700',
  '血管 90',
  '皮肤 80',
  '指甲 7',
  '毛囊 6',
];

describe('a text file with the weights of another system', () => {
  it.each([
    ['a threshold alone', ['语音 #0.6', 'plain', 'other'], '1 of 3 lines ends in a boost', '语音,4'],
    [
      'one boost of many lines',
      ['one', 'two', 'HELLO WORLD :1.5', 'three'],
      '1 of 4 lines ends in a boost',
      'HELLO WORLD,4',
    ],
    [
      'names of phrases on some lines',
      ['语音 :2 @foo', '识别 @bar', 'plain'],
      '2 of 3 lines end in a boost',
      '语音,4',
    ],
    ['names of phrases on most lines', ['语音 @foo', '识别 @bar'], 'all 2 lines end in a boost', '语音,4'],
    ['one bar of many lines', ['one', 'two', '张三|8', 'three'], '1 of 4 lines ends in a bar', '张三,4'],
    [
      'one full-width colon of many',
      ['one', 'two', '张三：8', 'three'],
      '1 of 4 lines ends in a full-width colon',
      '张三,4',
    ],
    [
      "jieba's dictionary",
      ['医院 580436 n', '检查 580138 vn'],
      'all 2 lines end in a number and a part of speech',
      '医院,4',
    ],
    [
      "jieba's dictionary with tabs",
      ['医院\t580436\tn', '检查\t580138\tvn'],
      'all 2 lines end in a tab and a number',
      '医院,4',
    ],
    ['full-width digits', ['肥牛 ２０', '张三 ３０'], 'all 2 lines end in a number', '肥牛,4'],
    ['a caret', ['alpha^4', 'beta^2.5'], 'all 2 lines end in a caret and a number', 'alpha,4'],
    ['frequencies', ['医院 580436', '检查 580138'], 'all 2 lines end in a number', '医院,4'],
    [
      'frequencies of any size, in their order',
      [...sorted, '头皮 1'],
      'all 10 lines end in a number, like a dictionary with frequencies',
      '身高,4',
    ],
    [
      'frequencies from the rarest on',
      ['头皮 1', ...sorted.toReversed()],
      'all 10 lines end in a number, like a dictionary with frequencies',
      '头皮,4',
    ],
    [
      'frequencies that are small, in their order',
      [...sorted.slice(3), '头皮 5', '骨骼 4', '关节 3', '手腕 1'],
      'all 10 lines end in a number, like a dictionary with frequencies',
      '眼眶,4',
    ],
    [
      'frequencies with a word twice',
      [...sorted, '头皮 5', '头皮 1'],
      'all 11 lines end in a number, like a dictionary with frequencies',
      '身高,4',
    ],
    ['a semicolon', ['alpha;5', 'beta;3'], 'all 2 lines end in a semicolon and a number', 'alpha,4'],
    ['an equals sign', ['alpha=5', 'beta=3'], 'all 2 lines end in an equals sign', 'alpha,4'],
    ['quotes', ['"肥牛" 20', '"张三" 30'], 'all 2 lines end in a number', '肥牛,4'],
    ['an arrow', ['肥牛 -> 20', '张三 -> 30'], 'all 2 lines end in a number', '肥牛,4'],
  ])('is warned about: %s', async (_, ...[lines, message, row]) => {
    const { diagnostics } = await loadWords('w.txt', lines.join('\n'));
    expect(diagnostics).toMatchObject([
      {
        rule: 'txt-weights',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(`and write ${row}, with weights of 1 to 5`),
      },
    ]);
  });

  it('is told the command that takes it over, whatever the file is called', async () => {
    const { diagnostics } = await loadWords('my words.txt', '肥牛 20\n张三 30\n');
    expect(diagnostics[0]?.hint).toContain("`vocabsync import 'my words.txt'` takes the words over");
    const json = await loadWords('w.json', '["肥牛 20","张三 30"]');
    expect(json.diagnostics[0]?.hint).toContain('`vocabsync import w.json`');
  });

  it('is told no line to write where a word has a separator inside', async () => {
    const { diagnostics } = await loadWords('w.txt', 'a, b 20\nc 30\n');
    expect(diagnostics[0]?.hint).toContain('and write each word, a comma and its weight');
    expect(diagnostics[0]?.hint).not.toContain(',4');
  });

  it('is told to break a line that holds a whole list', async () => {
    const { diagnostics } = await loadWords('w.txt', '腾讯|8,语音|10\n');
    expect(diagnostics).toMatchObject([
      { rule: 'txt-weights', hint: expect.stringContaining('each word on a line of its own: 腾讯,4') },
    ]);
  });

  it('still hears of its bullets, and is told the line without them', async () => {
    const { diagnostics } = await loadWords('w.txt', '1. 肥牛 20\n2. 张三 30\n');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-weights', 'txt-list-marker']);
    expect(diagnostics[0]?.hint).toContain('write 肥牛,4,');
  });

  it('is not hidden by a header', async () => {
    const { diagnostics } = await loadWords('w.txt', '热词 权重\n肥牛 20\n张三 30\n');
    expect(diagnostics.map(({ rule, location }) => [rule, location?.line])).toEqual([
      ['txt-header', 1],
      ['txt-weights', 2],
    ]);
  });

  it.each([
    ['a single line', ['肥牛 20']],
    ['fractions', ['alpha 1.5', 'beta 2.0']],
    ['a series', ['iPhone 12', 'iPhone 13', 'iPhone 14']],
    ['two of a series', ['Windows 95', 'Windows 98', 'Ubuntu 22']],
    ['numbers of any size', ['Boeing 747', 'Airbus 80']],
    ['names with large numbers', ['Dekristol 20000', 'Kreon 25000', 'Ibuflam 600', 'Novalgin 500']],
    ['names of services', ['中国移动 10086', '报警 110', '急救 120', '火警 119']],
    ['substances', ['聚乙二醇 4000', '右旋糖酐 40', '吐温 80', '司盘 60', '泊洛沙姆 188', '羟乙基淀粉 130']],
    ['a few in order', ['Warhammer 40000', 'Cyberpunk 2077', 'Portal 2', 'Halo 1']],
    [
      'many that are small and in order',
      Array.from({ length: 12 }, (_, index) => `model${index} ${index + 95}`),
    ],
    ['many that are in no order', [...sorted.slice(5), ...sorted.slice(0, 5)]],
    ['two with large numbers', ['Warhammer 40000', 'Dekristol 20000']],
    ['as few numbers as those of a series', [...sorted.slice(2), '头皮 6', '骨骼 6', '关节 6']],
    ['decimals', [...sorted, '头皮 0.5']],
    ['times', ['10:30', '11:45']],
    ['ratios', ['Ratio 4:3', 'Ratio 16:9']],
    ['verses', ['Matthew 5:16', 'John 3：16']],
    ['powers', ['10^6', '2^8']],
    ['models that end in a letter', ['iPhone 15 s', 'iPhone 14 s']],
    ['numbers with thousands', ['1,000', '25,000']],
  ])('is not seen in %s', async (_, lines) => {
    expect((await loadWords('w.txt', lines.join('\n'))).diagnostics).toEqual([]);
  });
});

describe('a list of plain texts with the weights of another system', () => {
  const list = ['肥牛 20', '张三 30'];

  it.each([
    [
      'JSON',
      async () => loadWords('w.json', JSON.stringify(list)),
      'write it as {"text": "肥牛", "weight": 4}',
    ],
    [
      'YAML',
      async () => loadWords('w.yaml', '- 肥牛 20\n- 张三 30\n'),
      'write it as { text: "肥牛", weight: 4 }',
    ],
    [
      'a vocabulary',
      async () => loadHotwords('  - 肥牛 20\n  - 张三 30\n'),
      'write it as { text: "肥牛", weight: 4 }',
    ],
  ])('is warned about in %s', async (_, load, hint) => {
    const loaded = await load();
    expect(loaded.diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'txt-weights',
        message: expect.stringMatching(/^all 2 texts end in a number/),
        hint: expect.stringContaining(hint),
      },
    ]);
    expect(words(loaded)).toEqual(list.map((word) => `${word}|4|`));
  });

  it('is fine where entries say that the texts are meant so', async () => {
    const entries = JSON.stringify(list.map((text) => ({ text })));
    expect((await loadWords('w.json', entries)).diagnostics).toEqual([]);
  });
});
