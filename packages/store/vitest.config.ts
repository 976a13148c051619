import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@medikey/store', exclude: ['postgres/**', 'node_modules/**'] } })
