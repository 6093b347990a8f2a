import type { Terminal } from '../../src/cli/context.js';
import { columnsOf } from '../../src/report/layout.js';
import type { ManualClock } from './emulator.js';

/** A terminal as most are today: it breaks long lines, and breaks them anew when it is resized. */
export interface Screen {
  readonly terminal: Terminal;
  write(text: string): void;
  resize(columns: number, rows?: number): void;
  /** Everything from the first line on, as it can be scrolled back to. */
  text(): string;
  /** What could be read after each writing. */
  readonly frames: readonly string[];
  /** Plays what a shell writes while the process is stopped, and lets it go on. */
  resumeAfter(text: string): void;
  /** Timers that run. */
  timers(): number;
}

interface Cursor {
  readonly line: number;
  /** Characters of the line before it. */
  readonly at: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is told by
const token = /\u001b\[(\d*)([A-Za-z])|[^]/gu;

export function createScreen(clock: ManualClock, columns = 80, rows = 24): Screen {
  let size = { columns, rows };
  let lines = [''];
  let cursor: Cursor = { line: 0, at: 0 };
  let running = 0;
  const frames: string[] = [];
  const onResume = new Set<() => void>();

  function put(character: string): void {
    const line = lines[cursor.line] ?? '';
    const { length } = character;
    lines[cursor.line] = line.slice(0, cursor.at) + character + line.slice(cursor.at + length);
    cursor = { ...cursor, at: cursor.at + length };
  }

  function newLine(): void {
    cursor = { line: cursor.line + 1, at: 0 };
    if (cursor.line === lines.length) lines.push('');
  }

  /** To the beginning of a row `count` above that of the cursor. */
  function up(count: number): void {
    const all = lines.flatMap((line, index) => rowsOf(line, size.columns).map((at) => ({ line: index, at })));
    const here = all.findLastIndex(
      ({ line, at }) => line < cursor.line || (line === cursor.line && at <= cursor.at),
    );
    cursor = all[Math.max(0, here - count)] ?? cursor;
  }

  function clearBelow(): void {
    lines = lines.slice(0, cursor.line + 1);
    lines[cursor.line] = (lines[cursor.line] ?? '').slice(0, cursor.at);
  }

  function obey(amount: string, command: string): void {
    if (command === 'A') up(Number(amount || 1));
    else if (command === 'J') clearBelow();
    else if (command !== 'm') throw new Error(`a terminal was told ${command}`);
  }

  function write(text: string): void {
    for (const [character, amount = '', command] of text.matchAll(token)) {
      if (command !== undefined) obey(amount, command);
      else if (character === '\n') newLine();
      else if (character === '\r') cursor = { ...cursor, at: 0 };
      else put(character);
    }
    frames.push(lines.join('\n'));
  }

  return {
    terminal: {
      size: () => size,
      onResume(act) {
        onResume.add(act);
        return () => onResume.delete(act);
      },
      every(ms, act) {
        const stop = clock.every(ms, act);
        running++;
        return () => {
          running--;
          stop();
        };
      },
    },
    resumeAfter(text) {
      write(text);
      for (const act of onResume) act();
    },
    write,
    resize(to, height = size.rows) {
      size = { columns: to, rows: height };
    },
    text: () => lines.join('\n'),
    frames,
    timers: () => running,
  };
}

/** At which of its characters each row of a line begins. */
function rowsOf(line: string, columns: number): number[] {
  const starts = [0];
  let filled = 0;
  let at = 0;
  for (const character of line) {
    const width = columnsOf(character);
    if (filled + width > columns) {
      starts.push(at);
      filled = 0;
    }
    filled += width;
    at += character.length;
  }
  return starts;
}
