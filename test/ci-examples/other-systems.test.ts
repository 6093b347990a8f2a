import { describe, expect, it } from 'vitest';
import { misspelt } from './command-lines.js';
import { readStages } from './jenkinsfile.js';
import { flowJobs, flowScript, readFlow } from './yunxiao.js';

/** The words after the program in lines that run it by npx. */
function words(script: readonly string[]): string[][] {
  return script.flatMap((line) => {
    const [, rest] = /^npx --yes vocabsync@[\d.]+ (.+)$/.exec(line) ?? [];
    return rest === undefined ? [] : [rest.split(/\s+/)];
  });
}

const stages = readStages();
const jobs = flowJobs();

const scripts: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(stages).map(([name, { script }]) => [`Jenkins ${name}`, script] as const),
  ...Object.entries(jobs).map(([name, job]) => [`Flow ${name}`, flowScript(job)] as const),
];

describe('the scripts for Jenkins and Yunxiao Flow', () => {
  it.each(scripts)('%s run commands and flags that exist', async (_name, script) => {
    const lines = words(script);
    expect(lines).toHaveLength(script.filter((line) => line !== 'set -e').length);
    for (const line of lines) expect(await misspelt(line)).toEqual([]);
  });

  it('put every variable in quotes', () => {
    for (const [, script] of scripts) expect(script.join('\n').replace(/"[^"]*"/g, '')).not.toContain('$');
  });

  it('end at the first command that fails', () => {
    // `sh` of Jenkins does so by itself.
    for (const job of Object.values(jobs)) expect(flowScript(job)[0]).toBe('set -e');
  });
});

describe('the pipeline for Jenkins', () => {
  it('has the stages of the other systems, and an approval before apply', () => {
    expect(Object.keys(stages)).toEqual(['words', 'plan', 'approve', 'apply', 'drift']);
    expect(stages['approve']!.text).toMatch(/input message:/);
  });

  it('applies the very plan that was approved, from the branch main alone', () => {
    expect(stages['plan']!.text).toContain("stash name: 'plan', includes: 'plan.json'");
    expect(stages['apply']!.text).toContain("unstash 'plan'");
    expect(words(stages['apply']!.script)[0]!.slice(0, 2)).toEqual(['apply', 'plan.json']);
    for (const name of ['approve', 'apply']) expect(stages[name]!.text).toContain("branch 'main'");
  });

  it('gives the key to the stages that talk to the account, and to no other', () => {
    const keyed = Object.entries(stages).filter(([, { text }]) => text.includes('credentials('));
    expect(keyed.map(([name]) => name)).toEqual(['plan', 'apply', 'drift']);
  });
});

describe('the pipeline for Yunxiao Flow', () => {
  it('runs in each case the jobs that are meant', () => {
    const runs = (variables: Readonly<Record<string, string>>) =>
      Object.entries(jobs)
        .filter(([, { condition }]) => holds(condition, variables))
        .map(([name]) => name);
    const merge = { DIGEST: '', DRIFT: '', CI_COMMIT_REF_NAME: 'main' };
    expect(runs(merge)).toEqual(['words', 'plan']);
    expect(runs({ ...merge, CI_COMMIT_REF_NAME: 'topic' })).toEqual(['words', 'plan']);
    expect(runs({ ...merge, DIGEST: 'vs2:sha256:x' })).toEqual(['apply']);
    expect(runs({ ...merge, DIGEST: 'vs2:sha256:x', CI_COMMIT_REF_NAME: 'topic' })).toEqual([]);
    expect(runs({ ...merge, DRIFT: 'true' })).toEqual(['drift']);
  });

  it('declares the variables that its conditions ask', () => {
    const declared = readFlow().variables.map(({ key }) => key);
    const asked = Object.values(jobs).flatMap(({ condition }) =>
      Array.from(condition.matchAll(/\$\{(\w+)\}/g), ([, name]) => name),
    );
    // The system has those that begin with CI_.
    expect(asked.filter((name) => !name!.startsWith('CI_') && !declared.includes(name!))).toEqual([]);
  });

  it('ends each job', () => {
    for (const { timeoutMinutes } of Object.values(jobs)) expect(timeoutMinutes).toBeLessThanOrEqual(30);
  });
});

/** `"${A}" == "x" && "${B}" != ""`, which is all that the example uses of conditions. */
function holds(condition: string, variables: Readonly<Record<string, string>>): boolean {
  return condition
    .trim()
    .split(' && ')
    .every((part) => {
      const [, name = '', operator, value] = /^"\$\{(\w+)\}" (==|!=) "(.*)"$/.exec(part) ?? [];
      if (operator === undefined) throw new Error(`no such condition: ${part}`);
      return (variables[name] === value) === (operator === '==');
    });
}
