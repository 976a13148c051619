import type { DrawDay } from '../../src/model/Draws.ts'
import type { ChangeCursor } from '../../src/model/MonitorState.ts'
import type { ActivityReader } from '../../src/ports/ActivityStore.ts'
import type { MemoryState } from './MemoryState.ts'

const DAY_MS = 86_400_000

/** Reads of what monitors look at: what came, and how much was drawn when. */
export function createActivityReader(view: () => MemoryState): ActivityReader {
  const hoursIn = ({ from, to }: { from: Date; to: Date }) =>
    [...view().draws.values()].filter(({ hour }) => hour >= from && hour < to)

  return {
    listChanges: async ({ after, limit }) =>
      takeAfter({
        rows: [...view().events.values()],
        after,
        limit,
        isRow: (event, { txid, eventIndex }) => event.txid === txid && event.eventIndex === eventIndex,
      }),

    listFailedCalls: async ({ after, limit }) =>
      takeAfter({
        rows: [...view().failedCalls.values()],
        after,
        limit,
        isRow: (call, { txid }) => call.txid === txid,
      }),

    listDraws: async ({ principal, ...window }) =>
      hoursIn(window)
        .filter((hour) => hour.principal === principal)
        .sort((a, b) => a.hour.getTime() - b.hour.getTime() || Number(a.asPhysician) - Number(b.asPhysician)),

    async listDailyVolumes(window) {
      const days = new Map<string, DrawDay>()
      for (const { hour, ...drawn } of hoursIn(window)) {
        const day = new Date(Math.floor(hour.getTime() / DAY_MS) * DAY_MS)
        const key = `${day.getTime()}/${drawn.principal}/${drawn.asPhysician}`
        const sum = days.get(key) ?? { ...drawn, day, draws: 0, volume: 0n }
        days.set(key, { ...sum, draws: sum.draws + drawn.draws, volume: sum.volume + drawn.volume })
      }
      return [...days.values()].sort(
        (a, b) =>
          a.day.getTime() - b.day.getTime() ||
          (a.principal === b.principal ? 0 : a.principal < b.principal ? -1 : 1) ||
          Number(a.asPhysician) - Number(b.asPhysician),
      )
    },
  }
}

/** Maps keep the order of arrival. */
function takeAfter<Row extends { blockHeight: number }>(options: {
  rows: readonly Row[]
  after: ChangeCursor | null
  limit: number
  isRow: (row: Row, cursor: ChangeCursor) => boolean
}): Row[] {
  const { rows, after, limit, isRow } = options
  if (after === null) return rows.slice(0, limit)
  const index = rows.findIndex((row) => isRow(row, after))
  const rest =
    index >= 0 ? rows.slice(index + 1) : rows.filter(({ blockHeight }) => blockHeight > after.blockHeight)
  return rest.slice(0, limit)
}
