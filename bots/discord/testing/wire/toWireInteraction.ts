import { interactionTypes } from '../interactionTypes.ts'
import type { FakeInteraction, World } from '../World.ts'
import { toAppPermissions } from './toAppPermissions.ts'
import { toWireChannel } from './toWireChannel.ts'
import { toWireMember } from './toWireMember.ts'
import { toWireMessage } from './toWireMessage.ts'
import { toWireUser } from './toWireUser.ts'

/** What the app is told about an interaction: a member where it happened in the guild, a mere user in a direct message. */
export function toWireInteraction(
  world: World,
  options: { interaction: FakeInteraction; data: Readonly<Record<string, unknown>> },
): Record<string, unknown> {
  const { interaction, data } = options
  const channel = world.channels.get(interaction.channel)
  const guildId = channel?.guildId ?? null
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interactionTypes[interaction.kind],
    token: interaction.token,
    version: 1,
    data,
    channel_id: interaction.channel,
    ...(channel === undefined ? {} : { channel: toWireChannel(world, channel) }),
    ...(guildId === null
      ? {
          context: 1,
          user: toWireUser(world, interaction.user),
          authorizing_integration_owners: { '0': '0' },
        }
      : {
          context: 0,
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: toWireMember(world, interaction.user),
          authorizing_integration_owners: { '0': guildId },
        }),
    ...(interaction.message === null ? {} : { message: toWireMessage(world, interaction.message) }),
    locale: 'en-US',
    app_permissions: channel === undefined ? '0' : toAppPermissions(channel),
    entitlements: [],
    attachment_size_limit: 10_485_760,
  }
}
