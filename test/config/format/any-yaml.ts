import fc from 'fast-check';

/*
 * The same configuration, written as somebody may have written it: keys in any order, any indentation, quotes and
 * brackets, comments and blank lines anywhere. Every comment is another one: `# c7`.
 */

type Value = string | number | Value[] | Fields;
type Fields = readonly (readonly [string, Value])[];

export const awkwardTexts = [
  '是',
  'on',
  'null',
  '~',
  '1e3',
  '0x1f',
  '007',
  '- dash',
  'a: b',
  "it's #1",
  'say "hi"',
  'trailing:',
  '👩‍⚕️ 3',
  '2026-01-01',
  '12:30',
  'a, b',
  '{x}',
  '[y]',
  '&a',
  '*b',
  '!c',
  '%d',
  '@e',
  '`f`',
  '50%',
  'https://a.b/c',
  'a\\b',
  'Exothermic reaction',
  'Apple Watch',
  '心电图 Holter',
  'atrial flutter',
  '心房颤动',
  'EGFR',
  '.5',
  '=',
  '<<',
  '? q',
  '|',
  '>',
  '#x',
  'no',
  "''",
  '---',
  '...',
  'x #y',
  'y',
];
const word = fc.constantFrom(...awkwardTexts);
const entry: fc.Arbitrary<Value> = fc.oneof(
  word,
  fc
    .record({
      text: word,
      weight: fc.option(fc.integer({ min: 1, max: 5 })),
      lang: fc.option(fc.constantFrom('zh', 'en', 'no')),
      note: fc.option(word),
      expires: fc.option(fc.constantFrom('2027-03-31', '2031-12-31')),
      extra: fc.option(
        fc
          .array(fc.tuple(fc.constantFrom('b', 'a', 'y'), fc.oneof(word, fc.integer())), {
            maxLength: 2,
            minLength: 1,
          })
          .map(unique),
      ),
    })
    .map(fieldsOf),
);
const fields = {
  prefix: fc.constantFrom('acmea', 'acmeb'),
  target_model: fc.constant('fun-asr'),
  previous_prefixes: fc.option(fc.constant(['acmeold', 'acmeolder'])),
  description: fc.option(word),
  owner: fc.option(word),
  hotwords: fc.uniqueArray(entry, { minLength: 1, maxLength: 6, selector: textOf }),
};
const vocabulary = (name: string) => fc.record({ name: fc.constant(name), ...fields }).map(fieldsOf);
const config = fc
  .record({
    version: fc.constant(1),
    account: fc
      .record({ region: fc.constant('singapore'), name: fc.option(fc.constant('prod')) })
      .map(fieldsOf),
    defaults: fc.option(
      fc.constant([
        ['target_model', 'fun-asr'],
        ['weight', 3],
      ] as Fields),
    ),
    vocabularies: fc.tuple(vocabulary('inline'), fc.constant('words/*.yaml')).map((items) => [...items]),
    protect: fc.option(fc.constant(['acmesup'])),
    consumers: fc.option(
      fc.constant([
        [
          ['name', 'x'],
          ['vocabulary', 'inline'],
          ['model', 'fun-asr'],
          ['language_hints', ['zh', 'en']],
        ],
      ] as Value[]),
    ),
    guards: fc.option(
      fc.constant([
        ['max_hotword_loss', '40%'],
        ['max_deletes', 2],
        ['update_interval', '90s'],
      ] as Fields),
    ),
  })
  .map(fieldsOf);

/** A list of pairs is a mapping; any other array a list. */
function isFields(value: Value): value is Fields {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && keyNames.has(pair[0]),
    )
  );
}

const keyNames = new Set([
  'name',
  'prefix',
  'target_model',
  'previous_prefixes',
  'description',
  'owner',
  'hotwords',
  'text',
  'weight',
  'lang',
  'note',
  'expires',
  'extra',
  'a',
  'b',
  'y',
  'version',
  'account',
  'region',
  'defaults',
  'vocabularies',
  'protect',
  'consumers',
  'guards',
  'vocabulary',
  'model',
  'language_hints',
  'max_hotword_loss',
  'max_deletes',
  'update_interval',
]);

function fieldsOf(record: Readonly<Record<string, unknown>>): Fields {
  return Object.entries(record).filter(([, value]) => value !== null) as unknown as Fields;
}

function unique(pairs: readonly (readonly [string, Value])[]): Fields {
  return [...new Map(pairs)];
}

function textOf(value: Value): string {
  return isFields(value) ? String(value.find(([key]) => key === 'text')?.[1]) : String(value);
}

/** Decisions of whoever writes, drawn one after the other. */
class Writer {
  private comments = 0;
  private at = 0;
  private readonly dice: readonly number[];

  constructor(dice: readonly number[]) {
    this.dice = dice;
  }

  private roll(sides: number): number {
    const value = this.dice[this.at++ % this.dice.length] ?? 0;
    return (value + this.at) % sides;
  }

  private comment(): string {
    return `# c${this.comments++}`;
  }

  private beside(): string {
    return this.roll(6) === 0
      ? `${' '.repeat(1 + this.roll(3))}${this.comment()}`
      : ' '.repeat(this.roll(9) === 0 ? 2 : 0);
  }

  private above(indent: number): string {
    let lines = '';
    for (let count = this.roll(4); count > 2; count--)
      lines += `${' '.repeat(Math.max(0, indent + this.roll(3) - 1))}${this.comment()}\n`;
    return (this.roll(7) === 0 ? '\n' : '') + lines + (this.roll(11) === 0 ? '\n\n' : '');
  }

  private scalar(value: string | number, key: string, inBrackets: boolean): string {
    if (typeof value === 'number') return String(value);
    if (key === 'expires') return value;
    const isTame = /^[\p{L}][\p{L}\d. _/-]*$/u.test(value) && key !== 'extra';
    const isPlain =
      isTame ||
      (!inBrackets &&
        key === 'hotwords' &&
        /^(?:1e3|007|0x1f|2026-01-01|12:30|~|50%|\.5|=|<<|https:\S+)$/.test(value));
    const style = this.roll(isPlain ? 4 : 2);
    if (style === 0) return JSON.stringify(value);
    if (style === 1) return `'${value.replaceAll("'", "''")}'`;
    // A text may go on in the next line, further in than anything around it.
    return this.roll(2) === 0 ? value.replace(' ', `\n${' '.repeat(40)}`) : value;
  }

  private inside(value: Value, key: string, indent: number): string {
    if (!Array.isArray(value)) return this.scalar(value as string | number, key, true);
    const isMapping = isFields(value);
    const parts = isMapping
      ? this.shuffled(value).map(
          ([name, inner]) => `${name}: ${this.inside(inner, key === 'extra' ? key : name, indent)}`,
        )
      : value.map((inner) => this.inside(inner, key, indent));
    const isWide = this.roll(3) === 0;
    const pad = `\n${' '.repeat(indent)}`;
    const separator = isWide ? pad : ' '.repeat(this.roll(3));
    const body = parts.map((part, index) => {
      const comma = index < parts.length - 1 || this.roll(3) === 0 ? ',' : '';
      const comment = isWide && this.roll(4) === 0 ? ` ${this.comment()}` : '';
      return `${separator}${part}${comma === '' && comment !== '' ? '' : comma}${comment}`;
    });
    const end = isWide ? pad : separator;
    return isMapping ? `{${body.join('')}${end}}` : `[${body.join('')}${end}]`;
  }

  private shuffled(pairs: Fields): Fields {
    return pairs
      .map((pair) => ({ pair, rank: this.roll(5) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ pair }) => pair);
  }

  mapping(pairs: Fields, indent: number, key = ''): string {
    return this.shuffled(pairs)
      .map(([name, value], index) => {
        // The first key of an item stands behind its dash.
        const above = index === 0 && indent > 0 ? '' : this.above(indent) + ' '.repeat(indent);
        return `${above}${name}:${this.value(value, key === 'extra' ? key : name, indent)}`;
      })
      .join('');
  }

  private value(value: Value, key: string, indent: number): string {
    const step = 2 + this.roll(2);
    if (!Array.isArray(value)) {
      if (this.roll(9) === 0)
        return `${this.beside()}\n${' '.repeat(indent + step)}${this.scalar(value as string | number, key, false)}${this.beside()}\n`;
      return ` ${this.scalar(value as string | number, key, false)}${this.beside()}\n`;
    }
    if (this.roll(3) === 0) return ` ${this.inside(value, key, indent + 3)}${this.beside()}\n`;
    if (isFields(value))
      return `${this.beside()}\n${this.above(indent + step)}${' '.repeat(indent + step)}${this.mapping(value, indent + step, key)}`;
    return `${this.beside()}\n${this.list(value, indent + (this.roll(2) === 0 ? 0 : step), key)}`;
  }

  private list(items: readonly Value[], indent: number, key: string): string {
    const lines = items.map((item) => {
      const dash = `${this.above(indent)}${' '.repeat(indent)}- `;
      if (!Array.isArray(item))
        return `${dash}${this.scalar(item as string | number, key, false)}${this.beside()}\n`;
      if (this.roll(2) === 0 || !isFields(item))
        return `${dash}${this.inside(item, key, indent + 4)}${this.beside()}\n`;
      return `${dash}${this.mapping(item, indent + 2)}`;
    });
    return lines.join('') + (this.roll(5) === 0 ? `${' '.repeat(indent)}${this.comment()}\n` : '');
  }

  file(pairs: Fields): string {
    const head = this.roll(2) === 0 ? '# yaml-language-server: $schema=x.json\n' : '';
    return `${head}${this.mapping(pairs, 0)}${this.roll(3) === 0 ? `${this.comment()}\n` : ''}`;
  }
}

const dice = fc.array(fc.nat(1000), { minLength: 7, maxLength: 61 });

/** The files of a configuration: its own, a vocabulary and a list of words. */
export const anyConfiguration: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({ config, other: vocabulary('other'), dice })
  .map(({ config: own, other, dice: rolled }) => {
    const writer = new Writer(rolled);
    return { 'vocab.config.yaml': writer.file(own), 'words/other.yaml': writer.file(other) };
  });
