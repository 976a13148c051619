import { MessageFlags } from 'discord.js'
import type { Inbound } from './Inbound.ts'
import type { Interaction } from './interactionSchema.ts'
import { noGuild } from './noGuild.ts'

/** Who did something in which server, and where to answer them. */
export function toInbound(interaction: Interaction): Inbound {
  const userId = interaction.member?.user.id ?? interaction.user?.id ?? ''
  return {
    account: { platform: 'discord', workspace: interaction.guild_id ?? noGuild, userId },
    delivery: `discord:interaction:${interaction.id}`,
    reply: {
      userId,
      interactionId: interaction.id,
      token: interaction.token,
      replacesOriginal: ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    },
  }
}
