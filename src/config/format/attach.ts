import type { Beside, Collection, Item, Line } from './layout.js';

/*
 * Which value a comment belongs to. In the order of the text:
 *
 * - A comment behind something in its line belongs to the item that began last.
 * - One on a line of its own belongs to the item below it.
 * - Unless that item is further out than the comment: then it is the end of what it stands in, as a commented-out last
 *   entry of a list is. What was closed last is asked first, and takes what is not further out than its own items.
 *
 * Blank lines go with the comment or the item below them.
 */

/** What a comment may still belong to after its last item. */
interface Closed {
  readonly indent: number;
  readonly tail: Line[];
}

interface Token {
  readonly offset: number;
  readonly source: string;
}

export interface Attaching {
  readonly comments: readonly string[];
  columnOf(offset: number): number;
  addComment(token: Token): void;
  addRaw(token: Token): void;
  addNewline(offset: number): void;
  addBlank(): void;
  /** An item of a block begins. */
  begin(item: Item, column: number): void;
  /** An item in brackets begins, where columns mean nothing. */
  beginInside(): Item;
  /** Something ends whose items, or what belongs to it, stand at this column or further in. */
  close(indent: number, tail: Line[]): void;
  last(): Item | null;
  /** The item that comments in the same line belong to from now on. */
  resume(item: Item | null): void;
  whileValueIs(owner: Item | null, value: Collection, read: () => void): void;
  takePending(): Line[];
  /** What is left has no item below it. */
  finish(): Line[];
}

export function createAttaching(text: string): Attaching {
  const comments: string[] = [];
  let pending: Line[] = [];
  let closed: Closed[] = [];
  let last: Item | null = null;
  let closing: Collection | null = null;
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const isFirst = (offset: number): boolean => /^[ \t\ufeff]*$/.test(text.slice(lineStart(offset), offset));

  return {
    comments,
    columnOf: (offset) => offset - lineStart(offset),
    addComment,
    addRaw: ({ offset, source }) => {
      pending.push({ kind: 'raw', text: source, column: offset - lineStart(offset) });
    },
    addNewline: (offset) => {
      if (isFirst(offset)) addBlank();
    },
    addBlank,
    begin: (item, column) => {
      settle(column);
      item.before = takePending();
      last = item;
    },
    beginInside: () => {
      last = { before: takePending(), key: null, value: null, beside: null, tail: [] };
      return last;
    },
    close: (indent, tail) => closed.push({ indent, tail }),
    last: () => last,
    resume: (item) => {
      last = item;
    },
    whileValueIs: (owner, value, read) => {
      last = owner;
      closing = value;
      read();
      closing = null;
    },
    takePending,
    finish: () => {
      settle(-1);
      return takePending();
    },
  };

  function addBlank(): void {
    if (pending.at(-1)?.kind !== 'blank') pending.push({ kind: 'blank' });
  }

  function addComment({ offset, source }: Token): void {
    const comment = source.trimEnd();
    comments.push(comment);
    if (isFirst(offset) || last === null) {
      pending.push({ kind: 'comment', text: comment, column: offset - lineStart(offset) });
      return;
    }
    addBeside(last, { text: comment, gap: gapBefore(text, offset) });
  }

  function addBeside(item: Item, beside: Beside): void {
    const earlier = item.beside;
    if (earlier !== null && closing !== null) {
      closing.tail.push({ kind: 'comment', text: beside.text, column: 0 });
      return;
    }
    if (earlier !== null) item.before.push({ kind: 'comment', text: earlier.text, column: 0 });
    item.beside = beside;
  }

  function takePending(): Line[] {
    const taken = pending;
    pending = [];
    closed = [];
    return taken;
  }

  /** Gives what stands further in than the next item to what has ended. */
  function settle(column: number): void {
    let open = closed;
    let from = 0;
    for (const [index, line] of pending.entries()) {
      if (line.kind === 'blank') continue;
      if (line.kind === 'raw' || line.column <= column) break;
      const inner = open.find(({ indent }) => indent <= line.column);
      // A list may stand at the column of the mapping that it is in: then it is the mapping's.
      const at = open.findLastIndex(({ indent }) => indent === inner?.indent);
      const taker = open[at];
      if (taker === undefined) break;
      taker.tail.push(...pending.slice(from, index + 1));
      from = index + 1;
      // Later lines go no deeper again, so that they stay in their order.
      open = open.slice(at);
    }
    pending = pending.slice(from);
  }
}

function gapBefore(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return text.slice(at, offset).includes('\t') ? 1 : offset - at;
}
