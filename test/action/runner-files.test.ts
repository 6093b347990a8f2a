import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutputs, writeSummary } from '../../src/action/runner-files.js';
import { temporaryFolder } from '../support/world.js';
import { parseOutputs } from './step.js';

const outputs = { 'exit-code': '0', 'has-changes': '', digest: '', 'plan-json': '' };

describe('outputs', () => {
  it('are values that cannot become outputs of their own', async () => {
    const file = join(await temporaryFolder(), 'output');
    await writeOutputs(file, outputs);
    const delimiters = (await readFile(file, 'utf8')).match(/(?<=<<)\S+/g) ?? [];
    const forged = delimiters.map((delimiter) => `x\n${delimiter}\nexit-code<<y\n1\ny`).join('\n');
    await writeOutputs(file, { ...outputs, digest: forged });
    expect(parseOutputs(await readFile(file, 'utf8'))).toEqual({ ...outputs, digest: forged });
  });

  it('and the summary are left out by a runner that has no file for them', async () => {
    await expect(writeOutputs(null, outputs)).resolves.toBeUndefined();
    await expect(writeSummary(null, 'x')).resolves.toBeUndefined();
  });

  it('are appended to what earlier commands of the step have written', async () => {
    const file = join(await temporaryFolder(), 'summary');
    await writeSummary(file, 'one\n\n\n');
    await writeSummary(file, 'two');
    expect(await readFile(file, 'utf8')).toBe('one\n\ntwo\n\n');
  });
});
