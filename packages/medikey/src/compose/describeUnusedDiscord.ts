import type { Config } from '@medikey/runtime'

/** Says that medikey.yaml speaks of Discord while the token is missing that would connect to it; null where all fits. */
export function describeUnusedDiscord(config: Pick<Config, 'discord' | 'namesDiscord'>): string | null {
  if (config.discord !== null || !config.namesDiscord) return null
  return 'medikey.yaml names Discord channels or people, but DISCORD_TOKEN is not set, so Discord is not used. Set it to the token of the bot.'
}
