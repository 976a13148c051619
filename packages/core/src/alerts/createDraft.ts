import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { AuditEntry } from '../model/AuditEntry.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Silence } from '../model/Silence.ts'
import type { NewPost, UnitOfWork } from '../ports/Store.ts'

/** A sweep of the lanes brings the others within a second. */
const MOST_JOBS = 10

type Drafted = { alert: Alert; findings: AlertFinding[]; posts: NewPost[] }
type Which = Parameters<UnitOfWork['listAlertFindings']>[0]

/**
 * A unit of work that keeps new alerts, with what is found and told of them, and all evidence until it is saved: a
 * report that opens a thousand alerts is a few statements. What concerns an alert that was there before goes through.
 *
 * @param options.silences those that a new alert may begin under
 */
export function createDraft(
  unit: UnitOfWork,
  options: { silences: readonly Silence[] },
): { unit: UnitOfWork; save(): Promise<void> } {
  const drafts = new Map<string, Drafted>()
  const byRule = new Map<RuleName, Drafted[]>()
  const entries: AuditEntry[] = []
  const jobs: Parameters<UnitOfWork['enqueue']>[] = []
  const silences = new Map(options.silences.map((silence) => [toKey(silence), silence]))
  const openRules = new Map<string, RuleName[]>()
  const find = (subject: { alertId: string } | object) =>
    'alertId' in subject ? drafts.get(subject.alertId) : undefined

  const draft: UnitOfWork = {
    ...unit,

    async insertAlerts(alerts) {
      for (const alert of alerts) {
        const drafted = { alert, findings: [], posts: [] }
        drafts.set(alert.id, drafted)
        const ofRule = byRule.get(alert.rule)
        if (ofRule === undefined) byRule.set(alert.rule, [drafted])
        else ofRule.push(drafted)
      }
    },

    async updateAlert(alert) {
      const drafted = find({ alertId: alert.id })
      if (drafted !== undefined) {
        drafted.alert = alert
        return
      }
      openRules.clear()
      await unit.updateAlert(alert)
    },

    async insertFindings(findings) {
      const known = findings.filter((finding) => find(finding) === undefined)
      for (const finding of findings) find(finding)?.findings.push(finding)
      return known.length === 0 ? [...findings] : unit.insertFindings(known)
    },

    async updateFindings(change) {
      const drafted = find(change)
      if (drafted === undefined) return unit.updateFindings(change)
      const named = change.fingerprints === undefined ? null : new Set(change.fingerprints)
      drafted.findings = drafted.findings.map((finding) =>
        finding.endedAt === null && (named?.has(finding.fingerprint) ?? true)
          ? { ...finding, ...change.patch }
          : finding,
      )
    },

    async listAlertFindings(which) {
      const drafted = find(which)
      if (drafted === undefined) return unit.listAlertFindings(which)
      const { newest = false, limit = Number.POSITIVE_INFINITY } = which
      const found = choose(drafted, which)
      return newest ? found.slice(Math.max(0, found.length - limit)) : found.slice(0, limit)
    },

    async countAlertFindings(which) {
      const drafted = find(which)
      return drafted === undefined ? unit.countAlertFindings(which) : choose(drafted, which).length
    },

    async listOpenRules({ rules }) {
      const key = rules.join()
      const known = openRules.get(key) ?? (await unit.listOpenRules({ rules }))
      openRules.set(key, known)
      const opened = rules.filter((rule) => byRule.get(rule)?.some(isOpen))
      return [...new Set([...known, ...opened])].toSorted()
    },

    getSilence: async (of) => silences.get(toKey(of)) ?? null,

    async listDestinations(subject) {
      const drafted = find(subject)
      if (drafted === undefined) return unit.listDestinations(subject)
      return [...new Set(drafted.posts.map(({ lane }) => lane.platform))]
    },

    async touchCards(subject) {
      // Nobody has been shown what is in the draft only.
      if (find(subject) === undefined) await unit.touchCards(subject)
    },

    async addPosts(posts) {
      for (const post of posts) {
        const drafted = find(post.lane.subject)
        if (drafted === undefined) await unit.addPosts([post])
        else drafted.posts.push(post)
      }
    },

    async appendAudit(more) {
      for (const entry of more) entries.push(entry)
    },

    async enqueue(...job) {
      jobs.push(job)
    },
  }

  return {
    unit: draft,
    async save() {
      const drafted = [...drafts.values()]
      await unit.insertAlerts(drafted.map(({ alert }) => alert))
      await unit.insertFindings(drafted.flatMap(({ findings }) => findings))
      await unit.addPosts(drafted.flatMap(({ posts }) => posts))
      await unit.appendAudit(entries)
      for (const job of jobs.slice(0, MOST_JOBS)) await unit.enqueue(...job)
    },
  }
}

const isOpen = ({ alert: { status } }: Drafted) => status === 'firing' || status === 'acknowledged'
const toKey = ({ rule, cause }: Pick<Silence, 'rule' | 'cause'>) => JSON.stringify([rule, cause])

function choose({ findings }: Drafted, { holding = false, raised = false }: Which): AlertFinding[] {
  return findings.filter(
    ({ endedAt, stage }) => (!holding || endedAt === null) && (!raised || stage !== 'pending'),
  )
}
