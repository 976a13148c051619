import { parsePrincipal } from '@medikey/contract-client'
import { type AlertSettings, type DigestSettings, type MonitorsSettings, parseDuration } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { type Config, loadConfig } from '@medikey/runtime'
import { configSections } from './configSections.ts'

/** The configuration of this machine's processes, with what core reads of the file. */
export type FullConfig = Config & {
  readonly monitors: MonitorsSettings
  readonly alerts: AlertSettings
  readonly digest: DigestSettings
}

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
}): FullConfig {
  return loadConfig({
    ...options,
    sections: configSections,
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
