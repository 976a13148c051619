import type { Deps } from '../Deps.ts'
import type { Checkpoint } from '../model/Projection.ts'
import { announceStanding } from './announceStanding.ts'
import { foldEvents } from './foldEvents.ts'
import { refoldRecords } from './refoldRecords.ts'
import { reorgRun } from './reorgRun.ts'

/**
 * Takes back what stands above a block: its events, failed calls and draws. Only the records that they were about are
 * told anew, and what was told to people stays told. It is noted what went, for the monitor of the chain, and that it
 * is to be read anew: monitors of the projection wait for that.
 *
 * @param options.to the newest block that both forks share; null: none
 * @param options.from the checkpoint as it was when that was found out
 * @returns how many events went; null, and nothing done, when another follower wrote meanwhile
 */
export async function rollBack(
  deps: Deps,
  options: { to: { height: number; hash: string } | null; from: Checkpoint },
): Promise<number | null> {
  const { to, from } = options
  return deps.store.transaction(async (unit) => {
    const present = await unit.lockCheckpoint()
    if (present?.blockHash !== from.blockHash) return null
    const gone = await unit.forgetAbove(to?.height ?? -1)
    const { draws } = foldEvents(gone.events)
    await unit.addDraws(draws.map((hour) => ({ ...hour, draws: -hour.draws, volume: -hour.volume })))
    await refoldRecords(unit, { events: gone.events })
    await announceStanding(deps, unit, gone.events)
    const heights = [...gone.events, ...gone.failedCalls].map(({ blockHeight }) => blockHeight)
    if (heights.length > 0)
      await unit.insertReorg({
        at: deps.clock.now(),
        fromHeight: from.blockHeight,
        fromHash: from.blockHash,
        toHeight: heights.reduce((lowest, height) => Math.min(lowest, height)),
        events: gone.events.length,
        failedCalls: gone.failedCalls.length,
      })
    await unit.noteRun({ monitor: reorgRun, startedAt: deps.clock.now(), completedAt: null })
    if (to === null) {
      await unit.clearProjection()
      return gone.events.length
    }
    const newest = await unit.getNewestEvent()
    await unit.setCheckpoint({
      blockHeight: to.height,
      blockHash: to.hash,
      event:
        newest === null
          ? null
          : {
              txid: newest.txid,
              eventIndex: newest.eventIndex,
              cursor: from.event?.cursor ?? null,
            },
      calls:
        from.calls === null
          ? null
          : { height: Math.min(from.calls.height, to.height), cursor: from.calls.cursor },
    })
    return gone.events.length
  })
}
