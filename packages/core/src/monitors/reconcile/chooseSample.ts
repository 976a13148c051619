import type { Look, MonitorDeps } from '../Monitor.ts'
import type { ReconcileSettings } from './reconcileSchema.ts'

const DAY_MS = 86_400_000
const FIRST_MS = 300_000

/**
 * The records whose turn of the day lies in the look's window: the numbers from 1 to the newest are spread over the day,
 * so nothing has to be remembered between two looks, and every record has its turn once a day however often they come.
 */
export async function chooseSample(
  deps: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  settings: Pick<ReconcileSettings, 'mostRecords'>,
): Promise<bigint[]> {
  const [newest] = await deps.store.listRecords({ offset: 0, limit: 1 })
  if (newest === undefined) return []
  const count = newest.recordId
  const until = look.now.getTime()
  const since = Math.min(look.since?.getTime() ?? until - FIRST_MS, until)
  const place = (at: number) => (count * BigInt(at)) / BigInt(DAY_MS)
  const start = place(Math.max(since, until - DAY_MS))
  const wanted = place(until) - start
  const length = wanted < BigInt(settings.mostRecords) ? wanted : BigInt(settings.mostRecords)
  return Array.from({ length: Number(length) }, (_, index) => ((start + BigInt(index)) % count) + 1n)
}
