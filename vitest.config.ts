import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// No test trusts anybody outside, and Node reads the certificates anew in each process that is started: a third of its time.
delete process.env['NODE_EXTRA_CA_CERTS'];

const inBrowser = ['test/browser/**/*.test.ts'];
/** Those that start the built program, git, or what reads published files, and hardly anything but that. */
const ofProcesses = [
  'test/e2e/**/*.test.ts',
  'test/git/**/*.test.ts',
  'test/matrix/kills.test.ts',
  'test/action/{bundle,diff}.test.ts',
  'test/ci-examples/policies.test.ts',
  'test/cli/{affected,diff}.test.ts',
  'test/examples/read-ids.test.ts',
  'test/report/ids/read-back.test.ts',
];
const ofWire = ['test/{remote,http,recognise}/**/*.test.ts'];

export default defineConfig({
  test: {
    // One more than there are cores: tests in a browser and of whole processes wait for others most of the time.
    maxWorkers: availableParallelism() + 1,
    // What was made of a source is good for the next run, and for the other projects of this one.
    experimental: { fsModuleCache: true },
    setupFiles: 'test/support/fixed-seed.ts',
    testTimeout: 20_000,
    // The architecture is read as a whole, in a hook, while everything else runs.
    hookTimeout: 60_000,
    // What is waited for comes when a busy machine gets to it.
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'html'] },
    // In the order of their names, the longest file of each first.
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          // What drives the browser has Node watch every promise from then on, which all others would pay for.
          isolate: false,
          include: inBrowser,
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          // To start a process takes the longer the more memory its parent has, so these do without what all others load.
          isolate: false,
          include: ofProcesses,
          globalSetup: 'test/support/build-once.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'source',
          // No file leaves anything behind, so the modules need not be loaded anew for each: a sixth of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...inBrowser, ...ofProcesses, ...ofWire],
        },
      },
      {
        extends: true,
        test: {
          name: 'wire',
          // The wire is played by putting something else in the place of node's own modules, so each file has its own.
          pool: 'threads',
          include: ofWire,
        },
      },
    ],
  },
});
