import type { Deps } from '../Deps.ts'
import { warnOfEnd } from './warnOfEnd.ts'

const HOUR_MS = 3_600_000
/** The nearest first: who was told of the hour need not be told of the day any more. */
const LEADS_MS = [HOUR_MS, 24 * HOUR_MS] as const
const BATCH = 100

/**
 * Warns of every time-boxed grant whose end is a day or an hour away, once each: at most 100 of each in a call. A moment
 * that lay before the grant began is not warned of, and one that was missed only as long as no nearer one has come.
 *
 * @returns how many grants were warned of
 * @example
 * await warnGrants(deps)
 */
export async function warnGrants(deps: Deps): Promise<number> {
  let warned = 0
  for (const leadMs of LEADS_MS) {
    const ending = await deps.store.listGrantsToWarn({ now: deps.clock.now(), leadMs, limit: BATCH })
    for (const { requestId } of ending) {
      const covered = LEADS_MS.filter((lead) => lead >= leadMs)
      if (await warnOfEnd(deps, { requestId, leadMs, covered })) warned += 1
    }
  }
  return warned
}
