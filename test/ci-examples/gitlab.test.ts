import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/report/forms.js';
import { misspelt, vocabsyncLines } from './command-lines.js';
import { type GitLabJob, readPipeline } from './pipeline.js';

const { stages, jobs } = readPipeline();

function isManual({ rules }: GitLabJob): boolean {
  return rules.some(({ when }) => when === 'manual');
}

describe('the GitLab template', () => {
  it('has a job for the words, the plan, its application and the drift', () => {
    expect(Object.keys(jobs)).toEqual([
      'vocabulary-words',
      'vocabulary-plan',
      'vocabulary-apply',
      'vocabulary-drift',
    ]);
    for (const { stage } of Object.values(jobs)) expect(stages).toContain(stage);
  });

  it.each(Object.entries(jobs))('%s runs commands and flags that exist', async (_name, { script }) => {
    const lines = vocabsyncLines(script);
    expect(lines).toHaveLength(script.length);
    for (const line of lines) expect(await misspelt(line)).toEqual([]);
  });

  it('puts every variable of a script in quotes', () => {
    for (const { script, before_script } of Object.values(jobs)) {
      const bare = [...(before_script ?? []), ...script].join('\n').replace(/"[^"]*"/g, '');
      expect(bare).not.toContain('$');
    }
  });

  it.each([
    ['that has merged it already, with the branch it goes to', { target: 'b0', start: 'a0' }, 'b0'],
    ['of its branch alone, with the commit it began at', { target: '', start: 'a0' }, 'a0'],
  ])('compares a merge request, in a pipeline %s', (_which, { target, start }, base) => {
    const [, word = ''] = / --base (\S+) /.exec(jobs['vocabulary-words']!.script.join(' ')) ?? [];
    // As GitLab sets them: it leaves the first empty where nothing was merged.
    const env = { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target, CI_MERGE_REQUEST_DIFF_BASE_SHA: start };
    expect(execFileSync('sh', ['-c', `printf %s ${word}`], { env, encoding: 'utf8' })).toBe(base);
  });

  it('applies only what somebody has started by hand, one at a time and to its end', () => {
    const writing = Object.entries(jobs).filter(([, { script }]) =>
      script.some((line) => /\bapply\b/.test(line)),
    );
    expect(writing.map(([name]) => name)).toEqual(['vocabulary-apply']);
    const [[, apply]] = writing as [[string, GitLabJob]];
    expect(isManual(apply)).toBe(true);
    expect(apply).toMatchObject({
      environment: 'vocabulary',
      resource_group: 'vocabulary',
      interruptible: false,
      needs: ['vocabulary-plan'],
      script: ['vocabsync apply plan.json'],
    });
    expect(jobs['vocabulary-plan']!.artifacts.paths).toContain('plan.json');
  });

  it('shows the findings of a merge request also when they fail its job', () => {
    const { script, artifacts } = jobs['vocabulary-words']!;
    expect(script[0]).toBe('vocabsync validate --out findings.xml');
    expect(formatOf('findings.xml')).toBe('junit');
    expect(artifacts).toMatchObject({ when: 'always', reports: { junit: 'findings.xml' } });
  });

  it('asks no merge request for a key to see its words', () => {
    const { rules } = jobs['vocabulary-words']!;
    expect(rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    const [first] = jobs['vocabulary-plan']!.rules;
    expect(first!.if).toContain('&& $DASHSCOPE_API_KEY');
  });
});
