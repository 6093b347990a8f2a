import { describe, expect, it } from 'vitest';
import type { ForeignForm } from '../../src/config/words/foreign/foreign-forms.js';
import { openShelf } from '../support/import-words.js';

/** What becomes of a file: each word with its weight, or why nothing does. */
async function imported(file: string, text: string, from?: ForeignForm): Promise<readonly string[] | string> {
  const shelf = await openShelf({ [file]: text });
  const { code, stdout, stderr } = await shelf.importWords(file, from === undefined ? {} : { from });
  if (code !== 0) return `${stdout}${stderr}`;
  return (await shelf.words()).slice(1).map((word) => word.split('|').slice(0, 2).join(' '));
}

describe('what is wrapped around words is none of them:', () => {
  it.each([
    [
      'an answer of an interface',
      'a.json',
      '{"code":0,"message":"ok","data":[{"word":"阿司匹林","weight":4},{"word":"氯吡格雷","weight":5}]}',
    ],
    [
      'a page of rows',
      'a.json',
      '{"total":2,"page":1,"rows":[{"hotWord":"阿司匹林","hotWeight":4},{"hotWord":"氯吡格雷","hotWeight":5}]}',
    ],
    [
      'layers',
      'a.json',
      '{"code":200,"data":{"list":[{"text":"阿司匹林","weight":4},{"text":"氯吡格雷","weight":5}],"total":2}}',
    ],
    [
      'more layers',
      'a.json',
      '{"response":{"body":{"data":[{"text":"阿司匹林","weight":4},{"text":"氯吡格雷","weight":5}]}}}',
    ],
    ['weights', 'a.json', '{"status":"ok","words":{"阿司匹林":4,"氯吡格雷":5}}'],
    [
      'an array under the name of the older service',
      'a.json',
      '{"WordWeights":[{"word":"阿司匹林","weight":4},{"word":"氯吡格雷","weight":5}]}',
    ],
    [
      'an envelope in YAML',
      'a.yaml',
      'version: 1\nphrases:\n  - { text: 阿司匹林, weight: 4 }\n  - { text: 氯吡格雷, weight: 5 }\n',
    ],
    [
      'groups',
      'a.json',
      '[{"name":"心内科","words":[{"text":"阿司匹林","weight":4}]},{"name":"呼吸科","words":[{"text":"氯吡格雷","weight":5}]}]',
    ],
    [
      'groups in an envelope',
      'a.json',
      '{"groups":[{"name":"心内科","words":[{"text":"阿司匹林","weight":4}]},{"name":"呼吸科","words":[{"text":"氯吡格雷","weight":5}]}]}',
    ],
  ])('%s', async (_, file, text) => {
    expect(await imported(file, text)).toEqual(['阿司匹林 4', '氯吡格雷 5']);
  });

  it('phrases with a boost for all of them, and for each', async () => {
    expect(await imported('a.json', '{"boost":10,"phrases":["阿司匹林","氯吡格雷"]}')).toEqual([
      '阿司匹林 4',
      '氯吡格雷 4',
    ]);
    expect(await imported('a.json', '{"phrases":[{"value":"阿司匹林","boost":10}]}')).toEqual(['阿司匹林 4']);
  });

  it('and where nobody can tell, nothing is taken', async () => {
    const said = await imported('a.json', '{"boost":10,"drugs":["阿司匹林","氯吡格雷"]}');
    expect(said).toContain(
      'the file holds an object with "drugs" in it, and nobody can tell where its words are',
    );
  });

  it.each([
    ['a.json', '{"药品":["头孢","阿莫"],"人名":["王小明"],"版本":"1.0","更新":["2026-11-01"]}'],
    ['a.yaml', '药品: [头孢, 阿莫]\n人名: [王小明]\n版本: 2\n'],
  ])('nor where what is said of the groups has a number: %s', async (file, text) => {
    expect(await imported(file, text)).toContain('and nobody can tell where its words are');
  });

  it('nor where each column is one of mistakes', async () => {
    expect(await imported('a.csv', '听成,原词\n阿斯匹林,阿司匹林\n')).toContain(
      'no column of the table can be the words',
    );
  });

  it.each(['{"code":0,"message":"ok","data":null}', '{"code":0,"data":"头孢,阿莫"}'])(
    'nor where there are none: %s',
    async (text) => {
      expect(await imported('a.json', text)).toContain('the file holds an answer without words');
    },
  );

  it('but words without weights may be called like a field', async () => {
    expect(await imported('a.yaml', 'data:\nalpha:\n')).toEqual(['data 4', 'alpha 4']);
  });

  it('though other words may stand beside a group', async () => {
    expect(await imported('a.json', '{"阿司匹林":4,"心内科":["氯吡格雷"]}')).toEqual(['阿司匹林 4']);
    expect(await imported('a.json', '{"阿司匹林":4,"data":["氯吡格雷"]}')).toEqual(['阿司匹林 4']);
  });

  it('and what belongs to a word is no word', async () => {
    expect(await imported('a.json', '[{"word":"阿司匹林","aliases":["拜阿司匹灵"]}]')).toEqual([
      '阿司匹林 4',
    ]);
  });
});

describe('of a table, the words are', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'what is right, not what is misheard',
      'a.csv',
      '错误写法,正确写法,权重\n阿斯匹林,阿司匹林,5\n绿皮格雷,氯吡格雷,4\n',
      ['阿司匹林 5', '氯吡格雷 4'],
    ],
    [
      'what is right, without weights',
      'a.csv',
      '错误,正确\n阿斯匹林,阿司匹林\n绿皮格雷,氯吡格雷\n',
      ['阿司匹林 4', '氯吡格雷 4'],
    ],
    [
      'what is right, by other names of the two',
      'a.csv',
      '错字,正字\n阿斯匹林,阿司匹林\n绿皮格雷,氯吡格雷\n',
      ['阿司匹林 4', '氯吡格雷 4'],
    ],
    [
      'what is beside codes, under a header of which one name is known',
      'a.csv',
      '药品,YP\n阿司匹林,YP0001\n氯吡格雷,YP0002\n头孢,YP0003\n',
      ['阿司匹林 4', '氯吡格雷 4', '头孢 4'],
    ],
    [
      'what stands under a header that may be a word, above some rows',
      'a.csv',
      '标准名,别名\n阿司匹林,拜阿司匹灵\n氯吡格雷,波立维\n头孢,先锋\n',
      ['阿司匹林 4', '氯吡格雷 4', '头孢 4'],
    ],
    [
      'what is beside its kind',
      'a.csv',
      '人名,王小明,5\n人名,李雷,4\n地名,浦东新区,4\n药名,头孢,5\n',
      ['王小明 5', '李雷 4', '浦东新区 4', '头孢 5'],
    ],
    [
      'what is beside codes and kinds',
      'a.csv',
      'X-1,人名,王小明\nX-2,药名,头孢\nX-3,地名,浦东\nX-4,人名,李雷\n',
      ['王小明 4', '头孢 4', '浦东 4', '李雷 4'],
    ],
    [
      'under two names of languages, above two rows',
      'a.csv',
      '日文,中文\nこんにちは,你好\nさようなら,再见\n',
      ['你好 4', '再见 4'],
    ],
    [
      'cells of a text, of which the last is empty',
      'a.txt',
      '阿司匹林\t5\n氯吡格雷\t4\n头孢\t3\n阿莫\t2\n王小明\t\n',
      ['阿司匹林 5', '氯吡格雷 4', '头孢 3', '阿莫 2', '王小明 4'],
    ],
    [
      'keys with a weight, in a list',
      'a.yaml',
      '- 阿司匹林: 5\n- 氯吡格雷\n- 头孢: 3\n',
      ['阿司匹林 5', '氯吡格雷 4', '头孢 3'],
    ],
    [
      'in the only column, whatever it is called',
      'a.csv',
      '识别结果,权重\n阿司匹林,5\n布洛芬,4\n',
      ['阿司匹林 5', '布洛芬 4'],
    ],
    [
      'what is right beside what was recognised',
      'a.csv',
      '识别结果,正确写法,备注\n阿斯匹林,阿司匹林,a\n',
      ['阿司匹林 4'],
    ],
    [
      'what stands under a header that is a kind of word',
      'a.csv',
      '姓名,拼音\n王小明,wang xiaoming\n李雷,li lei\n',
      ['王小明 4', '李雷 4'],
    ],
    [
      'what stands under the kind of word, not before it',
      'a.csv',
      '科室,药品\n心内科,阿司匹林\n呼吸科,沙丁胺醇\n',
      ['阿司匹林 4', '沙丁胺醇 4'],
    ],
    [
      'behind a category that recurs',
      'a.csv',
      '药品,阿司匹林\n药品,氯吡格雷\n药品,美托洛尔\n检查,冠脉造影\n',
      ['阿司匹林 4', '氯吡格雷 4', '美托洛尔 4', '冠脉造影 4'],
    ],
    [
      'behind codes',
      'a.tsv',
      'Y001\t阿司匹林\nY002\t氯吡格雷\nY005\t美托洛尔\n',
      ['阿司匹林 4', '氯吡格雷 4', '美托洛尔 4'],
    ],
    [
      'behind the bullets of a word processor',
      'a.txt',
      'l\t阿司匹林\nl\t氯吡格雷\n',
      ['阿司匹林 4', '氯吡格雷 4'],
    ],
    [
      'the first column, where it is as good as another',
      'a.csv',
      '阿司匹林,拜阿司匹灵\n氯吡格雷,波立维\n',
      ['阿司匹林 4', '氯吡格雷 4'],
    ],
    [
      'those of a table of three columns in a text file',
      'a.txt',
      '阿司匹林\t心内科\t5\n氯吡格雷\t心内科\t4\n沙丁胺醇\t呼吸科\t4\n',
      ['阿司匹林 5', '氯吡格雷 4', '沙丁胺醇 4'],
    ],
    [
      'those behind codes in a text file',
      'a.txt',
      'Y001\t阿司匹林\t5\nY002\t氯吡格雷\t4\n',
      ['阿司匹林 5', '氯吡格雷 4'],
    ],
    [
      'those behind the numbers of two rows',
      'a.txt',
      '1\t阿司匹林\t5\n2\t氯吡格雷\t4\n',
      ['阿司匹林 5', '氯吡格雷 4'],
    ],
    [
      'those between commas in a text file',
      'a.txt',
      '1,阿司匹林,5\n2,氯吡格雷,4\n3,美托洛尔,4\n',
      ['阿司匹林 5', '氯吡格雷 4', '美托洛尔 4'],
    ],
    [
      'those of columns that spaces part',
      'a.csv',
      '热词 权重\n阿司匹林 5\n氯吡格雷 4\n',
      ['阿司匹林 5', '氯吡格雷 4'],
    ],
  ])('%s', async (_, ...[file, text, expected]) => {
    expect(await imported(file, text)).toEqual(expected);
  });
});

describe('of lines, the weight is', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'behind a name that ends in digits',
      'HER2:5\n维生素B12:4\nCOVID-19:5\nPD-1:4\n',
      ['HER2 5', '维生素B12 4', 'COVID-19 5', 'PD-1 4'],
    ],
    [
      'behind such a name among others',
      'Aspirin:5\n张三:3\n李四:4\nHER2:5\n',
      ['Aspirin 5', '张三 3', '李四 4', 'HER2 5'],
    ],
    [
      'no part of a time or a ratio',
      'Flug 10:30\nRoom 11:45\nab\n',
      ['Flug 10:30 4', 'Room 11:45 4', 'ab 4'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await imported('a.txt', text)).toEqual(expected);
  });

  it.each([
    ['a.csv', '热词,权重\n1. 阿司匹林,5\n2. 氯吡格雷,4\n'],
    ['a.csv', '热词,权重\n• 阿司匹林,5\n• 氯吡格雷,4\n'],
    ['a.json', '[{"text":"① 阿司匹林","weight":5},{"text":"② 氯吡格雷","weight":4}]'],
    ['a.yaml', '- { text: 1. 阿司匹林, weight: 5 }\n- { text: 2. 氯吡格雷, weight: 4 }\n'],
  ])('not in front of the words of a list, whatever it is kept in: %s', async (file, text) => {
    expect(await imported(file, text)).toEqual(['阿司匹林 5', '氯吡格雷 4']);
  });

  it('but a number that tells two words apart is their own', async () => {
    expect(await imported('a.json', '["1. Liga","2. Liga"]')).toEqual(['1. Liga 4', '2. Liga 4']);
  });

  it.each(['\uf0b7 ', '\uf0b7', 'Ø ', '§ '])('behind no bullet of a word processor: %j', async (bullet) => {
    expect(await imported('a.txt', `${bullet}阿司匹林\n${bullet}氯吡格雷\n`)).toEqual([
      '阿司匹林 4',
      '氯吡格雷 4',
    ]);
  });
});

describe('the first of', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'names beside models',
      'a.csv',
      '奥迪,A3\n宝马,X1\n奔驰,X3\n特斯拉,X5\n',
      ['奥迪 4', '宝马 4', '奔驰 4', '特斯拉 4'],
    ],
    [
      'names with a stem in common',
      'a.csv',
      'TNF\nIL-6\nIL-8\nIL-10\n',
      ['TNF 4', 'IL-6 4', 'IL-8 4', 'IL-10 4'],
    ],
    [
      'such beside translations',
      'a.csv',
      'COVID,新冠\nIL-6,白介素六\nIL-8,白介素八\nIL-10,白介素十\n',
      ['COVID 4', 'IL-6 4', 'IL-8 4', 'IL-10 4'],
    ],
    [
      'standards',
      'a.csv',
      'ISO,国际标准化组织\nISO9001,质量管理\nISO14001,环境管理\nISO27001,信息安全\n',
      ['ISO 4', 'ISO9001 4', 'ISO14001 4', 'ISO27001 4'],
    ],
    [
      'vitamins',
      'a.csv',
      '维生素,VB\n硫胺素,VB1\n核黄素,VB2\n烟酸,VB3\n',
      ['维生素 4', '硫胺素 4', '核黄素 4', '烟酸 4'],
    ],
    [
      'what a form asks for',
      'a.txt',
      '姓名\n性别\n出生日期\n联系电话\n',
      ['姓名 4', '性别 4', '出生日期 4', '联系电话 4'],
    ],
    ['the same as a table', 'a.csv', '品名\n规格\n型号\n数量\n', ['品名 4', '规格 4', '型号 4', '数量 4']],
    [
      'a glossary of such terms',
      'a.csv',
      '产品,Product\n品牌,Brand\n药品,Drug\n地名,Place\n',
      ['产品 4', '品牌 4', '药品 4', '地名 4'],
    ],
    [
      'faults with codes',
      'a.csv',
      'Error,Code\nTimeout,E1\nOverflow,E2\nUnderflow,E3\n',
      ['Error 4', 'Timeout 4', 'Overflow 4', 'Underflow 4'],
    ],
    [
      'another form',
      'a.txt',
      '姓名\n身份证号\n住址\n联系方式\n',
      ['姓名 4', '身份证号 4', '住址 4', '联系方式 4'],
    ],
    [
      'a glossary of headers',
      'a.csv',
      '品名,product\n规格,spec\n颜色,colour\n',
      ['品名 4', '规格 4', '颜色 4'],
    ],
    [
      'cells of which the last is empty',
      'a.txt',
      '头孢\t\n阿莫\t5\n布洛芬\t\n',
      ['头孢 4', '阿莫 5', '布洛芬 4'],
    ],
    [
      'kinds with translations',
      'a.csv',
      '品牌,brand\n品牌,make\n产品,product\n产品,goods\n',
      ['品牌 4', '产品 4'],
    ],
    [
      'words beside codes of another stem',
      'a.csv',
      '标准,ISO\n规范,GB1\n规程,GB2\n指南,GB3\n',
      ['标准 4', '规范 4', '规程 4', '指南 4'],
    ],
    [
      'codes without one',
      'a.csv',
      ',阿司匹林\nX-1000,氯吡格雷\nX-1001,头孢\nX-1002,阿莫\n',
      ['阿司匹林 4', '氯吡格雷 4', '头孢 4', '阿莫 4'],
    ],
    ['faults', 'a.csv', 'Error\nWarning\nInfo\nDebug\n', ['Error 4', 'Warning 4', 'Info 4', 'Debug 4']],
    [
      'faults with translations',
      'a.csv',
      'Error,错误\nWarning,警告\nInfo,信息\nDebug,调试\n',
      ['Error 4', 'Warning 4', 'Info 4', 'Debug 4'],
    ],
    ['general terms', 'a.csv', '产品\n品牌\n标准\n质量\n', ['产品 4', '品牌 4', '标准 4', '质量 4']],
    ['things', 'a.csv', '电话\n手机\n平板\n电脑\n', ['电话 4', '手机 4', '平板 4', '电脑 4']],
    [
      'terms with translations',
      'a.csv',
      'Product,产品\nPrice,价格\nPlace,渠道\nPromotion,促销\n',
      ['Product 4', 'Price 4', 'Place 4', 'Promotion 4'],
    ],
    [
      'lines of general terms',
      'a.txt',
      'Product\nPrice\nPlace\nPromotion\n',
      ['Product 4', 'Price 4', 'Place 4', 'Promotion 4'],
    ],
    ['names of languages', 'a.txt', '中文\n英语\n法语\n德语\n', ['中文 4', '英语 4', '法语 4', '德语 4']],
  ])('%s is a word, and no header', async (...[, file, text, words]) => {
    expect(await imported(file, text)).toEqual(words);
  });

  it.each([
    ['a.txt', '药品名称\n头孢\n阿莫\n克肟\n'],
    ['a.csv', '药品名称\n头孢\n阿莫\n克肟\n'],
  ])('what looks like the only header is one, which is told: %s', async (file, text) => {
    expect(await imported(file, text)).toEqual(['药品名称 4', '头孢 4', '阿莫 4', '克肟 4']);
    const { importWords } = await openShelf({ [file]: text });
    expect((await importWords(file)).stdout).toContain(
      'the first line, "药品名称", looks like a header, and was taken for a word',
    );
  });

  it.each([
    ['a.yaml', '- 版本: 2\n- 头孢\n- 阿莫: 5\n', ['头孢 4', '阿莫 5']],
    ['a.yaml', '- Apollo: 13\n- 头孢: 5\n', ['头孢 5']],
    ['a.yaml', '- text: 头孢\n- priority: 5\n', ['头孢 4']],
    ['a.json', '[{"编号":1},{"text":"头孢"}]', ['头孢 4']],
  ])('what has a number that is no weight is left out: %s %s', async (...[file, text, words]) => {
    expect(await imported(file, text)).toEqual(words);
  });

  it.each([
    ['a.json', '[{"id":1},{"id":2}]'],
    ['a.json', '[{"count":2},{"total":1}]'],
  ])('what is said of words is none, though it has a number: %s', async (file, text) => {
    expect(await imported(file, text)).toContain('error[');
  });
});

describe('a weight is one', () => {
  it.each([
    ['by its name', '阿司匹林 权重5\n氯吡格雷（权重：4）\n头孢\n'],
    ['behind a full-width equals sign', '阿司匹林＝5\n氯吡格雷=4\n头孢\n'],
  ])('%s', async (_, text) => {
    const words = await imported('a.txt', text);
    expect(words).toEqual(['阿司匹林 5', '氯吡格雷 4', '头孢 4']);
  });

  it.each<[string, ForeignForm, string]>([
    ['in brackets', 'bracket', '阿司匹林（5）\n氯吡格雷（4）\n头孢\n'],
    ['in brackets of ASCII', 'bracket', '阿司匹林 (5)\n氯吡格雷 (4)\n头孢\n'],
    ['in square brackets', 'bracket', '阿司匹林[5]\n氯吡格雷【4分】\n头孢\n'],
    ['behind an asterisk', 'sign', '阿司匹林*5\n氯吡格雷 * 4\n头孢\n'],
    ['behind an x', 'sign', '阿司匹林 x5\n氯吡格雷 ×4\n头孢\n'],
    ['behind other signs', 'sign', '阿司匹林~5\n氯吡格雷#4\n头孢\n'],
    ['as points', 'sign', '阿司匹林：5分\n氯吡格雷: 4分\n头孢\n'],
  ])('%s, where somebody says so', async (...[, from, text]) => {
    expect(await imported('a.txt', text, from)).toEqual(['阿司匹林 5', '氯吡格雷 4', '头孢 4']);
    const { importWords } = await openShelf({ 'a.txt': text });
    expect((await importWords('a.txt')).stdout).toContain(`run it again with \`--from ${from}\``);
  });

  it.each([
    [
      'a count of the lines',
      'Alpha (1)\nBeta (2)\nGamma (3)\n',
      ['Alpha (1) 4', 'Beta (2) 4', 'Gamma (3) 4'],
    ],
    ['one name with many numbers', 'Fe(2)\nFe(3)\n', ['Fe(2) 4', 'Fe(3) 4']],
    ['years', 'Euro (2024)\nWM (2026)\n', ['Euro (2024) 4', 'WM (2026) 4']],
    [
      'names of other scripts',
      'Windows 5\nAlpha 4\nBeta 3\nplain\n',
      ['Windows 5 4', 'Alpha 4 4', 'Beta 3 4', 'plain 4'],
    ],
    ['a word that ends so', 'Heavyweight 5\nplain\nother\n', ['Heavyweight 5 4', 'plain 4', 'other 4']],
    [
      'a word that is called so',
      'body weight 70\nfont-weight 700\n指标 权重 5\na\nb\nc\n',
      ['body weight 70 4', 'font-weight 700 4', '指标 权重 5 4', 'a 4', 'b 4', 'c 4'],
    ],
    ['models', 'vivo X100\n荣耀 X5\n宝马 X3\n蔚来\n', ['vivo X100 4', '荣耀 X5 4', '宝马 X3 4', '蔚来 4']],
    ['notes, and numbers of things', 'C#4\nF#5\nChanel #5\n', ['C#4 4', 'F#5 4', 'Chanel #5 4']],
    ['alleles', 'CYP2C19*2\nCYP2D6*4\nHLA-B*27\n', ['CYP2C19*2 4', 'CYP2D6*4 4', 'HLA-B*27 4']],
    ['formulas', 'Fe(3)\nCu(2)\nMn(4)\n', ['Fe(3) 4', 'Cu(2) 4', 'Mn(4) 4']],
    [
      'valences of a vaccine',
      '肺炎疫苗(13)\n流脑疫苗(4)\n轮状疫苗(5)\n',
      ['肺炎疫苗(13) 4', '流脑疫苗(4) 4', '轮状疫苗(5) 4'],
    ],
    [
      'courses',
      '高等数学（1）\n大学英语（4）\n大学物理（2）\n',
      ['高等数学（1） 4', '大学英语（4） 4', '大学物理（2） 4'],
    ],
    ['oxides', '氧化铁(3)\n氯化铁(2)\n硫酸铜(2)\n', ['氧化铁(3) 4', '氯化铁(2) 4', '硫酸铜(2) 4']],
    ['machines', '机组#2\n主变#1\n锅炉#3\n', ['机组#2 4', '主变#1 4', '锅炉#3 4']],
    [
      'minutes',
      '东京站（3分）\n新宿站（5分）\n涩谷站（8分）\n',
      ['东京站（3分） 4', '新宿站（5分） 4', '涩谷站（8分） 4'],
    ],
    ['kilograms', 'birth weight 3\nbody weight 70\nBMI\n', ['birth weight 3 4', 'body weight 70 4', 'BMI 4']],
    [
      'games',
      '暗黑破坏神 4\n文明 5\n辐射 4\n红色警戒\n',
      ['暗黑破坏神 4 4', '文明 5 4', '辐射 4 4', '红色警戒 4'],
    ],
    [
      'sequels',
      '哪吒 2\n流浪地球 3\n功夫熊猫 4\n封神\n',
      ['哪吒 2 4', '流浪地球 3 4', '功夫熊猫 4 4', '封神 4'],
    ],
  ])('but not %s', async (_, text, words) => {
    expect(await imported('a.txt', text)).toEqual(words);
  });
});

describe('what a file says besides is told:', () => {
  const said = async (file: string, text: string) => {
    const { importWords } = await openShelf({ [file]: text });
    return (await importWords(file)).stdout;
  };

  it.each([
    [
      'numbers that only some lines end in',
      '阿司匹林 5\n氯吡格雷\n美托洛尔 3\n头孢\n布地奈德\n',
      '2 lines of 5 end in a number, such as "阿司匹林 5", which was taken for a part of the word; to have it as a weight, take back what this run has written and run it again with `--from funasr --weights keep`',
    ],
    [
      'colons that only some lines have',
      '张三: 5\n李四\n王五\n赵六: 3\n钱七\n',
      'run it again with `--from colon`',
    ],
    [
      'numbers of another scale, which are not to be kept',
      '阿司匹林 20\n氯吡格雷\n美托洛尔 3\n头孢\n布地奈德\n',
      'run it again with `--from funasr`\n',
    ],
    [
      'numbers in brackets that may as well be those of courses',
      '高等数学（1）\n大学英语（4）\n大学物理（2）\n绪论\n',
      '3 lines of 4 end in a number, such as "高等数学（1）", which was taken for a part of the word; to have it as a weight, take back what this run has written and run it again with `--from bracket`',
    ],
    [
      'numbers that stand behind words in yet another way',
      '阿司匹林 5\n氯吡格雷(4)\n美托洛尔：3\n头孢-4\n',
      '3 others end in a number that stands there in another way, such as "阿司匹林 5", and stayed as it is',
    ],
  ])('%s', async (_, text, remark) => {
    expect(await said('a.txt', text)).toContain(remark);
  });

  it('weights in the items of a list', async () => {
    const remark = '2 of 2 words were read with a weight behind them, as in a list of word: weight';
    expect(await said('a.json', '["阿司匹林: 5","氯吡格雷: 4"]')).toContain(remark);
    expect(await said('a.yaml', '- "阿司匹林: 5"\n- "氯吡格雷: 4"\n')).toContain(remark);
  });

  it('the one weight that makes others of all', async () => {
    const because =
      '(only because of 40 for "头孢" in line 4; correct it there if it is a slip): 3 to 4 became 1';
    expect(await said('a.csv', '阿司匹林,5\n氯吡格雷,4\n美托洛尔,3\n头孢,40\n')).toContain(because);
    expect(await said('a.csv', '阿司匹林,5\n氯吡格雷,20\n美托洛尔,3\n头孢,40\n')).not.toContain(
      'only because',
    );
    expect(await said('a.csv', '阿司匹林,5\n氯吡格雷,4\n美托洛尔,3\n头孢,4.5\n')).not.toContain(
      'only because',
    );
  });

  it('and with what is said, that is done', async () => {
    const words = ['阿司匹林 5', '氯吡格雷 4', '头孢 3'];
    expect(await imported('a.txt', '阿司匹林 50\n氯吡格雷\n头孢 10\n', 'funasr')).toEqual(words);
    expect(await imported('a.txt', '阿司匹林: 5\n氯吡格雷\n头孢: 3\n', 'colon')).toEqual(words);
  });

  it('but nothing of names that end in numbers', async () => {
    expect(await said('a.txt', 'iPhone 15\niPhone 16\nPixel\n')).not.toContain('end in a number');
  });

  it('a date that is none, without the word being lost', async () => {
    const stdout = await said('a.csv', '热词,权重,到期\n美托洛尔,4,46000\n');
    expect(stdout).toContain('; the word comes without it');
    expect(stdout).not.toContain('not read and left out');
    expect(await imported('a.csv', '热词,权重,到期\n美托洛尔,4,46000\n')).toEqual(['美托洛尔 4']);
  });

  it('columns of a table without a header that may have words, too', async () => {
    expect(await said('a.csv', '阿司匹林,拜阿司匹灵\n氯吡格雷,波立维\n')).toContain(
      'if its words are in another one, write a header with `text` above them',
    );
  });

  it('a weight that has no column', async () => {
    expect(await said('a.csv', '热词\n阿司匹林,5\n头孢\n')).toContain(
      'add what "5" is to the header, such as weight or lang',
    );
    expect(await said('a.csv', '热词,备注\n头孢,a,又一个\n阿司匹林,b\n')).toContain(
      'put quotes around a text with a comma in it',
    );
  });
});

describe('what was right before anybody looked for wrappers and headers stays so:', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a.json',
      '[{"name":"头孢","keywords":["抗生素"]},{"name":"阿莫","keywords":["青霉素"]}]',
      ['头孢 4', '阿莫 4'],
    ],
    [
      'a.json',
      '[{"term":"infarction","words":["heart"]},{"term":"stroke","words":["apoplexy"]}]',
      ['infarction 4', 'stroke 4'],
    ],
    ['a.json', '[{"word":"头孢","list":["x"]},{"word":"阿莫","list":[]}]', ['头孢 4', '阿莫 4']],
    ['a.json', '[{"text":"头孢","results":[{"id":1}]},{"text":"阿莫","results":[]}]', ['头孢 4', '阿莫 4']],
    ['a.json', '{"Alpha":4,"Beta":5,"data":{"weight":3}}', ['Alpha 4', 'Beta 5']],
    ['a.json', '{"Alpha":4,"Beta":{"weight":5}}', ['Alpha 4']],
    ['a.json', '{"头孢":4,"terms":["x","y"]}', ['头孢 4']],
    ['a.json', '{"aspirin":5,"statins":["a","b"],"warfarin":3}', ['aspirin 5', 'warfarin 3']],
    ['a.csv', 'PD-1,靶点\nHER2,靶点\nEGFR1,靶点\nKRAS2,靶点\n', ['PD-1 4', 'HER2 4', 'EGFR1 4', 'KRAS2 4']],
    ['a.csv', '单于,chan yu\n单于,dan yu\n长安,chang an\n长安,zhang an\n', ['单于 4', '长安 4']],
    ['a.csv', 'run,laufen\nrun,rennen\nbank,Ufer\nbank,Sparkasse\n', ['run 4', 'bank 4']],
    ['a.txt', 'Bus A10:30\nTrain B7:45\nTrain C12:00\n', ['Bus A10:30 4', 'Train B7:45 4', 'Train C12:00 4']],
    ['a.txt', 'Model A1:2\nModel A1:3\nModel A1:4\n', ['Model A1:2 4', 'Model A1:3 4', 'Model A1:4 4']],
    [
      'a.txt',
      'redis6:6379\nlocalhost2:8080\nhost3:80\n',
      ['redis6:6379 4', 'localhost2:8080 4', 'host3:80 4'],
    ],
    ['a.txt', 'Smith, John,5\nDoe, Jane,4\nRoe, Rick,4\n', ['Smith, John 5', 'Doe, Jane 4', 'Roe, Rick 4']],
    ['a.csv', '标准,4\n规范,5\n国标,4\n', ['标准 4', '规范 5', '国标 4']],
    ['a.csv', 'canonical,5\nsnapd,4\nubuntu,4\n', ['canonical 5', 'snapd 4', 'ubuntu 4']],
    ['a.csv', '正确\n错误\n指南\n', ['正确 4', '错误 4', '指南 4']],
    ['a.csv', '错误,error\n异常,exception\n警告,warning\n', ['错误 4', '异常 4', '警告 4']],
    ['a.csv', '产品,部门\n价格,市场\n合同,法务\n', ['产品 4', '价格 4', '合同 4']],
    ['a.txt', '§ 5 BGB\n§ 7 StGB\n§ 12 HGB\n', ['§ 5 BGB 4', '§ 7 StGB 4', '§ 12 HGB 4']],
    ['a.csv', '药品,拼音\n药品,a b\n中药,c d\n', ['药品 4', '中药 4']],
    ['a.csv', '头孢,1,2020\n阿莫,2,2021\n', ['头孢 1', '阿莫 2']],
  ])('%s with %s', async (file, text, expected) => {
    expect(await imported(file, text)).toEqual(expected);
  });

  it('a table whose words have spaces is none whose columns do', async () => {
    expect(await imported('a.csv', 'name phrase\nfoo bar baz\n')).toEqual(['name phrase 4', 'foo bar baz 4']);
  });
});

describe('of groups', () => {
  it.each([
    ['one may have nothing', '{"groups":[{"name":"a","items":["头孢"]},{"name":"b","items":null}]}'],
    ['one may have no list', '{"groups":[{"name":"a","items":["头孢"]},{"name":"b"}]}'],
    ['one may be empty', '[{"name":"a","words":["头孢"]},{"name":"b","words":[]}]'],
    [
      'an error list beside them is none',
      '{"code":0,"data":[{"word":"头孢"}],"errors":[],"meta":{"page":1}}',
    ],
  ])('%s', async (_, text) => {
    expect(await imported('a.json', text)).toEqual(['头孢 4']);
  });

  it('the words may have their weights', async () => {
    const text = '[{"name":"a","words":{"头孢":5,"阿莫":3}},{"name":"b","words":{"布洛芬":4}}]';
    expect(await imported('a.json', text)).toEqual(['头孢 5', '阿莫 3', '布洛芬 4']);
  });
});

describe('a file that is imported again after a correction', () => {
  it('is no file that a person calls alike', async () => {
    const shelf = await openShelf({ 'hot.txt': '头孢\n阿莫\n胰岛素\n', 'words.csv': '' });
    await shelf.write('vocabularies/words/hot-2023.csv', 'text\n头孢\n阿莫\n布洛芬\n');
    await shelf.write(
      'vocabularies/medical.yaml',
      'name: medical\nprefix: acmemed\ninclude: [words/hot-2023.csv]\n',
    );
    expect((await shelf.importWords('hot.txt')).stdout).not.toContain('earlier');
  });

  it('is beside what an earlier import made, whose other words are named', async () => {
    const shelf = await openShelf({ 'a.txt': '阿司匹林 5\n氯吡格雷 4\n头孢\n阿莫\n布地奈德\n' });
    await shelf.importWords('a.txt');
    const again = await shelf.importWords('a.txt', { from: 'funasr', weights: 'keep' });
    expect(again.stdout).toContain("as in FunASR's hotword file");
    expect(again.stdout).toContain(
      'vocabularies/words/a.csv, made of an earlier a.txt as it seems, has 2 words that a.txt has not: "阿司匹林 5", "氯吡格雷 4"; delete there what shall go',
    );
    // Done as it is said, there is nothing left to say.
    await shelf.write('vocabularies/words/a.csv', 'text,weight\n头孢,\n阿莫,\n布地奈德,\n');
    expect((await shelf.importWords('a.txt', { from: 'funasr', weights: 'keep' })).stdout).not.toContain(
      'earlier',
    );
  });

  it('is no other file of its name', async () => {
    const shelf = await openShelf({ 'a.txt': '头孢\n阿莫\n', 'b/a.txt': '张三\n李四\n' });
    await shelf.importWords('a.txt');
    expect((await shelf.importWords('b/a.txt')).stdout).not.toContain('earlier');
  });
});
