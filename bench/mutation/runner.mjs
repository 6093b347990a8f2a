/**
 * Runs tests for Stryker in one process. Its runner for vitest starts a worker and loads every module anew for each of
 * thousands of mutants, a second each; the tests of the pure rooms take milliseconds. So they are put into one module,
 * which is loaded once, and the mutant is switched on while the tests that reach it run.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const rooms = ['model', 'desired', 'diff', 'schedule', 'observe', 'apply'];
const repository = join(import.meta.dirname, '../..');
const vitest = join(import.meta.dirname, 'vitest.mjs');

/** What the mutated code looks at, see Stryker's instrumenter. */
const namespace = '__stryker__';
globalThis[namespace] ??= {};
const state = globalThis[namespace];

const passed = 0;
const failed = 1;

class Runner {
  #tests = [];

  /** Nothing needs to be loaded anew: mutants of what runs while modules are loaded are left out (`ignoreStatic`). */
  capabilities() {
    return { reloadEnvironment: true };
  }

  /** The working directory is a copy of the repository in which all mutants are, switched off. */
  async init() {
    const outfile = join(process.cwd(), 'build/mutation-tests.mjs');
    await build({
      stdin: { contents: entryOf(testFiles()), resolveDir: process.cwd() },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      alias: { vitest },
      plugins: [ownPlaces],
      logLevel: 'error',
    });
    const { tests } = await import(pathToFileURL(outfile).href);
    this.#tests = tests;
  }

  async dryRun() {
    const tests = [];
    for (const test of this.#tests) {
      const begun = performance.now();
      state.currentTestId = test.id;
      const failureMessage = await failureOf(test);
      state.currentTestId = undefined;
      test.took = performance.now() - begun;
      tests.push({ ...described(test, failureMessage), timeSpentMs: test.took });
    }
    return { status: 'complete', tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, disableBail }) {
    const reaching = testFilter && new Set(testFilter);
    const room = roomOf(sandboxFileName);
    const tests = this.#tests
      .filter(({ id, file }) => file.startsWith(`./test/${room}/`) && (reaching?.has(id) ?? true))
      .sort((one, other) => one.took - other.took);
    Object.assign(state, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const killers = [];
    for (const test of tests) {
      const failure = await failureOf(test);
      if (state.hitCount > hitLimit) return { status: 'timeout', reason: 'it goes round and round' };
      if (failure !== null) killers.push({ id: test.id, failure });
      if (failure !== null && !disableBail) break;
    }
    state.activeMutant = undefined;
    if (killers.length === 0) return { status: 'survived', nrOfTests: tests.length };
    const [{ failure: failureMessage }] = killers;
    return {
      status: 'killed',
      killedBy: killers.map(({ id }) => id),
      failureMessage,
      nrOfTests: tests.length,
    };
  }

  async dispose() {}
}

function testFiles() {
  const files = rooms.flatMap((room) =>
    readdirSync(join('test', room), { recursive: true }).map((file) => `./test/${room}/${file}`),
  );
  return files.filter((file) => file.endsWith('.test.ts')).sort();
}

function entryOf(files) {
  const loads = files.map((file) => `begin(${JSON.stringify(file)}); await import(${JSON.stringify(file)});`);
  return [
    "import { begin, tests } from 'vitest';",
    "import './test/support/fixed-seed.js';",
    ...loads,
    'export { tests };',
  ].join('\n');
}

/**
 * Code in one module with others still finds what lies beside its own file: in the repository, where tests that read
 * sources find them without mutants.
 */
const ownPlaces = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const place = join(repository, relative(process.cwd(), dirname(path)));
      const contents = source.replaceAll('import.meta.dirname', JSON.stringify(place));
      return { contents, loader: 'ts' };
    });
  },
};

/** A fault that only another room would notice is found too late: each must notice its own. */
function roomOf(fileName) {
  return relative(join(process.cwd(), 'src'), fileName).split(sep)[0];
}

async function failureOf({ run }) {
  try {
    await run();
    return null;
  } catch (cause) {
    return String(cause?.message ?? cause);
  }
}

function described({ id, file }, failureMessage) {
  const common = { id, name: id, fileName: join(process.cwd(), file) };
  return failureMessage === null
    ? { ...common, status: passed }
    : { ...common, status: failed, failureMessage };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', injectableClass: Runner }];
