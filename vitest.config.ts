import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'contracts',
      'packages/*',
      'bots/*',
      'jobs',
      'test',
      // The store's tests on a server run where there is one.
      ...(process.env.TEST_DATABASE_URL ? ['packages/store/postgres'] : []),
    ],
  },
})
