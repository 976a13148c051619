import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { RequestStatus } from '../../src/model/Request.ts'
import { requestSets } from '../../src/model/requestSets.ts'
import type { Transaction, TransactionStatus } from '../../src/model/Transaction.ts'
import { transactionSets } from '../../src/model/transactionSets.ts'
import type { WatchReader, Window } from '../../src/ports/WatchStore.ts'
import { isAccessRequest } from '../../src/requests/isAccessRequest.ts'
import type { MemoryState } from './MemoryState.ts'

const WAITING: readonly RequestStatus[] = requestSets.undecided
const UNDERWAY: readonly TransactionStatus[] = transactionSets.underway

const isWithin = (at: Date | null, { after, until }: Window) =>
  at !== null && at <= until && (after === null || at > after)
const by =
  <T>(...keys: ((row: T) => number | bigint | string)[]) =>
  (a: T, b: T) => {
    const key = keys.find((each) => each(a) !== each(b))
    return key === undefined ? 0 : key(a) < key(b) ? -1 : 1
  }
const getLastStep = ({ broadcastAt, signedAt, createdAt }: Transaction) =>
  broadcastAt ?? signedAt ?? createdAt

/** What the monitors ask. */
export function createWatchReader(view: () => MemoryState): WatchReader {
  const listAccess = (): AccessRequest[] => [...view().requests.values()].filter(isAccessRequest)

  return {
    findOwnTxids: async ({ txids }) =>
      [...view().transactions.values()].flatMap(({ txid }) =>
        txid !== null && txids.includes(txid) ? [txid] : [],
      ),

    listUnderway: async ({ signer }) =>
      [...view().transactions.values()]
        .filter((transaction) => transaction.signer === signer && UNDERWAY.includes(transaction.status))
        .flatMap((transaction) => {
          const request = view().requests.get(transaction.requestId)
          return request === undefined ? [] : [{ request, transaction }]
        }),

    listStuckTransactions: async ({ until }) =>
      [...view().transactions.values()]
        .filter(({ status }) => status === 'queued' || UNDERWAY.includes(status))
        .filter((transaction) => getLastStep(transaction) <= until)
        .sort(by(({ createdAt }) => createdAt.getTime())),

    listSigners: async (window) => [
      ...new Set(
        [...view().transactions.values()]
          .filter(({ signedAt }) => isWithin(signedAt, window))
          .map(({ signer }) => signer),
      ),
    ],

    listReorgs: async (window) =>
      view()
        .reorgs.filter(({ at }) => isWithin(at, window))
        .sort(by(({ at }) => at.getTime())),

    listAllSigners: async () => [...view().fences.keys()],

    async getSpending(signer) {
      const signed = [...view().transactions.values()]
        .filter((transaction) => transaction.signer === signer)
        .flatMap(({ fee, signedAt }) => (fee === null || signedAt === null ? [] : [{ fee, signedAt }]))
        .sort(by(({ signedAt }) => -signedAt.getTime()))
        .slice(0, 10)
      const [last] = signed
      if (last === undefined) return null
      const [highestFee = 0n] = signed.map(({ fee }) => fee).sort((a, b) => (a > b ? -1 : 1))
      return { highestFee, signedAt: last.signedAt }
    },

    async getEventBefore({ names, event }) {
      const all = [...view().events.values()].sort(by(({ blockHeight }) => blockHeight))
      const place = all.findIndex(
        ({ txid, eventIndex }) => txid === event.txid && eventIndex === event.eventIndex,
      )
      return (
        all
          .slice(0, Math.max(place, 0))
          .findLast(({ value }) => value !== null && names.includes(value.event)) ?? null
      )
    },

    findRecords: async ({ recordIds }) =>
      [...view().records.values()]
        .filter(({ recordId }) => recordIds.includes(recordId))
        .sort(by(({ recordId }) => recordId)),

    listPrivilegesOf: async ({ recordIds }) =>
      [...view().privileges.values()]
        .filter(({ recordId }) => recordIds.includes(recordId))
        .sort(
          by(
            ({ recordId }) => recordId,
            ({ medicalStaff }) => medicalStaff,
          ),
        ),

    listUnusedPrivileges: async (window) =>
      [...view().privileges.values()]
        .filter(({ usage, grantedAt }) => usage === 0n && isWithin(grantedAt, window))
        .flatMap((privilege) => {
          const record = view().records.get(privilege.recordId)
          return record?.activeRecord === true ? [{ ...privilege, physician: record.physician }] : []
        })
        .sort(
          by(
            ({ grantedAt }) => grantedAt.getTime(),
            ({ recordId }) => recordId,
            ({ medicalStaff }) => medicalStaff,
          ),
        ),

    listGrantsEnding: async (window) =>
      [...view().grants.values()]
        .filter(({ status, endsAt }) => status === 'active' && isWithin(endsAt, window))
        .sort(
          by(
            ({ endsAt }) => endsAt?.getTime() ?? 0,
            ({ requestId }) => requestId,
          ),
        ),

    listWaitingRequests: async ({ until }) =>
      listAccess()
        .filter(({ status, createdAt }) => WAITING.includes(status) && createdAt <= until)
        .sort(by(({ createdAt }) => createdAt.getTime())),

    listUndecidedRequests: async (window) =>
      listAccess()
        .filter(({ status }) => status === 'expired' || WAITING.includes(status))
        .filter(({ approvalExpiresAt }) => isWithin(approvalExpiresAt, window))
        .sort(by(({ approvalExpiresAt }) => approvalExpiresAt.getTime())),

    listHoldingFindings: async ({ rules }) =>
      [...view().findings.values()].filter(
        ({ rule, kind, endedAt }) => kind === 'condition' && endedAt === null && rules.includes(rule),
      ),

    listEndedFindings: async ({ rules, ...window }) =>
      [...view().findings.values()].filter(
        ({ rule, kind, endedAt }) =>
          kind === 'condition' && isWithin(endedAt, window) && rules.includes(rule),
      ),

    listAuditOf: async ({ actions, ...window }) =>
      view()
        .audit.filter(({ action, at }) => actions.includes(action) && isWithin(at, window))
        .toSorted(by(({ at }) => at.getTime())),
  }
}
