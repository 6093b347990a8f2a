import { join } from 'node:path';
import { commitAll, formNames, usualForms, writeConsumers, writeInput } from './inputs.mjs';

const sizes = [
  { lists: 10, words: 500 },
  { lists: 10, words: 2000 },
  { lists: 1000, words: 500 },
];

/*
 * What needs no account. A limit is a multiple of `node -e 0` of the same run, or, of the largest, 2 seconds on a machine
 * whose `node -e 0` takes 60 ms.
 */
const limits = {
  '--version': { times: 1.4 },
  'validate 10 × 500': { times: 3.5 },
  'validate 1,000 × 500': { times: 2000 / 60, peak_mb: 250 },
};

export function versionCase(cli) {
  return { name: '--version', args: [cli, '--version'], limit: limits['--version'], rounds: 'many' };
}

/** `validate` of each usual form in each size. */
export async function validateCases(cli, folder) {
  const cases = [];
  for (const { lists, words } of sizes) {
    for (const form of usualForms) {
      const size = `${lists.toLocaleString('en')} × ${words.toLocaleString('en')}`;
      const cwd = await writeInput(join(folder, `validate-${lists}-${words}-${form}`), {
        form,
        lists,
        words,
      });
      cases.push({
        name: `validate ${size}, ${form}`,
        args: [cli, 'validate', '--quiet'],
        cwd,
        limit: limits[`validate ${size}`],
        rounds: lists * words > 50_000 ? 'few' : 'many',
      });
    }
  }
  return cases;
}

/** `diff` of a configuration in which each list has one word changed. */
export async function diffCases(cli, folder) {
  const cases = [];
  for (const lists of [10, 100, 1000]) {
    const cwd = join(folder, `diff-${lists}`);
    await writeInput(cwd, { form: 'CSV', lists, words: 500 });
    commitAll(cwd);
    await writeInput(cwd, { form: 'CSV', lists, words: 500, turn: 1 });
    const args = [cli, 'diff', '--base', 'HEAD', '--quiet'];
    cases.push({
      name: `diff ${lists.toLocaleString('en')} × 500`,
      args,
      cwd,
      rounds: lists > 100 ? 'few' : 'many',
    });
  }
  return cases;
}

/**
 * What is ten times as much, and shall take ten times as long: the words of a list in every form, and lists that have a former
 * prefix, a word and a consumer each.
 */
export async function growthCases(cli, folder) {
  const args = [cli, 'validate', '--quiet'];
  const cases = [];
  for (const form of formNames) {
    const [small, large] = await Promise.all(
      [10_000, 100_000].map(async (words) => ({
        name: `${form} ${words}`,
        args,
        cwd: await writeInput(join(folder, `growth-${words}-${form}`), { form, lists: 1, words }),
      })),
    );
    cases.push({ name: `growth, ${form}, 100,000 words`, of: '10,000', small, large });
  }
  const [small, large] = await Promise.all(
    [200, 2000].map(async (lists) => ({
      name: `${lists} lists`,
      args,
      cwd: await writeConsumers(join(folder, `growth-${lists}-lists`), lists),
    })),
  );
  cases.push({ name: 'growth, 2,000 lists with consumers', of: '200', small, large });
  return cases;
}
