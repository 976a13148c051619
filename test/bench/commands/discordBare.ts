import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js'
import { liftRateLimit } from './liftRateLimit.ts'

/**
 * The least that a discord.js client can do with a command: acknowledge it, and answer what it is given. Run as a process
 * of its own.
 */
async function main(): Promise<void> {
  liftRateLimit()
  const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token = '', GUILD_ID: guild = '' } = process.env
  const components = JSON.parse(process.env.ANSWER ?? '[]')
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } })
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components })
  })
  const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(token)
  await isReady
  const { String: text, Subcommand: subcommand } = ApplicationCommandOptionType
  const record = { name: 'record', description: 'which one', type: text, required: true } as const
  await client.application?.commands.create(
    {
      name: 'medikey',
      description: 'records',
      options: [{ name: 'record', description: 'shows one', type: subcommand, options: [record] }],
    },
    guild,
  )
  process.stdout.write('ready\n')
}

await main()
