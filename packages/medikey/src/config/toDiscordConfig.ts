import type { DiscordConfig as DiscordOptions } from '@medikey/discord'
import type { DiscordAccess } from '@medikey/runtime'

/** What the Discord bot is told of its configuration: from here on it holds the token in the clear. */
export function toDiscordConfig({ token, apiUrl }: DiscordAccess): DiscordOptions {
  return { token: token.reveal(), apiUrl }
}
