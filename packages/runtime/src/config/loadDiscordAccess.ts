import type { DiscordAccess } from './Config.ts'
import { chooseDiscord } from './chooseDiscord.ts'
import { requireEnvironment } from './requireEnvironment.ts'

/**
 * Reads how Discord is reached from the environment alone, for a command that is needed before there can be channels in
 * a medikey.yaml.
 *
 * @returns null where there is no token
 * @throws {ConfigError} with every problem by name, where anything is wrong.
 * @example
 * const access = loadDiscordAccess({ env: process.env })
 */
export function loadDiscordAccess(options: {
  env: Readonly<Record<string, string | undefined>>
}): DiscordAccess | null {
  return chooseDiscord(requireEnvironment(options.env))
}
