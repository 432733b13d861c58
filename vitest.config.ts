import { defineConfig } from 'vitest/config'

// Which database the server tests meet is said by tests/runner/parts.ts; alone, they meet the embedded one.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/setup.ts'],
    setupFiles: ['tests/support/each_file.ts'],
    pool: 'forks',
    // One world per worker, shared by its files: every test makes its own site in it.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    sequence: { shuffle: process.env.PARVIS_SHUFFLE === '1' },
    passWithNoTests: false,
  },
})
