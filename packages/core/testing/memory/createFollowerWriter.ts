import type { ChangeCursor } from '../../src/model/MonitorState.ts'
import type { EventProjection } from '../../src/model/Projection.ts'
import type { FollowerWriter } from '../../src/ports/FollowerStore.ts'
import { createActivityWriter } from './createActivityWriter.ts'
import type { MemoryState } from './MemoryState.ts'

/** How the follower writes. */
export function createFollowerWriter(state: MemoryState): FollowerWriter {
  const { records, privileges, events, failedCalls, draws, reorgs, monitorStates, single } = state
  const pairKey = (pair: { recordId: bigint; medicalStaff: string }) =>
    `${pair.recordId}/${pair.medicalStaff}`
  const inOrder = (rows: readonly EventProjection[]) =>
    [...rows].sort((a, b) => a.blockHeight - b.blockHeight)

  return {
    lockCheckpoint: async () => single.checkpoint,

    async setCheckpoint(checkpoint) {
      single.checkpoint = structuredClone(checkpoint)
    },

    async insertEvents(batch) {
      return batch.filter((event) => {
        const key = `${event.txid}/${event.eventIndex}`
        if (events.has(key)) return false
        events.set(key, structuredClone(event))
        return true
      })
    },

    async insertFailedCalls(calls) {
      const before = failedCalls.size
      for (const call of calls) {
        if (!failedCalls.has(call.txid)) failedCalls.set(call.txid, structuredClone(call))
      }
      return failedCalls.size - before
    },

    async applyChanges({ created, volumes, archived, granted, usages, revoked, draws: drawn }) {
      for (const record of created) {
        if (!records.has(record.recordId)) records.set(record.recordId, structuredClone(record))
      }
      for (const { recordId, accessedVolume } of volumes) {
        const record = records.get(recordId)
        if (record !== undefined) records.set(recordId, { ...record, accessedVolume })
      }
      for (const recordId of archived) {
        const record = records.get(recordId)
        if (record !== undefined) records.set(recordId, { ...record, activeRecord: false })
      }
      for (const pair of revoked) privileges.delete(pairKey(pair))
      for (const privilege of granted) privileges.set(pairKey(privilege), structuredClone(privilege))
      for (const { usage, ...pair } of usages) {
        const privilege = privileges.get(pairKey(pair))
        if (privilege !== undefined) privileges.set(pairKey(pair), { ...privilege, usage })
      }
      await createActivityWriter(state).addDraws(drawn)
    },

    async forgetRecords(recordIds) {
      for (const recordId of recordIds) records.delete(recordId)
      for (const [key, { recordId }] of privileges) if (recordIds.includes(recordId)) privileges.delete(key)
    },

    async listDecisiveEvents(recordIds) {
      const decisive = new Map<string, EventProjection>()
      for (const event of inOrder([...events.values()])) {
        const { value } = event
        if (value === null || !('recordId' in value) || !recordIds.includes(value.recordId)) continue
        const kind = value.event === 'medical-access-revoked' ? 'medical-access-granted' : value.event
        const staff = 'medicalStaff' in value ? value.medicalStaff : 'accessor' in value ? value.accessor : ''
        decisive.set(`${value.recordId}/${kind}/${staff}`, event)
      }
      const last = new Set(decisive.values())
      return inOrder([...events.values()]).filter((event) => last.has(event))
    },

    async forgetAbove(height) {
      const gone = [...events].filter(([, { blockHeight }]) => blockHeight > height)
      for (const [key] of gone) events.delete(key)
      const calls = [...failedCalls.values()].filter(({ blockHeight }) => blockHeight > height)
      for (const { txid } of calls) failedCalls.delete(txid)
      const lower = (cursor: ChangeCursor | null) =>
        cursor === null || cursor.blockHeight <= height
          ? cursor
          : { blockHeight: height, txid: '', eventIndex: 0 }
      for (const [name, monitorState] of monitorStates) {
        const { cursor, failedCallCursor } = monitorState
        monitorStates.set(name, {
          ...monitorState,
          cursor: lower(cursor),
          failedCallCursor: lower(failedCallCursor),
          looks: monitorState.looks + 1,
        })
      }
      return { events: gone.map(([, event]) => event), failedCalls: calls }
    },

    async insertReorg(reorg) {
      reorgs.push(reorg)
    },

    getNewestEvent: async () => inOrder([...events.values()]).at(-1) ?? null,

    async clearProjection() {
      for (const rows of [records, privileges, events, failedCalls, draws]) rows.clear()
      single.checkpoint = null
    },
  }
}
