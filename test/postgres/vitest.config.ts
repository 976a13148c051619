import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: '@medikey/test-postgres',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
