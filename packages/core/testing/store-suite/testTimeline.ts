import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../src/model/AuditEntry.ts'
import type { EventProjection } from '../../src/model/Projection.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, seconds))
const TXID = `0x${'7'.repeat(64)}`

export function testTimeline(subject: () => OpenedStore): void {
  const entry = (overrides: Partial<AuditEntry> = {}): AuditEntry => ({
    at: at(0),
    action: 'request-submitted',
    actor: 'ST1',
    account: null,
    requestId: 'r1',
    recordId: 7n,
    detail: { reason: 'night cover' },
    ...overrides,
  })
  const save = (options: { entries?: AuditEntry[]; events?: EventProjection[] }) =>
    subject().store.transaction(async (unit) => {
      for (const each of options.entries ?? []) await unit.appendAudit([each])
      await unit.insertEvents(options.events ?? [])
    })
  const list = (options: { offset?: number; limit?: number } = {}) =>
    subject().store.listTimeline({ recordId: 7n, offset: 0, limit: 100, ...options })
  const told = async () =>
    (await list()).map((line) => (line.kind === 'event' ? line.event.value?.event : line.entry.action))

  describe('the timeline of a record', () => {
    test('is empty where nothing happened', async () => {
      await save({
        entries: [entry({ recordId: 8n }), entry({ recordId: null, requestId: null })],
        events: [sampleEvent({ value: null })],
      })
      expect(await list()).toEqual([])
      expect(await subject().store.countTimeline({ recordId: 7n })).toBe(0)
    })

    test('tells the chain’s events and the audit as one, newest first', async () => {
      const asked = entry()
      const denied = entry({ action: 'request-denied', at: at(20) })
      const granted = sampleEvent({ blockTime: at(10) })
      await save({ entries: [asked, denied], events: [granted] })
      expect(await list()).toEqual([
        { kind: 'audit', entry: denied },
        { kind: 'event', event: granted, requestId: null, reason: null, isFinal: false },
        { kind: 'audit', entry: asked },
      ])
    })

    test('of one instant tells first what came last, and an event after what led to it', async () => {
      const [first, second] = [entry({ requestId: 'r1' }), entry({ requestId: 'r2' })]
      const [early, late] = [0, 1].map((eventIndex) => sampleEvent({ blockTime: at(0), eventIndex }))
      await save({ entries: [first, second], events: [early, late] as EventProjection[] })
      expect((await list()).map((line) => (line.kind === 'event' ? line.event : line.entry))).toEqual([
        late,
        early,
        second,
        first,
      ])
    })

    test('comes in pages that leave out nothing', async () => {
      const entries = Array.from({ length: 12 }, (_, index) => entry({ at: at(index * 2) }))
      const events = Array.from({ length: 11 }, (_, index) =>
        sampleEvent({ eventIndex: index, blockTime: at(index * 2 + 1) }),
      )
      await save({ entries, events })
      const whole = await list()
      expect(whole).toHaveLength(23)
      const pages = await Promise.all([0, 10, 20, 30].map((offset) => list({ offset, limit: 10 })))
      expect(pages.map((page) => page.length)).toEqual([10, 10, 3, 0])
      expect(pages.flat()).toEqual(whole)
      expect(await subject().store.countTimeline({ recordId: 7n })).toBe(23)
    })

    test('tells our own transaction once, by its event, with the request, the reason and whether it is final', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { status: 'approved', reason: 'ward round' })
      await saveTransaction(store, { requestId: request.id, status: 'final', txid: TXID })
      const step = (action: AuditEntry['action']) =>
        entry({ action, requestId: request.id, detail: { txid: TXID } })
      const steps = ['transaction-signed', 'transaction-broadcast', 'transaction-included'] as const
      const orphaned = step('transaction-orphaned')
      const event = sampleEvent({ txid: TXID })
      await save({ entries: [...steps.map(step), orphaned, step('transaction-final')], events: [event] })
      expect(await list()).toEqual([
        { kind: 'event', event, requestId: request.id, reason: 'ward round', isFinal: true },
        { kind: 'audit', entry: orphaned },
      ])
      expect(await store.countTimeline({ recordId: 7n })).toBe(2)
    })

    test('tells the steps of a transaction while no event came of it', async () => {
      const detail = { txid: TXID }
      await save({
        entries: [
          entry({ action: 'transaction-signed', detail }),
          entry({ action: 'transaction-aborted', detail }),
        ],
        events: [sampleEvent({ blockTime: new Date(0) })],
      })
      expect(await told()).toEqual(['transaction-aborted', 'transaction-signed', 'medical-access-granted'])
    })

    test('puts our own event after its approval, though the block’s clock is behind', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { status: 'approved' })
      await saveTransaction(store, { requestId: request.id, status: 'included', txid: TXID, signedAt: at(6) })
      await save({
        entries: [entry({ action: 'request-approved', requestId: request.id, at: at(5) })],
        events: [sampleEvent({ txid: TXID, blockTime: at(1) })],
      })
      expect(await told()).toEqual(['medical-access-granted', 'request-approved'])
    })

    test('holds what led to an event although it could not name the record yet', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { status: 'approved' })
      await saveTransaction(store, { requestId: request.id, status: 'included', txid: TXID })
      const nameless = entry({ requestId: request.id, recordId: null })
      await save({ entries: [nameless], events: [sampleEvent({ txid: TXID })] })
      expect(await told()).toEqual(['medical-access-granted', 'request-submitted'])
    })
  })
}
