import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type AlertDriver, driveAlerts } from '../../testing/driveAlerts.ts'
import { type Clinic, createClinic } from '../../testing/index.ts'
import type { Alert, Severity } from '../model/Alert.ts'
import type { Finding } from '../model/Finding.ts'
import { compareSeverity } from './compareSeverity.ts'
import { rules } from './rules.ts'

vi.mock(import('./tellAlert.ts'), async () => ({
  tellAlert: (await import('../../testing/noteNews.ts')).noteNews,
}))

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What monitors may find: conditions and happenings of two causes each, and one that inhibits the others. */
const SUBJECTS: readonly Subject[] = [
  ...['a', 'b'].flatMap((cause) =>
    [1, 2].flatMap((number): Subject[] => [
      { rule: 'grant-unused', kind: 'condition', cause, fingerprint: `grant-unused:${cause}${number}` },
      { rule: 'transaction-stuck', kind: 'happening', cause, fingerprint: `happened:${cause}${number}` },
    ]),
  ),
  { rule: 'chain-unreachable', kind: 'condition', cause: 'chain', fingerprint: 'chain-unreachable' },
]
type Subject = Pick<Finding, 'rule' | 'kind' | 'cause' | 'fingerprint'>

type Step = { readonly isKilled: boolean } & (
  | { readonly kind: 'report'; readonly subject: Subject; readonly severity: Severity }
  | { readonly kind: 'end'; readonly subject: Subject }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'acknowledge'; readonly subject: Subject }
  | { readonly kind: 'silence'; readonly subject: Subject; readonly ms: number }
  | { readonly kind: 'unsilence'; readonly subject: Subject }
)

const subject = fc.constantFrom(...SUBJECTS)
const isKilled = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))
const severity = fc.constantFrom<Severity>('warning', 'critical')
const ms = fc.constantFrom(1, MINUTE, 2 * HOUR, 4 * HOUR, 25 * HOUR, -2 * HOUR, -50 * HOUR)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('report' as const), subject, severity, isKilled }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), subject, isKilled }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms, isKilled }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('acknowledge' as const), subject, isKilled }) },
  fc.record({
    kind: fc.constant('silence' as const),
    subject,
    ms: fc.constantFrom(HOUR, 30 * HOUR),
    isKilled,
  }),
  fc.record({ kind: fc.constant('unsilence' as const), subject, isKilled }),
)

/** What somebody who watches would say of a rule and cause: knows no due time, no stage and no store. */
type Belief = {
  readonly holding: Map<string, Severity>
  /** The worst that people saw or were told of this alert; null while they know of none. */
  known: Severity | null
  isAcknowledged: boolean
  silencedUntil: number
  /** A silence that ended, and that a clock set back would bring back: either is fine. */
  isSilenceUnclear: boolean
  toldAt: number
}

const ALL = [...new Map(SUBJECTS.map((one) => [`${one.rule} ${one.cause}`, one])).values()]
const worst = (severities: Iterable<Severity>) => [...severities].toSorted(compareSeverity).at(-1) ?? null
const TOLD = ['fired', 'joined', 'escalated', 'repeated', 'reminded']

function createWatcher(clinic: Clinic) {
  const happened = new Set<string>()
  const history = new Map<string, string[]>()
  const beliefs = new Map<string, Belief>()
  const believe = (of: { rule: string; cause: string }): Belief => {
    const name = `${of.rule} ${of.cause}`
    const belief = beliefs.get(name) ?? {
      holding: new Map(),
      known: null,
      isAcknowledged: false,
      silencedUntil: 0,
      isSilenceUnclear: false,
      toldAt: 0,
    }
    beliefs.set(name, belief)
    return belief
  }
  const now = () => clinic.clock.now().getTime()
  const isInhibited = ({ rule }: Subject) =>
    rules[rule].inhibitedBy.includes('chain-unreachable') &&
    believe({ rule: 'chain-unreachable', cause: 'chain' }).holding.size > 0

  return {
    /** Notes what was done, before what was told of it. */
    note(step: Step) {
      if (step.kind === 'pass') return
      const { subject } = step
      const belief = believe(subject)
      const { holding } = belief
      if (step.kind === 'report') {
        const isOver = subject.kind === 'happening' && happened.has(subject.fingerprint)
        if (!isOver) holding.set(subject.fingerprint, step.severity)
        if (subject.kind === 'happening') happened.add(subject.fingerprint)
        const severity = worst(holding.values())
        if (severity !== null && belief.known !== null && compareSeverity(severity, belief.known) > 0)
          belief.isAcknowledged = false
      }
      if (step.kind === 'end' && subject.kind === 'condition') holding.delete(subject.fingerprint)
      if (step.kind === 'silence') belief.silencedUntil = now() + step.ms
      if (step.kind === 'unsilence') belief.silencedUntil = 0
      if (step.kind === 'silence' || step.kind === 'unsilence') belief.isSilenceUnclear = false
      if (step.kind === 'acknowledge' && holding.size > 0 && !belief.isAcknowledged) {
        belief.isAcknowledged = true
        belief.known = worst([...holding.values(), ...(belief.known === null ? [] : [belief.known])])
        for (const fingerprint of happened) holding.delete(fingerprint)
        belief.toldAt = Math.max(belief.toldAt, now())
      }
    },

    /** Compares what was told and what is kept with what it believes. */
    async check(alerts: AlertDriver, before: ReadonlyMap<Subject, boolean>) {
      const { store } = clinic.deps
      const news = await alerts.drainAll()
      for (const { alertId, what } of news) {
        const past = history.get(alertId) ?? []
        expect(past.length === 0).toBe(what === 'fired')
        expect(past).not.toContain('resolved')
        history.set(alertId, [...past, what])
      }
      for (const subject of ALL) {
        const belief = believe(subject)
        const wasSilenced = before.get(subject) === true
        const isSilenced = belief.silencedUntil > now()
        const { isSilenceUnclear } = belief
        if (!isSilenced && belief.silencedUntil > 0) belief.isSilenceUnclear = true
        const ids = (await store.listAlerts({ limit: 1_000 })).filter(
          ({ rule, cause }) => rule === subject.rule && cause === subject.cause,
        )
        const open = ids.filter(({ status }) => status !== 'resolved')
        const told = news
          .filter(({ alertId, what }) => ids.some(({ id }) => id === alertId) && TOLD.includes(what))
          .map(({ what }) => what)
        if (belief.toldAt > now() + MINUTE) belief.toldAt = now()
        if (told.includes('repeated') && !wasSilenced && !isSilenceUnclear)
          expect(now() - belief.toldAt).toBeGreaterThanOrEqual(4 * HOUR)
        if (told.some((what) => what !== 'joined')) belief.toldAt = now()
        if (told.length > 0) {
          belief.known = worst([...belief.holding.values(), ...(belief.known === null ? [] : [belief.known])])
        }
        if (isInhibited(subject) || (isSilenced && !isSilenceUnclear)) expect(told).toEqual([])
        if (belief.holding.size === 0) {
          expect(open).toEqual([])
          Object.assign(belief, { known: null, isAcknowledged: false, toldAt: 0 })
          continue
        }
        expect(open).toMatchObject([
          {
            status: belief.isAcknowledged ? 'acknowledged' : 'firing',
            severity: worst(belief.holding.values()),
          },
        ])
        const [alert] = open as [Alert]
        const kept = await store.listAlertFindings({ alertId: alert.id, holding: true })
        expect(new Set(kept.map(({ fingerprint }) => fingerprint))).toEqual(new Set(belief.holding.keys()))
        if (isInhibited(subject) || isSilenced || isSilenceUnclear) continue
        // Nothing that people may be told of is kept from them, and nothing that fires is forgotten.
        expect(kept.filter(({ stage }) => stage !== 'told')).toEqual([])
        if (!belief.isAcknowledged) expect(now() - belief.toldAt).toBeLessThan(4 * HOUR)
        else expect(now() - belief.toldAt).toBeLessThan(24 * HOUR)
      }
    },

    listSilenced: () => new Map(ALL.map((subject) => [subject, believe(subject).silencedUntil > 0])),
  }
}

async function perform(clinic: Clinic, alerts: AlertDriver, step: Step): Promise<void> {
  const { store } = clinic.deps
  const findAlert = async ({ rule, cause }: Subject, isOpen: boolean) =>
    (await store.listAlerts({ limit: 1_000 })).find(
      (alert) => alert.rule === rule && alert.cause === cause && (!isOpen || alert.status !== 'resolved'),
    )?.id ?? null
  switch (step.kind) {
    case 'report':
      await alerts.report([{ ...step.subject, severity: step.severity }])
      return
    case 'end':
      await alerts.report([], { ended: [step.subject.fingerprint] })
      return
    case 'pass':
      return
    case 'acknowledge': {
      const id = await findAlert(step.subject, true)
      if (id !== null) await alerts.acknowledge(id)
      return
    }
    default: {
      const id = await findAlert(step.subject, false)
      if (id === null) return
      if (step.kind === 'silence') await alerts.silence(id, step.ms)
      else await alerts.unsilence(id)
    }
  }
}

test('whatever comes, in whatever order, and whoever dies over it, nothing is lost and nothing told twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const clinic = createClinic()
      const { store } = clinic.deps
      const dying: typeof store = {
        ...store,
        transaction: (work) =>
          store.transaction(async (unit) => {
            await work(unit)
            throw new Error('killed')
          }),
      }
      const alerts = driveAlerts(clinic)
      const killed = driveAlerts(clinic, { deps: { ...clinic.deps, store: dying } })
      const watcher = createWatcher(clinic)
      for (const step of steps) {
        if (step.kind === 'pass') clinic.clock.advance(step.ms)
        const before = watcher.listSilenced()
        if (step.isKilled) {
          await perform(clinic, killed, step).catch(() => {})
          await killed.pass(0).catch(() => {})
          expect(await alerts.drainAll()).toEqual([])
          if (step.kind === 'pass') continue
        }
        const isKnown = step.kind === 'silence' || step.kind === 'unsilence'
        const isThere =
          !isKnown ||
          (await store.listAlerts({ limit: 1_000 })).some(
            ({ rule, cause }) => rule === step.subject.rule && cause === step.subject.cause,
          )
        await perform(clinic, alerts, step)
        if (isThere) watcher.note(step)
        await alerts.pass(0)
        await watcher.check(alerts, before)
      }
    }),
    { numRuns: 300 },
  )
}, 120_000)
