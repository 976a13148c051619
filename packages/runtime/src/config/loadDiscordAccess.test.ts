import { expect, test } from 'vitest'
import { ConfigError } from './ConfigError.ts'
import { loadDiscordAccess } from './loadDiscordAccess.ts'

test('needs no channels, and keeps the token to itself', () => {
  const access = loadDiscordAccess({ env: { DISCORD_TOKEN: 'hunter2' } })
  expect(access?.token.reveal()).toBe('hunter2')
  expect(access?.apiUrl).toBe('https://discord.com/api')
  expect(JSON.stringify(access)).not.toContain('hunter2')
})

test('is null without a token', () => {
  expect(loadDiscordAccess({ env: { DISCORD_TOKEN: ' ' } })).toBeNull()
})

test('tells every problem by name', () => {
  const env = { DISCORD_TOKEN: 'a b', DISCORD_API_URL: 'http://example.com' }
  expect(() => loadDiscordAccess({ env })).toThrow(ConfigError)
  expect(() => loadDiscordAccess({ env })).toThrow(/DISCORD_TOKEN .*DISCORD_API_URL /s)
})
