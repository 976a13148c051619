import type { MonitorDeps } from '../Monitor.ts'

/** How many records that differed before are compared in every run; of more, each is when its turn of the day comes. */
const MOST_HELD = 250
/** What the chain is asked about their privileges at most, two reads each: no run may last for that. */
const MOST_READS = 1_000

/**
 * The records that differed before and are compared in every run: those that were found last, which nobody was told of
 * yet, as far as their privileges are not too many to read. One of them always is.
 *
 * @param options.recordIds in the order in which they were found
 */
export async function chooseHeld(
  deps: Pick<MonitorDeps, 'store'>,
  options: { recordIds: readonly bigint[] },
): Promise<bigint[]> {
  const recordIds = options.recordIds.toReversed().slice(0, MOST_HELD)
  const privileges = Map.groupBy(await deps.store.listPrivilegesOf({ recordIds }), ({ recordId }) => recordId)
  let reads = 0
  const end = recordIds.findIndex((recordId, index) => {
    reads += 2 * (privileges.get(recordId)?.length ?? 0)
    return index > 0 && reads > MOST_READS
  })
  return end < 0 ? recordIds : recordIds.slice(0, end)
}
