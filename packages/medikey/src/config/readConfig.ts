import { parsePrincipal } from '@medikey/contract-client'
import { parseDuration } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { type Config, ConfigError, loadConfig } from '@medikey/runtime'

const NO_DISCORD = 'This version of MediKey has no Discord bot: take DISCORD_TOKEN out of the environment.'

/**
 * Reads the configuration, with addresses checked for the network they are meant for.
 *
 * @throws ConfigError with every problem
 * @example
 * const config = readConfig({ env: context.env, cwd: context.cwd })
 */
export function readConfig(options: {
  env: Readonly<Record<string, string | undefined>>
  cwd: string
}): Config {
  // A platform that cannot be served is told first, and nobody is asked to complete its configuration.
  const { DISCORD_TOKEN: discordToken, ...env } = options.env
  const problems = discordToken?.trim() ? [NO_DISCORD] : []
  try {
    const config = load({ ...options, env })
    if (problems.length === 0) return config
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    problems.push(...error.problems)
  }
  throw new ConfigError({ problems })
}

function load(options: Parameters<typeof readConfig>[0]): Config {
  return loadConfig({
    ...options,
    parseDuration,
    checkPrincipal({ value, network }) {
      try {
        parsePrincipal({ value, network })
        return null
      } catch (error) {
        if (error instanceof BaseError) return error.userMessage
        throw error
      }
    },
  })
}
