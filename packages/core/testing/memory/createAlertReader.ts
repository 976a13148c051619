import type { Alert, AlertFinding } from '../../src/model/Alert.ts'
import type { AlertReader } from '../../src/ports/AlertStore.ts'
import type { MemoryState } from './MemoryState.ts'

const SEVERITIES = ['critical', 'warning', 'info']
const isOpen = ({ status }: Alert) => status === 'firing' || status === 'acknowledged'

/** Reads of alerts, their findings and silences. */
export function createAlertReader(view: () => MemoryState): AlertReader {
  const alerts = () => [...view().alerts.values()]
  const open = () => alerts().filter(isOpen)
  const findings = (options: { alertId: string; holding?: boolean; raised?: boolean }) =>
    [...view().findings.values()].filter(
      ({ alertId, endedAt, stage }) =>
        alertId === options.alertId &&
        (options.holding !== true || endedAt === null) &&
        (options.raised !== true || stage !== 'pending'),
    )

  return {
    getAlert: async (id) => view().alerts.get(id) ?? null,

    listAlerts: async ({ status, limit }) =>
      alerts()
        .filter((alert) => status?.includes(alert.status) ?? true)
        .reverse()
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, limit),

    listOpenAlerts: async ({ limit }) =>
      open()
        .sort(
          (a, b) =>
            SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
            a.startedAt.getTime() - b.startedAt.getTime(),
        )
        .slice(0, limit),

    countOpenAlerts: async () => open().length,

    listOpenRules: async ({ rules }) =>
      [...new Set(open().map(({ rule }) => rule))].filter((rule) => rules.includes(rule)).sort(),

    listDueAlerts: async ({ now, toleranceMs, beyond, limit }) =>
      alerts()
        .filter(
          ({ dueAt }, place, all) =>
            beyond === null ||
            toTime(dueAt) > toTime(beyond.dueAt) ||
            (toTime(dueAt) === toTime(beyond.dueAt) && place > all.findIndex(({ id }) => id === beyond.id)),
        )
        .filter(
          ({ status, dueAt, movedAt, inhibitedBy }) =>
            status !== 'resolved' &&
            ((dueAt !== null && dueAt <= now) ||
              movedAt.getTime() > now.getTime() + toleranceMs ||
              (inhibitedBy !== null && !open().some(({ rule }) => rule === inhibitedBy))),
        )
        .sort((a, b) => toTime(a.dueAt) - toTime(b.dueAt))
        .slice(0, limit),

    async listAlertFindings({ limit, newest = false, ...which }) {
      const found = findings(which)
      return newest && limit !== undefined
        ? found.slice(Math.max(0, found.length - limit))
        : found.slice(0, limit)
    },

    countAlertFindings: async (which) => findings(which).length,

    findFindings: async ({ fingerprints }) =>
      [...view().findings.values()].filter(
        (finding) => fingerprints.includes(finding.fingerprint) && isTrue(finding),
      ),

    listSilences: async ({ now }) => [...view().silences.values()].filter(({ until }) => until > now),

    getSilence: async ({ rule, cause }) => view().silences.get(`${rule} ${cause}`) ?? null,
  }
}

const isTrue = ({ kind, endedAt }: AlertFinding) => kind === 'happening' || endedAt === null
const toTime = (at: Date | null) => at?.getTime() ?? Number.MAX_SAFE_INTEGER
