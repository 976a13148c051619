import { REST, Routes } from 'discord.js'
import { onTestFinished } from 'vitest'
import { createFakeDiscord } from './createFakeDiscord.ts'
import type { WorldOptions } from './createWorld.ts'
import type { FakeDiscord } from './FakeDiscord.ts'

export type OpenedRest = {
  readonly discord: FakeDiscord
  /** discord.js's own client of the REST API, which tries once. */
  readonly rest: REST
  toRest(token: string): REST
  post(channel: string, body: object): Promise<{ id: string }>
}

/** Starts the double for a test that calls its REST API. */
export async function openRest(options: WorldOptions = {}): Promise<OpenedRest> {
  const discord = await createFakeDiscord(options)
  onTestFinished(discord.close)
  const toRest = (token: string) =>
    new REST({ api: discord.apiUrl, retries: 0, rejectOnRateLimit: () => true }).setToken(token)
  const rest = toRest(discord.token)
  return {
    discord,
    rest,
    toRest,
    post: async (channel, body) =>
      (await rest.post(Routes.channelMessages(channel), { body })) as { id: string },
  }
}
