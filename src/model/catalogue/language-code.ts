/** Other codes and names for the languages that the vendor's models know, in lower case. Sources: ISO 639, BCP 47. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zh: [
      'zh',
      'cn',
      'cmn',
      'zho',
      'chi',
      'chs',
      'cht',
      'hans',
      'hant',
      'chinese',
      'mandarin',
      '中文',
      '汉语',
      '普通话',
      '国语',
    ],
    en: ['en', 'eng', 'english', '英文', '英语'],
    ja: ['ja', 'jp', 'jpn', 'japanese', '日文', '日语', '日本語'],
    yue: ['yue', 'cantonese', '粤语', '广东话', '粵語', '廣東話'],
    ko: ['ko', 'kr', 'kor', 'korean', '韩语', '韩文', '한국어'],
    de: ['de', 'deu', 'ger', 'german', '德语', '德文'],
    fr: ['fr', 'fra', 'fre', 'french', '法语', '法文'],
    ru: ['ru', 'rus', 'russian', '俄语', '俄文'],
  }).flatMap(([code, others]) => others.map((other) => [other, code] as const)),
);

/**
 * Finds the code that the vendor uses for a language which is written in another way: `zh-CN`, `cmn`, `jp`. Null for the
 * code itself, and for what nothing is known of.
 */
export function languageMeant(written: string): string | null {
  // Of half a million words nearly every one has it right, and the rest takes its time.
  if (meant.get(written) === written) return null;
  const whole = written.toLowerCase();
  // Behind a hyphen stands a region or a script, and in one case the language itself.
  const code = /^zh[-_]yue\b/.test(whole)
    ? 'yue'
    : (meant.get(whole) ?? meant.get(whole.split(/[-_]/)[0] ?? ''));
  return code === undefined || code === written ? null : code;
}

/** Says whether two spellings stand for one language. */
export function isSameLanguage(one: string, other: string): boolean {
  return (languageMeant(one) ?? one) === (languageMeant(other) ?? other);
}
