import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, sampleFinding } from '../../testing/index.ts'
import { advanceAlerts } from '../alerts/advanceAlerts.ts'
import { applyReport } from '../alerts/applyReport.ts'
import { operateAlert } from '../alerts/operateAlert.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import type { MessageRef } from '../model/Post.ts'
import type { Messenger, Posting } from '../ports/Messenger.ts'
import { CLAIM_MS, deliverLane } from './deliverLane.ts'

const HOUR_MS = 3_600_000

/** The process ends here: nothing of what it was about to do happens. */
class Killed extends Error {}

type Way = 'before-post' | 'after-post' | 'lost-answer' | 'outage'

/** A channel that outlives the processes which post to it. `strike` makes the next call go wrong. */
function createChannel() {
  const shown = new Map<string, { ref: MessageRef; title: string | null; text: string; edits: number }>()
  const removed = new Set<string>()
  let next: Way | null = null
  const post = async (posting: Posting): Promise<MessageRef> => {
    const way = next
    next = null
    if (way === 'before-post') throw new Killed()
    if (way === 'outage') throw toError(false)
    const known = posting.maybePosted ? shown.get(posting.key) : undefined
    if (known === undefined && shown.has(posting.key)) throw new Error('It was told twice.')
    const ref: MessageRef = known?.ref ?? {
      platform: 'slack',
      workspace: 'T0CLINIC',
      channel: 'C0ALERTS',
      messageId: `${shown.size}.1`,
    }
    if (known === undefined)
      shown.set(posting.key, {
        ref,
        title: posting.message.title,
        text: JSON.stringify(posting.message),
        edits: 0,
      })
    if (way === 'after-post') throw new Killed()
    if (way === 'lost-answer') throw toError(true)
    return ref
  }
  const toError = (ambiguous: boolean) =>
    new MessengerError({ platform: 'slack', shortMessage: 'No answer.', retryAfterMs: 1_000, ambiguous })
  const toGone = () =>
    new MessengerError({
      ...{ platform: 'slack', shortMessage: 'It was deleted.', retryAfterMs: null },
      ...{ ambiguous: false, isGone: true },
    })
  const messenger: Messenger = {
    platform: 'slack',
    postCard: post,
    postThread: post,
    notifyUser: post,
    postAlert: post,
    postDigest: post,
    async updateCard({ key, message }) {
      const way = next
      next = null
      if (way === 'before-post') throw new Killed()
      if (way === 'outage') throw toError(false)
      if (removed.has(key) && !shown.has(key)) throw toGone()
      const card = shown.get(key)
      if (card === undefined) throw new Error('There is nothing to edit.')
      shown.set(key, { ...card, title: message.title, edits: card.edits + 1 })
      if (way === 'after-post') throw new Killed()
      if (way === 'lost-answer') throw toError(true)
    },
  }
  function strike(way: Way) {
    next = way
  }
  function remove(key: string) {
    shown.delete(key)
    removed.add(key)
  }
  return { messenger, shown, strike, remove }
}

/** Lets a process deliver until it is done or is killed; whatever comes next is another process, later. */
async function deliver(clinic: Clinic, messenger: Messenger): Promise<void> {
  const now = clinic.clock.now()
  const staleBefore = new Date(now.getTime() - CLAIM_MS)
  // What kills a process is no error of the delivery: it settles nothing.
  for (const lane of await clinic.deps.store.listDueLanes({ now, staleBefore, limit: 10 }))
    await deliverLane({ ...clinic.deps, store: mortal(clinic) }, { lane, messenger })
}

/** The store of a process that may be killed while it sends: what it was to note afterwards is not noted. */
function mortal({ deps: { store } }: Clinic): Clinic['deps']['store'] {
  return {
    ...store,
    async settlePost(options) {
      if (
        'retryAt' in options.outcome &&
        options.outcome.error === 'The message could not be composed or sent.'
      )
        throw new Killed()
      return store.settlePost(options)
    },
  }
}

const steps = {
  fired: async () => {},
  repeated: async (clinic: Clinic) => {
    clinic.clock.advance(4 * HOUR_MS)
    await advanceAlerts(clinic.deps)
  },
  acknowledged: async (clinic: Clinic, alertId: string) =>
    void (await operateAlert(clinic.deps, { alertId, act: { kind: 'acknowledge' } })),
  silenced: async (clinic: Clinic, alertId: string) => {
    const act = { kind: 'silence', durationMs: HOUR_MS, reason: 'ward round' } as const
    await operateAlert(clinic.deps, { alertId, act })
  },
  resolved: async (clinic: Clinic) => report(clinic, { ended: true }),
}
const said = {
  fired: null,
  repeated: 'Still firing',
  acknowledged: 'Acknowledged',
  silenced: 'Silenced',
  resolved: 'Resolved',
}

async function report(clinic: Clinic, options: { ended: boolean }): Promise<void> {
  const { rule, fingerprint, ...finding } = sampleFinding({
    rule: 'record-drawn',
    kind: 'condition',
    fingerprint: 'record-drawn:7',
    severity: 'warning',
  })
  const holds = options.ended ? [] : [{ rule, fingerprint, ...finding }]
  const ended = options.ended ? [fingerprint] : []
  await clinic.deps.store.transaction((unit) =>
    applyReport(clinic.deps, unit, { report: { holds, ended }, at: clinic.clock.now() }),
  )
}

describe.each(Object.keys(steps) as (keyof typeof steps)[])('an alert that is being %s', (step) => {
  test.each(['before-post', 'after-post', 'lost-answer', 'outage'] as const)(
    'is told once, whatever comes between (%s)',
    async (way) => {
      const clinic = createClinic()
      const { messenger, shown, strike } = createChannel()
      await report(clinic, { ended: false })
      const alertId = (await clinic.deps.store.listAlerts({ limit: 1 }))[0]?.id ?? ''
      if (step !== 'fired') await deliver(clinic, messenger)
      await steps[step](clinic, alertId)
      for (let strikes = 0; strikes < 2; strikes += 1) {
        strike(way)
        await deliver(clinic, messenger).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
        })
        clinic.clock.advance(CLAIM_MS + 1_000)
      }
      // The next process looks again, and once more: there is nothing left.
      for (let round = 0; round < 3; round += 1) {
        await deliver(clinic, messenger)
        clinic.clock.advance(CLAIM_MS)
      }
      const [card, ...thread] = [...shown.values()]
      expect(card?.title).toBe(step === 'resolved' ? 'Resolved: record 7' : 'Warning: record 7')
      const wanted = said[step]
      expect(thread).toHaveLength(wanted === null ? 0 : 1)
      if (wanted !== null) expect(thread[0]?.text).toContain(wanted)
      const now = clinic.clock.now()
      expect(await clinic.deps.store.listDueLanes({ now, staleBefore: now, limit: 10 })).toEqual([])
    },
  )
})

test('an alert whose message was deleted is posted anew with its next step, which is said below it', async () => {
  const clinic = createClinic()
  const { messenger, shown, remove } = createChannel()
  await report(clinic, { ended: false })
  await deliver(clinic, messenger)
  for (const key of [...shown.keys()]) remove(key)
  await steps.repeated(clinic)
  await deliver(clinic, messenger)
  const [card, thread, ...more] = [...shown.values()]
  expect(card?.title).toBe('Warning: record 7')
  expect(thread?.text).toContain('Still firing')
  expect(more).toEqual([])
  const now = clinic.clock.now()
  expect(await clinic.deps.store.listDueLanes({ now, staleBefore: now, limit: 10 })).toEqual([])
})

test('two processes that both post around a crash leave one message, which the store knows', async () => {
  const clinic = createClinic()
  const posted = new Map<string, number>()
  const looks: boolean[] = []
  const { promise: isSlow, resolve: hurry } = Promise.withResolvers<void>()
  const { promise: isPosting, resolve: begin } = Promise.withResolvers<void>()
  const post = async (posting: Posting): Promise<MessageRef> => {
    looks.push(posting.maybePosted)
    begin()
    if (looks.length === 1) await isSlow
    if (!posting.maybePosted || !posted.has(posting.key))
      posted.set(posting.key, (posted.get(posting.key) ?? 0) + 1)
    // Whoever looks removes what is there twice.
    if (posting.maybePosted) posted.set(posting.key, 1)
    return { platform: 'slack', workspace: 'T0CLINIC', channel: 'C0ALERTS', messageId: '1.1' }
  }
  const messenger: Messenger = { ...createChannel().messenger, postAlert: post }
  await report(clinic, { ended: false })
  const slow = deliver(clinic, messenger)
  // The first one is believed dead, and is not.
  await isPosting
  clinic.clock.advance(CLAIM_MS + 1)
  await deliver(clinic, messenger)
  hurry()
  await slow
  expect(looks).toEqual([false, true, true])
  expect([...posted.values()]).toEqual([1])
})
