import { ConfigError } from '@medikey/runtime'
import { type FullConfig, readConfig } from './readConfig.ts'

/**
 * Says whether the configuration, read anew, is another than the one that a process was started with, or cannot be read
 * any more. The environment of a process does not change, so it is the file that did.
 *
 * @example
 * isConfigChanged(config, { env: context.env, cwd: context.cwd })
 */
export function isConfigChanged(
  config: FullConfig,
  options: { env: Readonly<Record<string, string | undefined>>; cwd: string },
): boolean {
  try {
    return toText(readConfig(options)) !== toText(config)
  } catch (error) {
    if (error instanceof ConfigError) return true
    throw error
  }
}

/** Secrets are all alike here: they are of the environment. */
function toText(config: FullConfig): string {
  return JSON.stringify(config, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}
