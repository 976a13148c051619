import { type AccessRequest, requestSets, type WatchReader } from '@medikey/core'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { toEntry } from '../evidence/toEntry.ts'
import { toRequest } from '../requests/toRequest.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { grants } from '../schema/grants.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'
import { reorgs } from '../schema/reorgs.ts'
import { requests } from '../schema/requests.ts'
import { transactions } from '../schema/transactions.ts'
import { toTransaction } from '../transactions/toTransaction.ts'
import { isWithin } from './isWithin.ts'

const isAccess = inArray(requests.kind, ['grant', 'revoke'])

/** What became due in a window of time. */
export function createDueReader(
  db: Database,
): Pick<
  WatchReader,
  | 'listStuckTransactions'
  | 'listSigners'
  | 'listUnusedPrivileges'
  | 'listReorgs'
  | 'listGrantsEnding'
  | 'listWaitingRequests'
  | 'listUndecidedRequests'
  | 'listAuditOf'
> {
  return {
    async listStuckTransactions({ until }) {
      const lastStep = sql`coalesce(${transactions.broadcastAt}, ${transactions.signedAt}, ${transactions.createdAt})`
      const rows = await db
        .select()
        .from(transactions)
        .where(
          and(
            inArray(transactions.status, ['queued', 'signed', 'unknown', 'broadcast']),
            // The first step is the earliest: this is what the index answers.
            lte(transactions.createdAt, until),
            sql`${lastStep} <= ${until.toISOString()}::timestamptz`,
          ),
        )
        .orderBy(asc(transactions.createdAt), asc(transactions.seq))
      return rows.map(toTransaction)
    },

    async listSigners(window) {
      const rows = await db
        .selectDistinct({ signer: transactions.signer })
        .from(transactions)
        .where(isWithin(transactions.signedAt, window))
      return rows.map(({ signer }) => signer)
    },

    async listUnusedPrivileges(window) {
      const rows = await db
        .select({ privilege: privileges, physician: records.physician })
        .from(privileges)
        .innerJoin(records, eq(records.recordId, privileges.recordId))
        .where(
          and(
            sql`${privileges.usage} = 0`,
            isWithin(privileges.grantedAt, window),
            eq(records.activeRecord, true),
          ),
        )
        .orderBy(asc(privileges.grantedAt), asc(privileges.recordId), asc(privileges.medicalStaff))
      return rows.map(({ privilege, physician }) => ({ ...privilege, physician }))
    },

    async listReorgs(window) {
      const rows = await db
        .select()
        .from(reorgs)
        .where(isWithin(reorgs.at, window))
        .orderBy(asc(reorgs.at), asc(reorgs.seq))
      return rows.map(({ seq: _, ...reorg }) => reorg)
    },

    listGrantsEnding: async (window) =>
      await db
        .select()
        .from(grants)
        .where(and(eq(grants.status, 'active'), isWithin(grants.endsAt, window)))
        .orderBy(asc(grants.endsAt), asc(grants.requestId)),

    async listWaitingRequests({ until }) {
      const rows = await db
        .select()
        .from(requests)
        .where(
          and(isAccess, inArray(requests.status, [...requestSets.undecided]), lte(requests.createdAt, until)),
        )
        .orderBy(asc(requests.createdAt), asc(requests.seq))
      return rows.map(toRequest) as AccessRequest[]
    },

    async listUndecidedRequests(window) {
      const rows = await db
        .select()
        .from(requests)
        .where(
          and(
            isAccess,
            inArray(requests.status, [...requestSets.undecided, 'expired']),
            isWithin(requests.approvalExpiresAt, window),
          ),
        )
        .orderBy(asc(requests.approvalExpiresAt), asc(requests.seq))
      return rows.map(toRequest) as AccessRequest[]
    },

    async listAuditOf({ actions, ...window }) {
      const rows = await db
        .select()
        .from(auditEntries)
        .where(and(inArray(auditEntries.action, [...actions]), isWithin(auditEntries.at, window)))
        .orderBy(asc(auditEntries.at), asc(auditEntries.seq))
      return rows.map(toEntry)
    },
  }
}
