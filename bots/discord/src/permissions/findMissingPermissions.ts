import { OverwriteType, PermissionsBitField, Routes } from 'discord.js'
import { z } from 'zod'
import type { DiscordConnection } from '../connection/DiscordConnection.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import { neededPermissions } from './neededPermissions.ts'

const forThreads: ReadonlySet<string> = new Set(['CreatePublicThreads', 'SendMessagesInThreads'])

const bits = z.string().transform(BigInt)
const guildSchema = z.object({ roles: z.array(z.object({ id: z.string(), permissions: bits })) })
const memberSchema = z.object({ roles: z.array(z.string()) })
const channelSchema = z.object({
  permission_overwrites: z.array(z.object({ id: z.string(), type: z.int(), allow: bits, deny: bits })),
})

/**
 * Finds what the bot needs in a channel and may not do there, as the channel's settings name it.
 *
 * @param options.hasThreads whether threads hang below the messages of the channel
 * @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 * @throws MessengerError when the channel cannot be looked at
 * @example
 * await findMissingPermissions(connection, { channel: '200000000000000001', hasThreads: true }) // ['Create Public Threads']
 */
export async function findMissingPermissions(
  deps: Pick<DiscordConnection, 'rest' | 'workspace' | 'bot'>,
  options: { channel: string; hasThreads: boolean },
): Promise<string[]> {
  const { rest, workspace, bot } = deps
  try {
    const [guild, member, channel] = await Promise.all([
      rest.get(Routes.guild(workspace)).then((body) => guildSchema.parse(body)),
      rest.get(Routes.guildMember(workspace, bot.userId)).then((body) => memberSchema.parse(body)),
      rest.get(Routes.channel(options.channel)).then((body) => channelSchema.parse(body)),
    ])
    // The role of everybody has the id of the server.
    const roles = new Set([workspace, ...member.roles])
    const everywhere = new PermissionsBitField(
      guild.roles.filter(({ id }) => roles.has(id)).map(({ permissions }) => permissions),
    )
    const here = everywhere.has('Administrator')
      ? new PermissionsBitField(PermissionsBitField.All)
      : overwrite(everywhere, { channel, roles, workspace, userId: bot.userId })
    const flags = Object.keys(neededPermissions) as (keyof typeof neededPermissions)[]
    return flags
      .filter((flag) => options.hasThreads || !forThreads.has(flag))
      .filter((flag) => !here.has(flag))
      .map((flag) => neededPermissions[flag])
  } catch (error) {
    throw toMessengerError(error)
  }
}

/** What a channel says of everybody, then of the bot's roles together, then of the bot: the later counts. */
function overwrite(
  everywhere: PermissionsBitField,
  options: {
    channel: z.output<typeof channelSchema>
    roles: ReadonlySet<string>
    workspace: string
    userId: string
  },
): PermissionsBitField {
  const { channel, roles, workspace, userId } = options
  const ofRoles = channel.permission_overwrites.filter(({ type }) => type === OverwriteType.Role)
  const steps = [
    ofRoles.filter(({ id }) => id === workspace),
    ofRoles.filter(({ id }) => id !== workspace && roles.has(id)),
    channel.permission_overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === userId),
  ]
  return steps.reduce(
    (sum, step) => sum.remove(step.map(({ deny }) => deny)).add(step.map(({ allow }) => allow)),
    new PermissionsBitField(everywhere),
  )
}
