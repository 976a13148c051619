import { defineConfig } from 'vitest/config'

export default defineConfig({
  // discord.js waits for half a second before it connects again, and a busy machine for longer.
  test: { expect: { poll: { timeout: 10_000 } } },
})
