import type { Places } from './Config.ts'
import { requireEnvironment } from './requireEnvironment.ts'
import { toPlaces } from './toPlaces.ts'

/**
 * Reads the environment alone, for a command that is needed before there can be a medikey.yaml.
 *
 * @throws {ConfigError} with every problem by name, where anything is wrong.
 * @example
 * const { dataDir } = loadPlaces({ env: process.env, cwd: process.cwd() })
 */
export function loadPlaces(options: {
  env: Readonly<Record<string, string | undefined>>
  /** Where relative paths start. */
  cwd: string
}): Places {
  return toPlaces(requireEnvironment(options.env), options)
}
