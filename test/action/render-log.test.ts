import { describe, expect, it } from 'vitest';
import { renderLog } from '../../src/action/render-log.js';

function headlineOf(command: string, exitCode: 0 | 2 | 5): string {
  const [, headline] = renderLog({ command, config: 'vocab.config.yaml', exitCode, log: 'x' }).split('\n');
  return headline!;
}

describe('what a command has printed, in place of a report', () => {
  it('is called a failure only when it is one', () => {
    expect(headlineOf('validate', 0)).toBe('### vocabsync validate');
    expect(headlineOf('plan', 2)).toBe('### vocabsync plan found changes');
    expect(headlineOf('plan', 5)).toBe('### vocabsync plan failed (exit code 5)');
  });
});
