import type { DiscordAccess } from './Config.ts'
import type { EnvironmentSettings } from './environmentSchema.ts'

/** How Discord is reached; null where there is no token. */
export function chooseDiscord(settings: EnvironmentSettings): DiscordAccess | null {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = settings
  return token === undefined ? null : { token, apiUrl }
}
