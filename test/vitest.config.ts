import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: '@medikey/test',
    exclude: ['postgres/**', 'node_modules/**'],
    // Each file runs several processes, some of them against the product's own time limits.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
