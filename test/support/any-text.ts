import fc from 'fast-check';

/*
 * Units of texts that are drawn, as fast-check has them under the names `binary` and `grapheme`. To find a character again,
 * its own go through a table of all there are, which each worker makes anew: seconds, and a hundred megabytes.
 */

const surrogates = { first: 0xd800, count: 0x800 };

const characterIn = (max: number) =>
  fc.integer({ min: 0, max }).map(
    (index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count),
    (value) => {
      const [character, ...rest] = typeof value === 'string' ? value : '';
      const code = character?.codePointAt(0);
      if (code === undefined || rest.length > 0) throw new TypeError('it is no character');
      return code < surrogates.first ? code : code - surrogates.count;
    },
  );

/** Any character but halves of one. */
export const binary = characterIn(0x10_f7ff);

/** What a reader sees as one: letters, signs and symbols of all writings, and such as are made of several characters. */
export const grapheme = fc.oneof(
  // Up to the last plane that has any of them.
  { weight: 20, arbitrary: characterIn(0x3_1aff).filter((text) => !/[\p{C}\p{M}\p{Zl}\p{Zp}]/u.test(text)) },
  { weight: 1, arbitrary: fc.constantFrom('e\u0301', 'が', 'n\u0303', '각', '👩‍⚕️', '🇨🇳', 'नि', 'ᾳ\u0300') },
);
