import { defineConfig } from 'vitest/config'

// Most tests start a chain, which on a busy machine takes a second or two, some of them several times.
export default defineConfig({ test: { name: '@medikey/local-chain', testTimeout: 30_000 } })
