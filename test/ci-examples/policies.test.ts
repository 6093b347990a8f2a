import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder, writeInto } from '../support/world.js';
import { cases, deleted, friday, golden, mixed, ownerless, thursday, updating } from './policy-cases.js';

const examples = join(import.meta.dirname, '../../examples');
const folder = join(examples, 'policies');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const policies = readdirSync(folder)
  .filter((file) => file.endsWith('.jq'))
  .map((file) => file.replace(/\.jq$/, ''));

/** jq is on most machines, and must be on those that check a change. */
const noJq = !isThere('jq', '--version') && process.env['VOCABSYNC_JQ'] !== 'required';
const noOpa = !isThere('opa', 'version');

function isThere(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).error === undefined;
}

async function fileOf(text: string): Promise<string> {
  const directory = await temporaryFolder();
  await writeInto(directory, 'file.json', text);
  return join(directory, 'file.json');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .toSorted();
}

describe('the policies', () => {
  it('are there for jq and as Rego, and in their README', () => {
    expect(policies).toHaveLength(3);
    for (const policy of policies) {
      expect(readdirSync(folder)).toContain(`${policy}.rego`);
      expect(readme).toContain(`[${policy}.jq](${policy}.jq) | [${policy}.rego](${policy}.rego)`);
    }
  });

  it('are each shown what violates them and what does not', () => {
    for (const policy of policies) {
      const own = cases.filter((shown) => shown.policy === policy);
      expect(own.map(({ says }) => says.length > 0)).toEqual(expect.arrayContaining([true, false]));
    }
  });

  it('stand between plan and apply in jobs that are YAML, and need jobs that the template has', () => {
    const blocks = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = '']) => block);
    const steps = parse(blocks[0]!) as readonly { with?: { command: string } }[];
    expect(steps.map((step) => step.with?.command)).toEqual(['plan', undefined, 'apply']);
    const jobs = parse(blocks[1]!) as Record<string, { needs: readonly string[] }>;
    const template = parse(readFileSync(join(examples, 'gitlab/vocabulary.gitlab-ci.yml'), 'utf8'));
    const known = Object.keys({ ...template, ...jobs });
    expect(known).toEqual(expect.arrayContaining(Object.values(jobs).flatMap(({ needs }) => needs)));
    expect(jobs['vocabulary-apply']?.needs).toContain('vocabulary-policies');
  });
});

describe.skipIf(noJq)('a policy as a program of jq', () => {
  function jq(policy: string, file: string, ...args: readonly string[]): string[] {
    const words = ['-r', ...args, '-f', join(folder, `${policy}.jq`), file];
    return linesOf(execFileSync('jq', words, { encoding: 'utf8', stdio: 'pipe' }));
  }

  it.each(cases)('$policy judges $what', async ({ policy, plan, today, says }) => {
    const args = today === undefined ? [] : ['--arg', 'today', today];
    expect(jq(policy, await fileOf(JSON.stringify(plan)), ...args)).toEqual([...says].toSorted());
  });

  it.each(policies)('%s fails on what is no plan', async (policy) => {
    const file = await fileOf(JSON.stringify({ kind: 'plan', error: { code: 'unavailable' } }));
    expect(() => jq(policy, file)).toThrow(/Cannot iterate over null/);
  });

  it('takes another number of words', async () => {
    const file = await fileOf(JSON.stringify(updating(21)));
    expect(jq('at-most-twenty-words', file, '--arg', 'most', '21')).toEqual([]);
    expect(jq('at-most-twenty-words', file, '--arg', 'most', '5')).toHaveLength(1);
  });

  it('takes the day in UTC when it is given none', async () => {
    const file = await fileOf(JSON.stringify(mixed(null)));
    const on = (day: Date) =>
      jq('no-deletes-on-friday', file, '--arg', 'today', day.toISOString().slice(0, 10));
    const before = new Date();
    const said = jq('no-deletes-on-friday', file);
    // Midnight may be in between.
    expect([on(before), on(new Date())]).toContainEqual(said);
  });
});

describe.skipIf(noJq)('check.sh', () => {
  async function check(text: string, today: string) {
    const words = [join(folder, 'check.sh'), await fileOf(text), today];
    const { status, stdout } = spawnSync('sh', words, { encoding: 'utf8' });
    return { code: status, lines: linesOf(stdout) };
  }

  it('prints what violates any policy, and exits with 1', async () => {
    const lines = [...deleted, ...ownerless].toSorted();
    expect(await check(JSON.stringify(mixed('production')), friday)).toEqual({ code: 1, lines });
  });

  it('prints nothing of a plan that violates none, and exits with 0', async () => {
    expect(await check(JSON.stringify(mixed(null)), thursday)).toEqual({ code: 0, lines: [] });
  });

  it.each(['failure', 'apply-partly', 'diff-change'])('exits with 2 when it is given %s', async (name) => {
    expect(await check(JSON.stringify(golden(name)), thursday)).toEqual({ code: 2, lines: [] });
  });

  it.each(['', 'null', '{"kind":"plan","changes":3}', '{"kind":'])(
    'exits with 2 when the plan is broken: %j',
    async (text) => {
      expect(await check(text, thursday)).toEqual({ code: 2, lines: [] });
    },
  );
});

describe.skipIf(noOpa)('a policy as Rego', () => {
  async function denied(policy: string, plan: object, today: string = thursday): Promise<string[]> {
    const [data, input] = [await fileOf(JSON.stringify({ today })), await fileOf(JSON.stringify(plan))];
    const rule = `data.vocabsync.${policy.replaceAll('-', '_')}.deny`;
    const files = ['--data', join(folder, `${policy}.rego`), '--data', data, '--input', input];
    const text = execFileSync('opa', ['eval', '--strict-builtin-errors', ...files, rule], {
      encoding: 'utf8',
    });
    const { result } = JSON.parse(text) as { result: { expressions: { value: string[] }[] }[] };
    return result[0]!.expressions[0]!.value.toSorted();
  }

  it.each(policies)('%s is Rego as OPA 1 wants it', (policy) => {
    const { status, stderr } = spawnSync('opa', ['check', '--strict', join(folder, `${policy}.rego`)], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(cases)('$policy judges $what', async ({ policy, plan, today, says }) => {
    expect(await denied(policy, plan, today)).toEqual([...says].toSorted());
  });

  it.each(policies)('%s denies what is no plan', async (policy) => {
    expect(await denied(policy, { kind: 'plan' })).toEqual(['this is no plan']);
  });
});
