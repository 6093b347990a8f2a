import { columnsOf } from '../../report/layout.js';
import type { Context, LiveLine, LiveLines, LivePart, Output, Terminal } from '../context.js';
import { fitLine } from './fit.js';

/*
 * Lines that are written over. They stand below everything else, and the cursor stands at the beginning of the line below
 * them: a process that is killed leaves nothing to repair, since nothing of the terminal was changed. The cursor is not
 * hidden for the same reason.
 *
 * To take the lines back is to go up as many rows as they take and to clear from there. A terminal that was made
 * narrower has broken them into more rows meanwhile, so they are counted by its present width.
 */

/** Between two drawings, in milliseconds. What is said changes once a second, and then only is anything written. */
const pace = 100;

/** What takes less than this, in milliseconds, is not worth a line. */
const patience = 300;

export interface DrawnLines extends LiveLines {
  /** Takes the lines away until the next drawing, so that something else can be written. */
  readonly hide: () => void;
  /** Nothing is drawn as long as what was written last has not come to the end of its line. */
  readonly hold: (inLine: boolean) => void;
  /** Takes the lines away for good. */
  readonly close: () => void;
}

type Parts = ReadonlyMap<LivePart, (now: number) => readonly LiveLine[]>;

export function drawLines(
  { write }: Output,
  terminal: Terminal,
  { clock }: Pick<Context, 'clock'>,
): DrawnLines {
  const parts = new Map<LivePart, (now: number) => readonly LiveLine[]>();
  let drawn: readonly Row[] = [];
  let since = 0;
  let isHeld = false;
  let stop: (() => void) | null = null;
  // What the shell has written meanwhile is not ours to take back; the lines that stood there stay above it.
  const ignoreResume = terminal.onResume(() => {
    drawn = [];
  });

  function show(part: LivePart, lines: ((now: number) => readonly LiveLine[]) | null): void {
    if (lines === null) return void parts.delete(part);
    if (parts.size === 0) since = clock.now();
    parts.set(part, lines);
    stop ??= terminal.every(pace, draw);
  }

  /** What is over is taken away here and not at once: mostly something else takes its place, and should not make it blink. */
  function draw(): void {
    if (parts.size === 0) return rest();
    const now = clock.now();
    if (isHeld || (drawn.length === 0 && now - since < patience)) return;
    const size = sizeOf(terminal);
    const rows = inside(linesOf(parts, now), size);
    if (isSame(rows, drawn)) return;
    const text = takeBack(drawn, size.columns) + rows.map(({ painted }) => `${painted}\n`).join('');
    drawn = rows;
    write(text);
  }

  function hide(): void {
    const text = takeBack(drawn, sizeOf(terminal).columns);
    drawn = [];
    if (text !== '') write(text);
  }

  function rest(): void {
    hide();
    stop?.();
    stop = null;
  }

  return {
    show,
    hide,
    hold: (inLine) => {
      isHeld = inLine;
    },
    close() {
      parts.clear();
      rest();
      ignoreResume();
    },
  };
}

interface Row {
  readonly painted: string;
  /** Terminal columns. */
  readonly columns: number;
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal that does not know how large it is has none, or says 0. */
function sizeOf(terminal: Terminal): Size {
  const { columns, rows } = terminal.size();
  return { columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24 };
}

function linesOf(parts: Parts, now: number): LiveLine[] {
  const above: readonly LivePart[] = parts.has('steps') ? ['steps'] : ['stage', 'reading'];
  return [...above, 'retry' as const].flatMap((part) => parts.get(part)?.(now) ?? []);
}

/** The lines as they fit: not into the last column, where some terminals go on to the next row, and not past the first row. */
function inside(lines: readonly LiveLine[], { columns, rows }: Size): Row[] {
  const room = Math.max(1, rows - 2);
  const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), more(lines.length - room + 1)];
  return shown.map((line) => toRow(line, columns - 1));
}

function more(amount: number): LiveLine {
  return { symbol: '', paint: (text) => text, what: `… and ${amount} more`, state: '' };
}

function toRow(line: LiveLine, columns: number): Row {
  const { symbol, paint } = line;
  const before = symbol === '' || columns < 4 ? '' : symbol;
  const rest = fitLine(line, columns - (before === '' ? 0 : before.length + 1));
  const text = before === '' ? rest : `${before} ${rest}`;
  const painted = before === '' ? rest : `${paint(before)} ${rest}`;
  return { painted, columns: columnsOf(text) };
}

function isSame(rows: readonly Row[], drawn: readonly Row[]): boolean {
  return (
    rows.length === drawn.length && rows.every(({ painted }, index) => painted === drawn[index]?.painted)
  );
}

function takeBack(drawn: readonly Row[], columns: number): string {
  const rows = drawn.reduce((sum, row) => sum + Math.max(1, Math.ceil(row.columns / columns)), 0);
  return rows === 0 ? '' : `\r\u001b[${rows}A\u001b[J`;
}
