import { defineConfig } from 'vitest/config';

/** The tests of the rooms that are mutated: a fault that only a whole run would notice is found too late. */
export default defineConfig({
  test: {
    setupFiles: 'test/support/fixed-seed.ts',
    include: ['test/{model,desired,diff,schedule,observe,apply}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
