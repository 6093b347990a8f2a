/** A heading, rows, and what follows them. Rows are whole lines with their line end, and are never cut. */
export interface Section {
  readonly open: string;
  readonly rows: readonly string[];
  /** Says how many rows are left out, if any are. */
  readonly close: (hidden: number) => string;
  /** Sections are given room in the order of their ranks; those of one rank share what there is evenly. */
  readonly rank: number;
  /** The most characters its rank may take. */
  readonly most: number;
  /** What its rank says of sections that had to be left out whole. */
  readonly leftOut: (sections: number) => string;
}

/** The sections in their order, within a number of characters (UTF-16 units, as the hosts count or fewer). */
export function fit(sections: readonly Section[], limit: number): string {
  const texts = new Map<Section, string>();
  let room = limit;
  for (const rank of [...new Set(sections.map((section) => section.rank))].sort((one, two) => one - two)) {
    const group = sections.filter((section) => section.rank === rank);
    const most = Math.max(...group.map((section) => section.most));
    const text = fitGroup(group, Math.min(room, most));
    for (const [section, part] of text) texts.set(section, part);
    room -= [...text.values()].reduce((sum, part) => sum + part.length, 0);
  }
  return sections.map((section) => texts.get(section) ?? '').join('');
}

/** The small ones first: what they do not need of their share is for the larger ones. */
function fitGroup(group: readonly Section[], limit: number): Map<Section, string> {
  const last = group.at(-1);
  const spare = last === undefined || totalOf(group) <= limit ? 0 : last.leftOut(group.length).length;
  const bySize = [...group].sort((one, two) => whole(one).length - whole(two).length);
  const texts = new Map<Section, string>();
  let room = Math.max(0, limit - spare);
  bySize.forEach((section, index) => {
    const text = cut(section, Math.floor(room / (bySize.length - index)));
    texts.set(section, text);
    room -= text.length;
  });
  const gone = group.filter((section) => texts.get(section) === '' && section.rows.length > 0).length;
  if (gone > 0 && last !== undefined && spare <= limit) {
    texts.set(last, (texts.get(last) ?? '') + last.leftOut(gone));
  }
  return texts;
}

function totalOf(group: readonly Section[]): number {
  return group.reduce((sum, section) => sum + whole(section).length, 0);
}

function whole({ open, rows, close }: Section): string {
  return open + rows.join('') + close(0);
}

/** As many rows from the top as there is room for; nothing when there is not even room for one. */
function cut(section: Section, room: number): string {
  const all = whole(section);
  if (all.length <= room) return all;
  const { open, rows, close } = section;
  let used = open.length + close(rows.length).length;
  let shown = 0;
  for (const row of rows) {
    if (used + row.length > room) break;
    used += row.length;
    shown += 1;
  }
  return shown === 0 ? '' : open + rows.slice(0, shown).join('') + close(rows.length - shown);
}
