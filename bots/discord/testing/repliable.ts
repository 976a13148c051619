import type { Interaction, RepliableInteraction } from 'discord.js'

/** Narrows an interaction to what takes a reply, which is all but a proposal. */
export function repliable(interaction: Interaction): RepliableInteraction {
  if (!interaction.isRepliable()) throw new Error('This interaction takes no reply.')
  return interaction
}
