import { type RuleName, transactionSets, type WatchReader } from '@medikey/core'
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  max,
  type SQL,
  sql,
} from 'drizzle-orm'
import { toFinding } from '../alerts/toFinding.ts'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { toEvent } from '../projection/toEvent.ts'
import { toRequest } from '../requests/toRequest.ts'
import { alertFindings } from '../schema/alertFindings.ts'
import { alerts } from '../schema/alerts.ts'
import { events } from '../schema/events.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'
import { requests } from '../schema/requests.ts'
import { signers } from '../schema/signers.ts'
import { transactions } from '../schema/transactions.ts'
import { toTransaction } from '../transactions/toTransaction.ts'
import { isWithin } from './isWithin.ts'

const LAST_FEES = 10

/** What a monitor asks about the subjects that it examines. */
export function createSubjectReader(
  db: Database,
): Pick<
  WatchReader,
  | 'listHoldingFindings'
  | 'listEndedFindings'
  | 'findOwnTxids'
  | 'listUnderway'
  | 'listAllSigners'
  | 'getSpending'
  | 'getEventBefore'
  | 'findRecords'
  | 'listPrivilegesOf'
> {
  async function listConditions({ rules, where }: { rules: readonly RuleName[]; where: SQL | undefined }) {
    if (rules.length === 0) return []
    const rows = await db
      .select({ finding: alertFindings, alert: { rule: alerts.rule, cause: alerts.cause } })
      .from(alerts)
      .innerJoin(alertFindings, eq(alertFindings.alertId, alerts.id))
      .where(and(inArray(alerts.rule, [...rules]), eq(alertFindings.kind, 'condition'), where))
      .orderBy(asc(alertFindings.seq))
    return rows.map(toFinding)
  }

  return {
    listHoldingFindings: ({ rules }) =>
      listConditions({
        rules,
        where: and(sql`${alerts.status} <> 'resolved'`, isNull(alertFindings.endedAt)),
      }),

    listEndedFindings: ({ rules, ...window }) =>
      listConditions({ rules, where: isWithin(alertFindings.endedAt, window) }),

    async findOwnTxids({ txids }) {
      if (txids.length === 0) return []
      const rows = await db
        .select({ txid: transactions.txid })
        .from(transactions)
        .where(isAnyOf(transactions.txid, txids))
      return rows.flatMap(({ txid }) => (txid === null ? [] : [txid]))
    },

    async listUnderway({ signer }) {
      const rows = await db
        .select({ request: getTableColumns(requests), transaction: getTableColumns(transactions) })
        .from(transactions)
        .innerJoin(requests, eq(requests.id, transactions.requestId))
        .where(
          and(eq(transactions.signer, signer), inArray(transactions.status, [...transactionSets.underway])),
        )
        .orderBy(asc(transactions.seq))
      return rows.map(({ request, transaction }) => ({
        request: toRequest(request),
        transaction: toTransaction(transaction),
      }))
    },

    async listAllSigners() {
      const rows = await db.select({ signer: signers.signer }).from(signers)
      return rows.map(({ signer }) => signer)
    },

    async getSpending(signer) {
      const last = db
        .select({ fee: transactions.fee, signedAt: transactions.signedAt })
        .from(transactions)
        .where(
          and(eq(transactions.signer, signer), isNotNull(transactions.signedAt), isNotNull(transactions.fee)),
        )
        .orderBy(desc(transactions.signedAt))
        .limit(LAST_FEES)
        .as('last')
      const [row] = await db.select({ highestFee: max(last.fee), signedAt: max(last.signedAt) }).from(last)
      if (row === undefined || row.highestFee === null || row.signedAt === null) return null
      return { highestFee: row.highestFee, signedAt: row.signedAt }
    },

    async getEventBefore({ names, event }) {
      if (names.length === 0) return null
      const place = db
        .select({ blockHeight: events.blockHeight, seq: events.seq })
        .from(events)
        .where(and(eq(events.txid, event.txid), eq(events.eventIndex, event.eventIndex)))
      // Each name's last by the index: asked for all names in one, all events are read where none of them is there.
      const lastOf = (name: string) =>
        db
          .select({ seq: events.seq })
          .from(events)
          .where(and(eq(events.name, name), sql`(${events.blockHeight}, ${events.seq}) < (${place})`))
          .orderBy(desc(events.blockHeight), desc(events.seq))
          .limit(1)
      const [row] = await db
        .select()
        .from(events)
        .where(sql`${events.seq} in (${sql.join(names.map(lastOf), sql`, `)})`)
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(1)
      return row === undefined ? null : toEvent(row)
    },

    async findRecords({ recordIds }) {
      if (recordIds.length === 0) return []
      return await db
        .select()
        .from(records)
        .where(isAnyOf(records.recordId, recordIds))
        .orderBy(asc(records.recordId))
    },

    async listPrivilegesOf({ recordIds }) {
      if (recordIds.length === 0) return []
      return await db
        .select()
        .from(privileges)
        .where(isAnyOf(privileges.recordId, recordIds))
        .orderBy(asc(privileges.recordId), asc(privileges.medicalStaff))
    },
  }
}
