import { describe, expect, it } from 'vitest';
import { evaluationSections } from '../../src/action/check-sections.js';
import type { Part } from '../../src/action/outcome.js';
import { noPrompts } from '../../src/cli/asking/prompts.js';
import type { Context } from '../../src/cli/context.js';
import { asError } from '../../src/model/diagnostic.js';
import { parseMarker } from '../../src/report/markdown/marker.js';
import { viewDiagnostics } from '../../src/report/view/diagnostics.js';
import { manualClock } from '../support/emulator.js';

const context: Context = {
  cwd: '/work',
  env: {},
  version: '1.2.3',
  clock: manualClock(),
  stdout: { isTTY: false, write: () => {} },
  stderr: { isTTY: false, write: () => {} },
  interactive: false,
  ask: async () => null,
  prompts: noPrompts,
  interruption: new AbortController().signal,
  pid: 4711,
  isAlive: () => false,
};

/** A configuration of which there is so much to say. */
function partOf(file: string, findings: number): Part {
  const location = { file, line: 1, column: 1 };
  const diagnostics = Array.from({ length: findings }, (_, index) =>
    asError({ rule: 'clips-file', message: `${index} ${'clip '.repeat(30)}`, hint: 'cut it', location }),
  );
  const counts = `${findings} errors`;
  const view = () =>
    ({ kind: 'validate', verdict: null, counts, diagnostics: viewDiagnostics(diagnostics) }) as const;
  return {
    file,
    approval: { digest: null, missing: null },
    exitCode: 3,
    account: null,
    json: null,
    document: null,
    saying: { as: 'diagnostics', view, document: () => ({}) },
  };
}

describe('the sections of evaluations', () => {
  it('begin with the marker of all of them', async () => {
    const text = await evaluationSections([partOf('a.yaml', 1), partOf('b.yaml', 1)], 'envs/*', context);
    expect(parseMarker(text)).toMatchObject({ kind: 'eval', config: 'envs/*' });
  });

  it('name what finds no room in a comment, and show what comes after it', async () => {
    const parts = [partOf('a.yaml', 200), partOf('b.yaml', 200), partOf('c.yaml', 1)];
    const text = await evaluationSections(parts, 'envs/*', context);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('## `b.yaml`\n\nIts report is in the log of this run.\n\n## `c.yaml`\n\n<!--');
  });

  it('say that there are more where there is no room for their names', async () => {
    const parts = Array.from({ length: 1500 }, (_, index) => partOf(`${index}/vocab.config.yaml`, 200));
    const text = await evaluationSections(parts, 'envs/*', context);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/\nThe rest is in the log of this run\.\n$/);
  });
});
