import { advanceAlerts, type Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'

/**
 * Moves on the alerts whose time has come. Several processes may do so at once: each alert is moved by one of them.
 *
 * @example
 * await sweepAlerts({ deps, logger })
 */
export async function sweepAlerts(options: { deps: Deps; logger: Logger }): Promise<void> {
  const { deps, logger } = options
  const moved = await advanceAlerts(deps)
  if (moved > 0) logger.info({ alerts: moved }, 'Alerts moved on')
}
