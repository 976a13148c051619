import { defineConfig } from 'vitest/config'

/** Takes minutes, so it is asked for by name: `npm run test:deep` from the root. */
export default defineConfig({ test: { name: '@medikey/contracts-deep', testTimeout: 3_600_000 } })
