import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js'
import { onTestFinished } from 'vitest'
import { createFakeDiscord } from './createFakeDiscord.ts'
import type { WorldOptions } from './createWorld.ts'
import type { FakeDiscord } from './FakeDiscord.ts'

export type LoggedIn = {
  readonly discord: FakeDiscord
  readonly client: Client<true>
  /** What the client was told about, oldest first. */
  readonly received: readonly Interaction[]
  /** What the client does with the next interactions. */
  answer(handle: (interaction: Interaction) => Promise<unknown>): void
  /** What went wrong while it did. */
  readonly errors: readonly unknown[]
}

/** Starts the double and logs discord.js's own client in, with one command registered: `/test say` and `/test ping`. */
export async function logIn(
  options: { world?: WorldOptions; client?: Partial<ClientOptions> } = {},
): Promise<LoggedIn> {
  const discord = await createFakeDiscord(options.world)
  onTestFinished(discord.close)
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    rest: { api: discord.apiUrl, retries: 0 },
    ...options.client,
  })
  onTestFinished(() => client.destroy())
  const received: Interaction[] = []
  const errors: unknown[] = []
  let handle: (interaction: Interaction) => Promise<unknown> = async () => {}
  client.on(Events.InteractionCreate, (interaction) => {
    received.push(interaction)
    handle(interaction).catch((error: unknown) => errors.push(error))
  })
  client.on(Events.Error, (error) => errors.push(error))
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  const logged = await ready
  await logged.application.commands.set([definition], discord.guildId)
  return {
    discord,
    client: logged,
    received,
    errors,
    answer(next) {
      handle = next
    },
  }
}

const definition = {
  name: 'test',
  description: 'For tests',
  options: [
    { type: 1, name: 'ping', description: 'Without options' },
    {
      type: 1,
      name: 'say',
      description: 'With every kind of option',
      options: [
        { type: 3, name: 'what', description: 'Text', required: true, max_length: 10, autocomplete: true },
        { type: 6, name: 'who', description: 'A person' },
        { type: 4, name: 'times', description: 'A number', min_value: 1 },
        { type: 5, name: 'loud', description: 'Yes or no' },
        { type: 3, name: 'mood', description: 'A choice', choices: [{ name: 'Good', value: 'good' }] },
      ],
    },
  ],
}
