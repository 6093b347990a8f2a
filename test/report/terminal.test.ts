import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/report/palette.js';
import { renderTerminal } from '../../src/report/terminal/render-report.js';
import { view, views } from './scenarios.js';

const plain = { palette: palette(false), verbose: false, quiet: false };
const verbose = { ...plain, verbose: true };
const coloured = { ...plain, palette: palette(true) };

describe('a report in the terminal', () => {
  it.each([
    ['plan-mixed-verbose', renderTerminal(view('plan-mixed'), verbose)],
    ['plan-first-verbose', renderTerminal(view('plan-first'), verbose)],
    ['plan-mixed-colour', renderTerminal(view('plan-mixed'), coloured)],
  ])('%s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../golden/terminal/${name}.txt`);
  });

  it.each(Object.values(views))('means the same without colour', (report) => {
    expect(stripVTControlCharacters(renderTerminal(report, coloured))).toBe(renderTerminal(report, plain));
  });

  const hostile = Object.keys(views).filter((name) => name.endsWith('-hostile'));

  it.each(hostile)(
    'prints nothing of others that could move a cursor, hide, or command a runner: %s',
    (name) => {
      const text = renderTerminal(view(name), verbose);
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200b\u202e]/u);
      expect(text).not.toContain('##[');
      for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::/);
      expect(text).not.toContain('sk-0123456789');
    },
  );
});
