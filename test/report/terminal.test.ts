import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/report/palette.js';
import { renderApplied, renderPlan } from '../../src/report/terminal.js';
import { blocked, finished, hostile, lost, mixed, nothing, partly } from './scenarios.js';

const plain = { palette: palette(false), verbose: false };
const verbose = { ...plain, verbose: true };
const coloured = { palette: palette(true), verbose: false };

describe('a plan in the terminal', () => {
  it.each([
    ['plan-mixed', renderPlan(mixed, plain)],
    ['plan-mixed-verbose', renderPlan(mixed, verbose)],
    ['plan-mixed-colour', renderPlan(mixed, coloured)],
    ['plan-nothing', renderPlan(nothing, plain)],
    ['plan-blocked', renderPlan(blocked, verbose)],
    ['plan-hostile', renderPlan(hostile, verbose)],
    ['apply-partly', renderApplied(partly, plain)],
    ['apply-lost', renderApplied(lost, plain)],
    ['apply-finished', renderApplied(finished, plain)],
  ])('%s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../golden/terminal/${name}.txt`);
  });

  it('means the same without colour', () => {
    expect(stripVTControlCharacters(renderPlan(mixed, coloured))).toBe(renderPlan(mixed, plain));
  });

  it('prints nothing of others that could move a cursor, hide, or command a runner', () => {
    const text = renderPlan(hostile, verbose);
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200b\u202e]/u);
    expect(text).not.toContain('##[');
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::/);
    expect(text).not.toContain('sk-0123456789');
  });
});
