import { createFakeDiscord, type FakeDiscord } from '@medikey/discord/testing'
import type { Cleanup } from '../../harness/createCleanup.ts'
import { waitUntil } from '../../harness/waitUntil.ts'
import type { Contender, Match } from './Contender.ts'
import { startApp } from './startApp.ts'

/** MediKey and a bare discord.js client that posts the same answer, each on a double of its own. */
export async function openDiscordMatch(options: { cleanup: Cleanup }): Promise<Match> {
  const { cleanup } = options
  const medikey = await openContender(new URL('discordMedikey.ts', import.meta.url), {
    cleanup,
    answer: null,
  })
  await medikey.ask('alice')
  const answer = medikey.discord.ephemerals(medikey.discord.users.alice)[0]?.components ?? []
  const bare = await openContender(new URL('discordBare.ts', import.meta.url), { cleanup, answer })
  return { platform: 'Discord', medikey, bare }
}

async function openContender(
  script: URL,
  options: { cleanup: Cleanup; answer: readonly object[] | null },
): Promise<Contender & { discord: FakeDiscord }> {
  const { cleanup, answer } = options
  const discord = await createFakeDiscord()
  cleanup.add(discord.close)
  const env = {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    GUILD_ID: discord.guildId,
    CHANNELS: JSON.stringify(discord.channels),
    ANSWER: JSON.stringify(answer),
    USERS: JSON.stringify(discord.users),
  }
  await startApp({ script, env, cleanup })
  return { discord, ask: (by) => ask(discord, discord.users[by]) }
}

async function ask(discord: FakeDiscord, user: string): Promise<number> {
  const earlier = discord.ephemerals(user).length
  const startedAt = performance.now()
  await discord.command({ user, command: 'medikey record', options: { record: '1' } })
  await waitUntil({
    what: `an answer to ${user}`,
    withinMs: 30_000,
    everyMs: 1,
    look: () => discord.ephemerals(user)[earlier],
  })
  return performance.now() - startedAt
}
