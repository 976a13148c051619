import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'contracts',
      'packages/*',
      'bots/*',
      'jobs',
      'test',
      // What needs a PostgreSQL server runs where there is one.
      ...(process.env.TEST_DATABASE_URL ? ['packages/store/postgres', 'test/postgres'] : []),
    ],
  },
})
