import { interactionTypes } from '../interactionTypes.ts'
import { messageFlags } from '../messageFlags.ts'
import type { FakeMessage, World } from '../World.ts'
import { toWireChannel } from './toWireChannel.ts'
import { toWireUser } from './toWireUser.ts'

/**
 * A message as Discord sends it; a nonce is told only when the message is posted. What people write in a guild is hidden from an app without the privileged intent,
 * unless they mention it.
 *
 * @param options.isChosen whether a person chose the message for the app: then it is not hidden
 */
export function toWireMessage(
  world: World,
  message: FakeMessage,
  options: { isChosen?: boolean } = {},
): Record<string, unknown> {
  const channel = world.channels.get(message.channel)
  const thread = world.channels.get(message.id)
  const isHidden =
    message.author !== world.applicationId &&
    channel?.guildId != null &&
    !world.hasPrivilegedIntents &&
    !message.mentions.includes(world.applicationId) &&
    !options.isChosen
  const interaction = world.interactions.get(message.interactionId ?? '')
  return {
    id: message.id,
    channel_id: message.channel,
    ...(channel?.guildId == null ? {} : { guild_id: channel.guildId }),
    type: interaction?.kind === 'command' ? 20 : 0,
    author: toWireUser(world, message.author),
    content: isHidden ? '' : message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions.map((id) => toWireUser(world, id)),
    mention_roles: [],
    attachments: message.attachments.map(({ id, filename, bytes }) => ({
      id,
      filename,
      size: bytes.length,
      url: `${world.origin}/attachments/${message.channel}/${id}/${filename}`,
      proxy_url: `${world.origin}/attachments/${message.channel}/${id}/${filename}`,
    })),
    embeds: message.embeds,
    components: message.components,
    pinned: false,
    flags:
      message.flags |
      (message.isLoading ? messageFlags.loading : 0) |
      (thread === undefined ? 0 : messageFlags.hasThread),
    ...(thread === undefined ? {} : { thread: toWireChannel(world, thread) }),
    ...(message.author === world.applicationId ? { application_id: world.applicationId } : {}),
    ...(interaction === undefined
      ? {}
      : {
          webhook_id: world.applicationId,
          interaction_metadata: {
            id: interaction.id,
            type: interactionTypes[interaction.kind],
            user: toWireUser(world, interaction.user),
            authorizing_integration_owners: { '0': channel?.guildId ?? '0' },
          },
        }),
  }
}
