import { defineConfig } from 'vitest/config'

/** Needs a PostgreSQL server, which TEST_DATABASE_URL names. */
export default defineConfig({ test: { name: '@medikey/store-postgres' } })
