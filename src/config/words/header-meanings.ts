import { foldName } from './header-names.js';
import { type Field, fields } from './include.js';

/** What headers of other tables most likely are. Separated by bars; spaces, case and accents do not matter. */
const meanings: Readonly<Record<Field, string>> = {
  text:
    'text|hotword|hotwords|hot word|word|words|term|terms|phrase|keyword|keywords|name|entry|expression|' +
    '词|热词|词语|词条|词汇|单词|术语|关键词|名称|文本|熱詞|詞|詞語|詞彙|單詞|術語|關鍵詞|名稱|單語|' +
    '正确写法|正确文本|正确词|正字|标准写法|标准词|目标词|替换后|正確寫法|correct form|' +
    '単語|用語|語句|言葉|名前|キーワード|ホットワード|テキスト|단어|용어|키워드|핫워드|텍스트|이름|어휘|' +
    'Wort|Wörter|Begriff|Bezeichnung|Ausdruck|Stichwort|Schlagwort|Fachbegriff|' +
    'mot|mots|terme|mot-clé|palabra|palabras|término|expresión|palabra clave|nombre',
  weight:
    'weight|weights|score|boost|weight value|权重|权值|分值|分数|權重|權值|分數|重み|重要度|ウェイト|スコア|' +
    '가중치|중요도|Gewicht|Gewichtung|poids|pondération|peso|ponderación',
  lang:
    'lang|language|locale|language code|lang code|语言|语种|語言|語種|言語|언어|Sprache|Sprachcode|' +
    'langue|idioma|lengua',
  note:
    'note|notes|remark|remarks|comment|comments|备注|说明|注释|備註|說明|註釋|備考|説明|メモ|コメント|注記|' +
    '비고|메모|설명|참고|Bemerkung|Bemerkungen|Notiz|Kommentar|Anmerkung|Hinweis|' +
    'remarque|remarques|commentaire|commentaires|nota|notas|comentario|comentarios|observación|observaciones',
  expires:
    'expires|expiry|expiry date|expiration|expiration date|valid until|到期|到期日|到期日期|有效期|有效期至|' +
    '截止日期|失效日期|有効期限|期限|만료일|유효기간|유효기한|Ablaufdatum|Ablauf|gültig bis|' +
    "date d'expiration|valable jusqu'au|caducidad|vencimiento|fecha de vencimiento|válido hasta",
};

/** What recognition hears, or somebody writes, in the place of a word: what must never become one. These may be words themselves. */
const mistakes = '错误|错字|原词|error|wrong|heard|recognized|recognised';
/** And these are surely headers. */
const misheard =
  '错误写法|错词|错别字|误写|误听|听成|误识别|误识别写法|误识别结果|错误识别|错误识别结果|识别结果|识别成|识别为|' +
  '常见错误|常见误识别|替换前|ASR结果|錯誤寫法|錯誤|錯字|誤識別|識別結果|' +
  'misheard|misrecognized|misrecognised|heard as|wrong form|asr result|誤認識|오인식';

/**
 * Headers of words, and of what is said of them. Of some nobody would say the name to a recogniser; others may be words themselves,
 * and make a header only together with one of the former.
 */
const nouns = {
  words: {
    surely:
      '姓名|药名|药品名|药品名称|藥名|藥品名稱|通用名|商品名|产品名|疾病名称|公司名|中文|中文名|drug name|product name|full name',
    perhaps:
      '人名|名字|药|药品|药物|商品|产品|品名|品牌|地名|疾病|正确|标准|标准名|标准名称|规范名|藥品|產品|drug|product|brand|corrected|canonical',
  },
  others: {
    surely: '拼音|别名|简称|全称|缩写|英文|英文名|编号|序号|编码|工号|科室|pinyin|alias|aliases|sku',
    perhaps:
      '读音|俗称|日文|部门|部門|单位|类别|分类|类型|电话|手机|规格|剂型|厂家|职务|职称|岗位|学科|性别|城市|省份|日期|' +
      'abbreviation|department|category|type|code|id|no',
  },
} as const;

/** What is most likely a header even where it stands alone above a list. */
const alone = '姓名|药名|药品名|药品名称|藥名|藥品名稱|品名|疾病名称|标准名称';

/** What is longer is no header. */
const longestHeader = 100;

interface Known {
  readonly misheard: ReadonlySet<string>;
  /** Those of them that are surely headers. */
  readonly surelyMisheard: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  /** Those above words; those that are surely headers; all of them. */
  readonly words: ReadonlySet<string>;
  readonly surely: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, Field>;
  /** Those that may be a part of a longer one, the longest first. */
  readonly compounds: readonly (readonly [key: string, field: Field])[];
}

let known: Known | null = null;

/** Made when it is first asked for: most tables have our own headers, and need none of it. */
function knownNames(): Known {
  if (known !== null) return known;
  const { words, others } = nouns;
  const all = fields.flatMap((field) =>
    meanings[field].split('|').map((name) => [keyOf(name), field] as const),
  );
  const compounds = all
    .filter(([key]) => cjk.test(key))
    .sort(([left], [right]) => right.length - left.length);
  known = {
    misheard: keysOf(misheard, mistakes),
    surelyMisheard: keysOf(misheard),
    alone: keysOf(alone),
    words: keysOf(words.surely, words.perhaps),
    surely: keysOf(words.surely, others.surely),
    nouns: keysOf(words.surely, words.perhaps, others.surely, others.perhaps),
    byKey: new Map(all),
    compounds,
  };
  return known;
}

function keysOf(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((each) => each.split('|').map(keyOf)));
}

/** What a header means by all of its name, whatever stands in brackets behind it; null when that is not known. */
export function meaningOf(name: string): Field | null {
  return knownNames().byKey.get(keyOf(name)) ?? null;
}

/** Whether a header says that what stands below it is wrong, and no word. */
export function isMisheard(name: string): boolean {
  return knownNames().misheard.has(keyOf(name));
}

/** Whether a header says of what kind the words below it are: `药名`. Such a text may be a word, too. */
export function isKindOfWord(name: string): boolean {
  return knownNames().words.has(keyOf(name));
}

/** Whether all cells of a row are headers, some of which may be words by themselves: one is surely none, or the right is beside the wrong. */
export function areHeaders(cells: readonly string[]): boolean {
  const { words, surely, surelyMisheard, nouns: all } = knownNames();
  const keys = cells.map(keyOf);
  const areKnown = cells.every((cell, index) => {
    const key = keys[index] ?? '';
    return all.has(key) || isMisheard(cell) || meaningOf(cell) !== null;
  });
  const areWrong = cells.every(isMisheard) && keys.some((key) => surelyMisheard.has(key));
  const isPair = areWrong || (cells.some(isMisheard) && keys.some((key) => words.has(key)));
  return areKnown && (isPair || keys.some((key) => surely.has(key)));
}

/** Lines below what may as well be a word for it to be a header. */
const fewestBelow = 3;

/** Whether a text looks like the only header of a list, `药品名称`: not where another follows, as in a list of what a form asks for. */
export function mayBeHeader(name: string, below: readonly string[]): boolean {
  if (below.length < fewestBelow || !knownNames().alone.has(keyOf(name))) return false;
  return !below.slice(0, mostLookedAt).some((line) => isKind(line) || meaningOf(line) !== null);
}

const mostLookedAt = 20;

/** Whether a text says of what kind words are, as the cells of a column do that stands beside them: `人名`. */
export function isKind(text: string): boolean {
  return knownNames().nouns.has(keyOf(text));
}

/** A number behind it is a weight, and the name a word. */
const label = /^(\p{Script=Han}[^:：]{0,9})[:：] ?(?![\d０-９.．]+分?$)/u;

/** What stands before the colon of a text such as `热词：肥牛`, with the colon, where that is a header; null: nothing does. */
export function labelOf(text: string): string | null {
  const [whole, name] = label.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  return meaningOf(name) !== null || isKindOfWord(name) || isMisheard(name) ? whole : null;
}

/** A header without what people decorate it with: `权重（1-5）*`, `Mot-clé :`. */
function keyOf(name: string): string {
  if (name.length > longestHeader) return '';
  const folded = foldName(name).normalize('NFKC');
  const bare = folded.replace(/[([{<【〔〈《「『][^)\]}>】〕〉》」』]*[)\]}>】〕〉》」』]/g, '');
  return (bare.trim() === '' ? folded : bare)
    .normalize('NFD')
    .replace(latinAccents, '')
    .replace(/[\s*:：_.'"“”’()[\]{}<>【】-]/g, '')
    .normalize('NFC');
}

/** Not those of Japanese, which make other letters. */
const latinAccents = /\p{Script=Inherited}(?<![\u0370-\uffff])/gu;
const longestName = 10;
const longestTail = 3;
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,}$/u;
/** What these end is about words, and none: `热词编号`. */
const aboutWords = /(?:编号|编码|序号|id|no|类型|分类|类别|类|数|数量|频|频率|频次|长度|性|来源)$/;

/**
 * What a header may mean by a part of its name, in the scripts that write words without spaces. What it is stands at its
 * end (`热词权重` is a weight), or at its beginning with little behind it (`权重值`).
 */
export function possibleMeaningOf(name: string): Field | null {
  if (isMisheard(name)) return null;
  const exact = meaningOf(name);
  const key = keyOf(name);
  if (exact !== null || key.length > longestName) return exact;
  const { compounds } = knownNames();
  const last = compounds.find(([part]) => key.endsWith(part));
  if (last !== undefined) return last[1];
  const first = compounds.find(([part]) => key.startsWith(part) && key.length - part.length <= longestTail);
  return first === undefined || (first[1] === 'text' && aboutWords.test(key)) ? null : first[1];
}

/** How many cells of a row are headers by all of their names. */
export function countKnown(cells: readonly string[]): number {
  return cells.filter((cell) => meaningOf(cell) !== null).length;
}
