import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: '@medikey/contract-client',
    // Loading the Clarity VM takes a second, and many on a machine that does other things as well.
    testTimeout: 60_000,
  },
})
