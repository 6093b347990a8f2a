import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// No test trusts anybody outside, and Node reads the certificates anew in each process that is started: a third of its time.
delete process.env['NODE_EXTRA_CA_CERTS'];

export default defineConfig({
  test: {
    // One more than there are cores: tests in a browser and of whole processes wait for others most of the time.
    maxWorkers: availableParallelism() + 1,
    setupFiles: 'test/support/fixed-seed.ts',
    testTimeout: 20_000,
    // The architecture is read as a whole, in a hook, while everything else runs.
    hookTimeout: 60_000,
    // What is waited for comes when a busy machine gets to it.
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          // To start a program takes the longer the more memory whoever starts it has, and threads have all of it together.
          pool: 'forks',
          // No file leaves anything behind, so the modules need not be loaded anew for each: a sixth of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/e2e/**',
            'test/matrix/kills.test.ts',
            'test/remote/**',
            'test/http/**',
            'test/recognise/**',
          ],
        },
      },
      {
        extends: true,
        // The wire is played by putting something else in the place of node's own modules.
        test: {
          name: 'wire',
          // A thread starts sooner than a process, and each file has its own.
          pool: 'threads',
          include: ['test/{remote,http,recognise}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          pool: 'forks',
          isolate: false,
          include: ['test/e2e/**/*.test.ts', 'test/matrix/kills.test.ts'],
          globalSetup: 'test/support/build-once.ts',
        },
      },
    ],
  },
});
