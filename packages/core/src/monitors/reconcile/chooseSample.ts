import type { Look, MonitorDeps } from '../Monitor.ts'
import type { ReconcileSettings } from './reconcileSchema.ts'
import { takeShare } from './takeShare.ts'

const DAY_MS = 86_400_000
const FIRST_MS = 300_000
/** What a run asks the chain at most: done in half of its time where an answer takes a tenth of a second. */
const MOST_READS = 1_500
/** Records that the contract answers at a time, and how many reads of privileges go on in the time that takes. */
const PAGE = 25
const READS_A_PAGE = 10

/**
 * The records whose turn of the day lies in the look's window: the numbers from 1 to the newest are spread over the day,
 * so nothing has to be remembered between two looks, and every record has its turn once a day however often they come.
 * What is too much for a run is shared out over as many days as that takes, each time of the day its own records.
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
  const since = Math.max(Math.min(look.since?.getTime() ?? until - FIRST_MS, until), until - DAY_MS)
  const place = (ofDay: number) => (count * BigInt(ofDay)) / BigInt(DAY_MS)
  const start = place(since % DAY_MS)
  const length = place((since % DAY_MS) + until - since) - start
  const day = BigInt(Math.floor(until / DAY_MS))

  const shares = divideUp(length, BigInt(settings.mostRecords))
  const { from, to } = takeShare({ length, shares, turn: day })
  const recordIds = Array.from(
    { length: Number(to - from) },
    (_, index) => ((start + from + BigInt(index)) % count) + 1n,
  )
  const privileges = await deps.store.listPrivilegesOf({ recordIds })
  const reads = READS_A_PAGE * Math.ceil(recordIds.length / PAGE) + 2 * privileges.length
  const part = takeShare({
    length: BigInt(recordIds.length),
    shares: divideUp(BigInt(reads), BigInt(MOST_READS)),
    turn: day / shares,
  })
  return recordIds.slice(Number(part.from), Number(part.to))
}

/** How often a part of this size is needed for the whole; once for nothing. */
function divideUp(whole: bigint, part: bigint): bigint {
  return whole === 0n ? 1n : (whole + part - 1n) / part
}
