import type { Places } from './Config.ts'
import { ConfigError } from './ConfigError.ts'
import { readEnvironment } from './readEnvironment.ts'
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
  const found = new Set<string>()
  const settings = readEnvironment({ problems: { add: (problem) => void found.add(problem) } }, options.env)
  if (found.size > 0) throw new ConfigError({ problems: [...found] })
  return toPlaces(settings, options)
}
