import type { Layout, Line } from './layout.js';

const modeline = /^#\s*yaml-language-server:/;

/**
 * Takes what belongs to the file away from its first item, which may have to move: what a blank line sets apart, and the
 * modeline with what follows it.
 */
export function splitHead(layout: Layout): Layout {
  const { root } = layout;
  const first = root?.kind === 'mapping' || root?.kind === 'list' ? root.items[0] : undefined;
  if (first === undefined) return layout;
  const { before } = first;
  const cut = hasModeline(afterLastBlank(before)) ? before.length : lengthOfHead(before);
  layout.head = before.slice(0, cut);
  first.before = before.slice(cut);
  return layout;
}

function lengthOfHead(lines: readonly Line[]): number {
  return lines.findLastIndex(({ kind }) => kind === 'blank') + 1;
}

function afterLastBlank(lines: readonly Line[]): readonly Line[] {
  return lines.slice(lengthOfHead(lines));
}

function hasModeline(lines: readonly Line[]): boolean {
  return lines.some((line) => line.kind === 'comment' && modeline.test(line.text));
}
