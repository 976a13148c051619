import { connectDiscord, createInvite } from '@medikey/discord'
import { BaseError } from '@medikey/errors'
import { configSecrets, createLogger, loadDiscordAccess } from '@medikey/runtime'
import { Command, Option } from 'commander'
import { readConfig } from '../config/readConfig.ts'
import { toDiscordConfig } from '../config/toDiscordConfig.ts'
import { describeOffers } from '../discord/describeOffers.ts'
import { offerCommands } from '../discord/offerCommands.ts'
import type { CommandContext } from './CommandContext.ts'

/** `medikey discord`: what Discord has to be told once. */
export function createDiscordCommand(context: CommandContext): Command {
  return new Command('discord')
    .description('invite the bot to a Discord server, and register its commands there')
    .addCommand(createInviteCommand(context))
    .addCommand(createRegisterCommand(context))
}

function createInviteCommand(context: CommandContext): Command {
  return new Command('invite')
    .description(
      'print the link with which an administrator of a server invites the bot, with the least permissions; needs DISCORD_TOKEN alone',
    )
    .action(async () => {
      const access = loadDiscordAccess(context)
      if (access === null) throw notConfigured()
      context.stdout.write(`${await createInvite(toDiscordConfig(access))}\n`)
    })
}

function createRegisterCommand(context: CommandContext): Command {
  return new Command('register')
    .description(
      'bring the commands that Discord offers to those of this version, and print what changed; medikey start does the same',
    )
    .addOption(
      new Option(
        '--global',
        'offer them in every server that the bot is in, and no more in the server of the channels alone; medikey start keeps to that',
      )
        .default(false)
        .conflicts('server'),
    )
    .option(
      '--server',
      'offer them in the server of the channels alone, and no more in every server; this is how it begins',
      false,
    )
    .option('--dry-run', 'only print what would change', false)
    .option('--json', 'as JSON: [{ guildId, added, changed, removed }]; guildId is null for global', false)
    .action(async (flags: { global: boolean; server: boolean; dryRun: boolean; json: boolean }) => {
      const config = readConfig(context)
      if (config.discord === null) throw notConfigured()
      const { channels } = config.discord
      const connection = await connectDiscord({
        config: toDiscordConfig(config.discord),
        channels,
        logger: createLogger({ level: 'silent', name: 'medikey discord', secrets: configSecrets(config) }),
      })
      const isDryRun = flags.dryRun
      const where = flags.global ? 'everywhere' : flags.server ? 'server' : null
      const offers = await offerCommands(connection, { where, isDryRun })
      context.stdout.write(flags.json ? `${JSON.stringify(offers)}\n` : describeOffers(offers, { isDryRun }))
    })
}

function notConfigured(): BaseError {
  return new BaseError({
    code: 'DISCORD_NOT_CONFIGURED',
    shortMessage: 'Discord is not configured: set DISCORD_TOKEN to the token of the bot.',
  })
}
