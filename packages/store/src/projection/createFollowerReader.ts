import { type FollowerReader, requestSets } from '@medikey/core'
import { and, desc, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Database } from '../connection/Connection.ts'
import { checkpoints } from '../schema/checkpoints.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { requests } from '../schema/requests.ts'

/** What the follower asks. */
export function createFollowerReader(db: Database): FollowerReader {
  return {
    async getCheckpoint() {
      const [row] = await db.select().from(checkpoints)
      if (row === undefined) return null
      const { txid, eventIndex, eventCursor, callHeight, callCursor, blockHeight, blockHash } = row
      return {
        blockHeight,
        blockHash,
        event: txid === null || eventIndex === null ? null : { txid, eventIndex, cursor: eventCursor },
        calls: callHeight === null ? null : { height: callHeight, cursor: callCursor },
      }
    },

    countEvents: () => db.$count(events),

    async listKnownBlocks({ atOrBelow, limit }) {
      const blocksOf = (table: typeof events | typeof failedCalls) =>
        db
          .selectDistinct({ height: table.blockHeight, hash: table.blockHash })
          .from(table)
          .where(lte(table.blockHeight, atOrBelow))
          .orderBy(desc(table.blockHeight))
          .limit(limit)
      const rows = await unionAll(blocksOf(events), blocksOf(failedCalls)).orderBy(sql`1 desc`)
      const blocks = new Map(rows.map((row) => [row.hash, row]))
      return [...blocks.values()].slice(0, limit)
    },

    async findAwaitedPairs(pairs) {
      if (pairs.length === 0) return []
      const asked = new Set(pairs.map(({ recordId, medicalStaff }) => `${recordId}/${medicalStaff}`))
      const rows = await db
        .selectDistinct({ recordId: requests.recordId, medicalStaff: requests.medicalStaff })
        .from(requests)
        .where(
          and(
            inArray(requests.status, [...requestSets.undecided]),
            inArray(requests.kind, ['grant', 'revoke']),
            isNotNull(requests.medicalStaff),
          ),
        )
      return rows.flatMap(({ recordId, medicalStaff }) =>
        recordId !== null && medicalStaff !== null && asked.has(`${recordId}/${medicalStaff}`)
          ? [{ recordId, medicalStaff }]
          : [],
      )
    },
  }
}
