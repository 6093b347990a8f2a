/*
 * Characters that cannot be told apart in the fonts people write lists in, and that keyboards, OCR and copying mix up.
 * Few, and only such as are written alike: of Unicode's table of confusables (UTS #39) most would only be noise here.
 */

/** What a text is written in, as far as it matters here. */
export type ScriptName = 'Latin' | 'Cyrillic' | 'Greek' | 'Han' | 'katakana' | 'hiragana' | 'digit';

export interface Twin {
  readonly character: string;
  readonly script: ScriptName;
}

/** Twins of Latin letters. Small Greek letters have their own look, and stand beside Latin ones for good reasons: IFNγ. */
export const latinOf = paired('Latin', {
  Cyrillic: ['АВЕКМНОРСТУХІЈЅаеорсухіјѕ', 'ABEKMHOPCTYXIJSaeopcyxijs'],
  Greek: ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'],
});

export const cyrillicOf = paired('Cyrillic', {
  Latin: ['ABEKMHOPCTYXIJSaeopcyxijs', 'АВЕКМНОРСТУХІЈЅаеорсухіјѕ'],
});

/** Twins among Han characters. */
export const hanOf = paired('Han', {
  katakana: ['カロエタトニハオチミムヒヌー', '力口工夕卜二八才千三厶匕又一'],
});

export const katakanaOf = paired('katakana', {
  Han: ['力口工夕卜二八才千三厶匕又一', 'カロエタトニハオチミムヒヌー'],
  hiragana: ['へべぺ', 'ヘベペ'],
});

/** A character with the script it is of, and the other one that it looks like. */
export interface Confusable {
  readonly is: ScriptName;
  readonly twin: Twin;
}

function paired(
  script: ScriptName,
  rows: Readonly<Partial<Record<ScriptName, readonly [from: string, to: string]>>>,
): ReadonlyMap<string, Confusable> {
  return new Map(
    Object.entries(rows).flatMap(([is, [from, to]]) => {
      const twins = [...to];
      return [...from].map((character, index): [string, Confusable] => [
        character,
        { is: is as ScriptName, twin: { character: twins[index] ?? '', script } },
      ]);
    }),
  );
}
