import { type Deps, endGrants, expireRequests, warnGrants } from '@medikey/core'
import type { Logger } from '@medikey/runtime'

/** Does what is due by the clock alone. */
export type Timekeeper = {
  /** Ends time-boxed grants whose time is over, warns of those whose time runs out, expires what waited too long. */
  keep(): Promise<void>
}

/**
 * Makes the timekeeper. A grant's end also wakes a job at its time; what stands in the rows is what counts.
 *
 * @example
 * await createTimekeeper({ deps, logger }).keep()
 */
export function createTimekeeper(options: { deps: Deps; logger: Logger }): Timekeeper {
  const { deps, logger } = options
  return {
    async keep() {
      // Ends first: they take access away.
      const ended = await endGrants(deps)
      if (ended > 0) logger.info({ grants: ended }, 'Time-boxed grants ended')
      const warned = await warnGrants(deps)
      if (warned > 0) logger.info({ grants: warned }, 'Ends of time-boxed grants announced')
      const expired = await expireRequests(deps)
      if (expired > 0) logger.info({ requests: expired }, 'Requests expired')
    },
  }
}
