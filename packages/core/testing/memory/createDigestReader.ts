import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { Severity } from '../../src/model/Alert.ts'
import type { DigestReader, TimeRange } from '../../src/ports/DigestStore.ts'
import { isAccessRequest } from '../../src/requests/isAccessRequest.ts'
import type { MemoryState } from './MemoryState.ts'

const HOUR_MS = 3_600_000
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical']

/** Reads of digests and of what they tell. */
export function createDigestReader(view: () => MemoryState): DigestReader {
  const isIn = (at: Date | null, { from, to }: TimeRange) => at !== null && at >= from && at < to
  const toHour = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
  const listDraws = (range: TimeRange) =>
    [...view().events.values()].flatMap(({ value, blockTime }) =>
      value?.event === 'medical-data-accessed' && isIn(toHour(blockTime), range)
        ? [{ ...value, blockTime }]
        : [],
    )
  const listAsked = () =>
    [...view().requests.values()].filter(
      (request): request is AccessRequest => isAccessRequest(request) && request.origin === 'person',
    )

  return {
    getDigest: async (id) => view().digests.get(id) ?? null,

    listDrawHours: async (range) =>
      [...view().draws.values()]
        .filter(({ hour }) => isIn(hour, range))
        .sort((a, b) => a.hour.getTime() - b.hour.getTime() || a.principal.localeCompare(b.principal)),

    async listDrawnRecords({ limit, ...range }) {
      const drawn = new Map<bigint, bigint>()
      for (const { recordId, accessVolume } of listDraws(range)) {
        drawn.set(recordId, (drawn.get(recordId) ?? 0n) + accessVolume)
      }
      return [...drawn]
        .flatMap(([recordId, volume]) => {
          const record = view().records.get(recordId)
          if (record === undefined) return []
          const { accessedVolume, dataVolume } = record
          return [{ recordId, accessedVolume, dataVolume, drawn: volume }]
        })
        .sort((a, b) => {
          const [one, other] = [a.accessedVolume * b.dataVolume, b.accessedVolume * a.dataVolume]
          return one === other ? Number(a.recordId - b.recordId) : one > other ? -1 : 1
        })
        .slice(0, limit)
    },

    async countRequests(range) {
      const asked = listAsked()
      const countDecided = (status: AccessRequest['status']) =>
        asked.filter((request) => request.status === status && isIn(request.decidedAt, range)).length
      return {
        asked: asked.filter(({ createdAt }) => isIn(createdAt, range)).length,
        approved: countDecided('approved'),
        denied: countDecided('denied'),
        cancelled: countDecided('cancelled'),
        expired: asked.filter(
          ({ status, approvalExpiresAt }) => status === 'expired' && isIn(approvalExpiresAt, range),
        ).length,
      }
    },

    async countWaitingRequests() {
      const waiting = listAsked()
        .filter(({ status }) => status === 'awaiting-consent' || status === 'pending')
        .map(({ createdAt }) => createdAt.getTime())
      return { count: waiting.length, oldestAt: waiting.length === 0 ? null : new Date(Math.min(...waiting)) }
    },

    async countAlerts(range) {
      const counts = new Map<string, { rule: string; severity: Severity; count: number }>()
      for (const { rule, firedAt, ...alert } of view().alerts.values()) {
        if (firedAt === null || !isIn(firedAt, range)) continue
        const counted = counts.get(rule)
        const severities = [
          alert.severity,
          alert.toldSeverity ?? 'info',
          counted?.severity ?? 'info',
        ] as const
        const severity = SEVERITIES.findLast((one) => severities.includes(one)) ?? 'info'
        counts.set(rule, { rule, severity, count: (counted?.count ?? 0) + 1 })
      }
      return [...counts.values()].sort((a, b) => a.rule.localeCompare(b.rule))
    },

    async countFailedCalls(range) {
      const counts = new Map<bigint | null, number>()
      for (const { code, blockTime } of view().failedCalls.values()) {
        if (isIn(blockTime, range)) counts.set(code, (counts.get(code) ?? 0) + 1)
      }
      return [...counts].map(([code, count]) => ({ code, count }))
    },
  }
}
