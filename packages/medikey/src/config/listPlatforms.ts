import type { Platform } from '@medikey/core'
import type { Config } from '@medikey/runtime'

/** The chat platforms that are configured; where there is none, the terminal of the demo. */
export function listPlatforms(config: Pick<Config, 'slack' | 'discord' | 'demo'>): Platform[] {
  const { slack, discord, demo } = config
  if (slack === null && discord === null) return demo ? ['terminal'] : []
  return [
    ...(slack === null ? [] : (['slack'] as const)),
    ...(discord === null ? [] : (['discord'] as const)),
  ]
}
