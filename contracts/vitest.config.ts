import { defineConfig } from 'vitest/config'

// Loading the Clarity VM takes a second or two and hundreds of megabytes: all files share one worker and,
// through the worker-scoped fixture in tests/simnet/test.ts, one VM.
export default defineConfig({
  test: {
    include: ['{costs,mutants,tests}/**/*.test.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
  },
})
