/**
 * A heading, rows, and what follows them. Rows are whole lines with their line end, and are never cut. A section without
 * rows is a text: it is there in any case.
 */
export interface Section {
  readonly open: string;
  readonly rows: readonly string[];
  /** Ends the section; says how many rows are left out, if any are. */
  readonly close: (hidden: number) => string;
  /** Sections are given room in the order of their ranks; those of one rank share what there is evenly. */
  readonly rank: number;
  /** The most characters its rank may take. */
  readonly most: number;
  /** Stands where sections of its rank found no room at all; says how many, or what they were. */
  readonly leftOut: (sections: number) => string;
}

/**
 * The sections in their order, within a number of characters (UTF-16 units, as the hosts count or fewer). No rank takes
 * the room for saying that a later one is left out.
 */
export function fit(sections: readonly Section[], limit: number): string {
  const texts = new Map<Section, string>();
  const groups = byRank(sections);
  let room = limit - sum(groups.map(reserveOf));
  for (const group of groups) {
    room += reserveOf(group);
    const most = Math.max(...group.map((section) => section.most));
    for (const [section, text] of fitGroup(group, Math.min(room, most))) {
      texts.set(section, text);
      room -= text.length;
    }
  }
  return sections.map((section) => texts.get(section) ?? '').join('');
}

function byRank(sections: readonly Section[]): Section[][] {
  const ranks = [...new Set(sections.map(({ rank }) => rank))].sort((one, two) => one - two);
  return ranks.map((rank) => sections.filter((section) => section.rank === rank));
}

/** What it takes to say that the whole rank is left out. */
function reserveOf(group: readonly Section[]): number {
  const cuttable = group.filter(({ rows }) => rows.length > 0);
  return cuttable.at(-1)?.leftOut(cuttable.length).length ?? 0;
}

/** A section that finds room for one row is shown, in the order of the text; the others are said to be left out. */
function fitGroup(group: readonly Section[], room: number): Map<Section, string> {
  const measured = group.map(measure);
  if (sum(measured.map(({ least }) => least)) <= room) return share(measured, room);
  const rest = room - reserveOf(group);
  const last = group.at(-1);
  if (last === undefined || rest < 0) return new Map();
  const shown = within(measured, rest, ({ least }) => least);
  const texts = share(shown, rest);
  return texts.set(last, `${texts.get(last) ?? ''}${last.leftOut(group.length - shown.length)}`);
}

interface Measured {
  readonly section: Section;
  /** In characters, with all rows. */
  readonly size: number;
  /** With the shortest row alone; a text takes what it takes. */
  readonly least: number;
}

function measure(section: Section): Measured {
  const { open, rows, close } = section;
  const lengths = rows.map(({ length }) => length);
  const size = open.length + sum(lengths) + close(0).length;
  const shortest = lengths.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY);
  const least = Math.min(size, open.length + shortest + close(rows.length).length);
  return { section, size, least: rows.length === 0 ? 0 : least };
}

/** Each what it needs at least, and an equal share of what remains. What one does not need of it is for larger ones. */
function share(group: readonly Measured[], room: number): Map<Section, string> {
  const byNeed = [...group].sort((one, two) => one.size - one.least - (two.size - two.least));
  let spare = room - sum(group.map(({ least }) => least));
  const texts = byNeed.map((measured, index) => {
    const text = cut(measured, measured.least + Math.floor(spare / (byNeed.length - index)));
    spare -= text.length - measured.least;
    return [measured.section, text] as const;
  });
  return new Map(texts);
}

function cut({ section, size, least }: Measured, room: number): string {
  const { open, rows, close } = section;
  if (least === 0 || size <= room) return open + rows.join('') + close(0);
  const shown = within(rows, room - open.length - close(rows.length).length, ({ length }) => length);
  return open + shown.join('') + close(rows.length - shown.length);
}

/** Those from the front for which there is room, passing over any that is too large for what is left. */
function within<T>(items: readonly T[], room: number, sizeOf: (item: T) => number): T[] {
  let left = room;
  return items.filter((item) => {
    const fits = sizeOf(item) <= left;
    if (fits) left -= sizeOf(item);
    return fits;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
