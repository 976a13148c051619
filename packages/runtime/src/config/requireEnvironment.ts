import { ConfigError } from './ConfigError.ts'
import type { EnvironmentSettings } from './environmentSchema.ts'
import { readEnvironment } from './readEnvironment.ts'

/**
 * Reads the environment where nothing else is read with it.
 *
 * @throws {ConfigError} with every problem by name, where anything is wrong.
 */
export function requireEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentSettings {
  const found = new Set<string>()
  const settings = readEnvironment({ problems: { add: (problem) => void found.add(problem) } }, env)
  if (found.size > 0) throw new ConfigError({ problems: [...found] })
  return settings
}
