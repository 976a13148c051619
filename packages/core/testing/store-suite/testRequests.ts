import { describe, expect, test } from 'vitest'
import type { ActionTerms } from '../../src/model/ActionRequest.ts'
import { requestSets } from '../../src/model/requestSets.ts'
import { sampleAction } from '../samples/sampleAction.ts'
import { sampleRequest } from '../samples/sampleRequest.ts'
import { sampleTransaction } from '../samples/sampleTransaction.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const HUGE = 2n ** 128n - 1n
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

export function testRequests(subject: () => OpenedStore): void {
  describe('requests', () => {
    test('come back as they were saved, with every number, time and character', async () => {
      const { store } = subject()
      const request = sampleRequest({
        recordId: HUGE,
        accessLimit: HUGE,
        durationMs: 31_536_000_000,
        reason: `“Night” 'cover' \\ "now"\n\t🩺 Ödön; DROP TABLE requests; -- $1 %s ${'x'.repeat(10_240)}`,
        standing: { accessLimit: HUGE, usage: 0n },
        createdAt: new Date('2026-01-01T09:00:00.123Z'),
        executionExpiresAt: new Date('2026-03-29T02:30:00.999Z'),
        decidedBy: 'ST2',
        decidedByAccount: {
          platform: 'discord',
          workspace: '200000000000000001',
          userId: '100000000000000001',
        },
        decidedAt: at(1),
        decisionReason: '',
        grantRequestId: 'other',
      })
      expect(await store.transaction((unit) => unit.insertRequest(request))).toEqual(request)
      expect(await store.getRequest(request.id)).toEqual(request)
    })

    test('keep what is absent absent: a revoke that MediKey itself asks for', async () => {
      const { store } = subject()
      const revoke = sampleRequest({
        kind: 'revoke',
        status: 'approved',
        origin: 'time-box',
        accessLimit: null,
        durationMs: null,
        requesterAccount: null,
      })
      await store.transaction((unit) => unit.insertRequest(revoke))
      expect(await store.getRequest(revoke.id)).toEqual(revoke)
    })

    test.each<[string, ActionTerms]>([
      [
        'a new record',
        { kind: 'create', recordId: null, volume: HUGE, category: 'cardiology', reason: null },
      ],
      ['a draw', { kind: 'access', recordId: HUGE, volume: 1n, category: null, reason: 'Follow-up' }],
      ['archiving', { kind: 'archive', recordId: 7n, volume: null, category: null, reason: 'Moved' }],
      [
        'maintenance',
        { kind: 'maintenance-on', recordId: null, volume: null, category: null, reason: 'Move' },
      ],
    ])('come back as they were saved: %s', async (_, terms) => {
      const { store } = subject()
      const action = sampleAction({}, terms)
      expect(await store.transaction((unit) => unit.insertRequest(action))).toEqual(action)
      expect(await store.getRequest(action.id)).toEqual(action)
      expect(await store.findRequests({ kind: terms.kind, limit: 10 })).toEqual([action])
    })

    test('the same action twice are two: only requests about access stand in each other’s way', async () => {
      const { store } = subject()
      for (let count = 0; count < 2; count++)
        await store.transaction((unit) => unit.insertRequest(sampleAction({ status: 'pending' })))
      expect(await store.findRequests({ limit: 10 })).toHaveLength(2)
    })

    test('one that waits for consent stands in the way too, also once consent was given', async () => {
      const { store } = subject()
      const { id } = await saveRequest(store, { status: 'awaiting-consent' })
      const again = () => store.transaction((unit) => unit.insertRequest(sampleRequest()))
      expect(await again()).toBeNull()
      const consentedAt = at(1)
      const moved = await store.transaction((unit) =>
        unit.moveRequest({ id, from: 'awaiting-consent', to: 'pending', patch: { consentedAt } }),
      )
      expect(moved).toMatchObject({ status: 'pending', consentedAt })
      expect(await again()).toBeNull()
      expect(await store.findRequests({ status: requestSets.undecided, limit: 10 })).toEqual([moved])
    })

    test('a new record’s number is noted by its transaction, and by none that is not ours', async () => {
      const { store } = subject()
      const terms = { kind: 'create', recordId: null, volume: 1n, category: 'x', reason: null } as const
      const action = sampleAction({ status: 'approved' }, terms)
      const grant = await saveRequest(store, { status: 'approved' })
      await store.transaction(async (unit) => {
        await unit.insertRequest(action)
        await unit.insertTransaction(sampleTransaction({ requestId: action.id, txid: '0x1' }))
        await unit.insertTransaction(sampleTransaction({ requestId: grant.id, txid: '0x2' }))
      })
      const note = (txid: string) => store.transaction((unit) => unit.noteCreated({ txid, recordId: 9n }))
      expect(await note('0x1')).toEqual({ ...action, recordId: 9n })
      expect(await note('0x2')).toBeNull()
      expect(await note('0x3')).toBeNull()
      expect(await store.getRequest(action.id)).toMatchObject({ recordId: 9n })
    })

    test('an unknown id is null', async () => {
      expect(await subject().store.getRequest('nobody')).toBeNull()
    })

    test('only one may be pending for the same kind, record and person', async () => {
      const { store } = subject()
      const first = await saveRequest(store)
      const second = sampleRequest()
      expect(await store.transaction((unit) => unit.insertRequest(second))).toBeNull()
      expect(await store.getRequest(second.id)).toBeNull()
      expect(await store.findRequests({ limit: 10 })).toEqual([first])
    })

    test('a refused one leaves the rest of its unit of work standing', async () => {
      const { store } = subject()
      await saveRequest(store)
      const other = sampleRequest({ recordId: 8n })
      await store.transaction(async (unit) => {
        expect(await unit.insertRequest(sampleRequest())).toBeNull()
        await unit.insertRequest(other)
      })
      expect(await store.getRequest(other.id)).toEqual(other)
    })

    test('another kind, record or person, or a decided one, does not stand in the way', async () => {
      const { store } = subject()
      const first = await saveRequest(store)
      await saveRequest(store, { kind: 'revoke' })
      await saveRequest(store, { recordId: 8n })
      await saveRequest(store, { medicalStaff: 'ST3' })
      await saveRequest(store, { status: 'approved' })
      await store.transaction((unit) =>
        unit.moveRequest({ id: first.id, from: 'pending', to: 'denied', patch: {} }),
      )
      await saveRequest(store)
      expect(await store.findRequests({ limit: 10 })).toHaveLength(6)
    })

    test('of two that are saved at once for the same pair one wins', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const rivals = [1, 2, 3].map(() => sampleRequest({ recordId: BigInt(round) }))
        const saved = await Promise.all(
          rivals.map((rival) => store.transaction((unit) => unit.insertRequest(rival))),
        )
        expect(saved.filter((request) => request !== null)).toHaveLength(1)
      }
    })

    test('the same id twice is an error', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { status: 'denied' })
      await expect(store.transaction((unit) => unit.insertRequest(request))).rejects.toThrow()
    })

    test('move out of a status once: the second is told null and changes nothing', async () => {
      const { store } = subject()
      const request = await saveRequest(store)
      const patch = {
        decidedBy: 'ST2',
        decidedByAccount: { platform: 'slack', workspace: 'T1', userId: 'U2' },
        decidedAt: at(5),
        decisionReason: 'ok',
        executionExpiresAt: at(50),
      } as const
      const approved = { ...request, ...patch, status: 'approved' as const }
      const move = { id: request.id, from: 'pending', to: 'approved', patch } as const
      expect(await store.transaction((unit) => unit.moveRequest(move))).toEqual(approved)
      expect(
        await store.transaction((unit) =>
          unit.moveRequest({ ...move, to: 'denied', patch: { decidedBy: 'ST9' } }),
        ),
      ).toBeNull()
      expect(await store.getRequest(request.id)).toEqual(approved)
    })

    test('a field of a patch that is undefined stays as it was, one that is null is emptied', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { decidedBy: 'ST2', executionExpiresAt: at(3) })
      const moved = await store.transaction((unit) =>
        unit.moveRequest({
          id: request.id,
          from: 'pending',
          to: 'expired',
          patch: { decidedBy: undefined, executionExpiresAt: null },
        }),
      )
      expect(moved).toEqual({ ...request, status: 'expired', executionExpiresAt: null })
    })

    test('an unknown one cannot be moved', async () => {
      const move = { id: 'nobody', from: 'pending', to: 'denied', patch: {} } as const
      expect(await subject().store.transaction((unit) => unit.moveRequest(move))).toBeNull()
    })

    test('of two decisions at once one wins, many rounds', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const { id } = await saveRequest(store, { recordId: BigInt(round) })
        const moves = (['approved', 'denied', 'cancelled'] as const).map((to) =>
          store.transaction((unit) => unit.moveRequest({ id, from: 'pending', to, patch: {} })),
        )
        const winners = (await Promise.all(moves)).filter((moved) => moved !== null)
        expect(winners).toHaveLength(1)
        expect((await store.getRequest(id))?.status).toBe(winners[0]?.status)
      }
    })

    test('are found newest first by any mix of filters, and no more than a page', async () => {
      const { store } = subject()
      const early = await saveRequest(store, { recordId: 1n, createdAt: at(1) })
      const late = await saveRequest(store, { recordId: 2n, createdAt: at(3), requester: 'ST5' })
      const between = await saveRequest(store, {
        recordId: 3n,
        createdAt: at(2),
        status: 'denied',
        kind: 'revoke',
      })
      const find = store.findRequests
      expect(await find({ limit: 10 })).toEqual([late, between, early])
      expect(await find({ limit: 2 })).toEqual([late, between])
      expect(await find({ status: 'pending', limit: 10 })).toEqual([late, early])
      expect(await find({ kind: 'revoke', limit: 10 })).toEqual([between])
      expect(await find({ recordId: 1n, limit: 10 })).toEqual([early])
      expect(await find({ requester: 'ST5', limit: 10 })).toEqual([late])
      expect(await find({ medicalStaff: early.medicalStaff, status: 'denied', limit: 10 })).toEqual([between])
      expect(await find({ medicalStaff: 'ST404', limit: 10 })).toEqual([])
      expect(await find({ physician: early.physician, kind: 'revoke', limit: 10 })).toEqual([between])
      expect(await find({ physician: 'ST404', limit: 10 })).toEqual([])
      expect(await find({ status: undefined, limit: 10 })).toHaveLength(3)
    })

    test('of the same instant come newest saved first, and never more than a hundred', async () => {
      const { store } = subject()
      const requests = Array.from({ length: 101 }, (_, index) => sampleRequest({ recordId: BigInt(index) }))
      await store.transaction(async (unit) => {
        for (const request of requests) await unit.insertRequest(request)
      })
      const page = await store.findRequests({ limit: 500 })
      expect(page.map(({ recordId }) => recordId)).toEqual(
        Array.from({ length: 100 }, (_, index) => BigInt(100 - index)),
      )
    })

    test('have lapsed when they are open and their approval time is over, oldest first', async () => {
      const { store } = subject()
      const later = await saveRequest(store, { recordId: 1n, approvalExpiresAt: at(20) })
      const sooner = await saveRequest(store, { recordId: 2n, approvalExpiresAt: at(10) })
      const asked = await saveRequest(store, {
        recordId: 4n,
        approvalExpiresAt: at(21),
        status: 'awaiting-consent',
      })
      const action = sampleAction({ approvalExpiresAt: at(22) })
      await store.transaction((unit) => unit.insertRequest(action))
      await saveRequest(store, { recordId: 3n, approvalExpiresAt: at(10), status: 'approved' })
      const list = (now: Date, limit = 10) => store.listLapsedRequests({ now, limit })
      expect(await list(at(9))).toEqual([])
      expect(await list(at(10))).toEqual([sooner])
      expect(await list(at(30))).toEqual([sooner, later, asked, action])
      expect(await list(at(30), 1)).toEqual([sooner])
    })

    test('note the allowance that stands: only pending ones of the pair, and only where it changed', async () => {
      const { store } = subject()
      const grant = await saveRequest(store)
      const revoke = await saveRequest(store, { kind: 'revoke' })
      await saveRequest(store, { status: 'denied' })
      const other = await saveRequest(store, { recordId: 8n })
      const standing = { accessLimit: HUGE, usage: 3n }
      const note = (value: typeof standing | null) =>
        store.transaction((unit) =>
          unit.noteStanding({ recordId: grant.recordId, medicalStaff: grant.medicalStaff, standing: value }),
        )
      const changed = await note(standing)
      expect(changed).toHaveLength(2)
      expect(changed).toEqual(
        expect.arrayContaining([
          { ...grant, standing },
          { ...revoke, standing },
        ]),
      )
      expect(await note(standing)).toEqual([])
      expect(await note({ ...standing, usage: 4n })).toHaveLength(2)
      expect(await note(null)).toHaveLength(2)
      expect(await note(null)).toEqual([])
      expect(await store.getRequest(other.id)).toEqual(other)
    })
  })

  describe('deliveries', () => {
    test('are new once; afterwards they name what the first one led to', async () => {
      const { store } = subject()
      const claim = (key: string, requestId: string) =>
        store.transaction((unit) => unit.claimDelivery({ key, requestId, at: at(0) }))
      expect(await store.findDelivery('slack:trigger:1')).toBeNull()
      expect(await claim('slack:trigger:1', 'first')).toBeNull()
      expect(await store.findDelivery('slack:trigger:1')).toEqual({ requestId: 'first' })
      expect(await claim('slack:trigger:1', 'second')).toEqual({ requestId: 'first' })
      expect(await claim('slack:trigger:2', 'second')).toBeNull()
    })

    test('of the same delivery at once one is new and the others see what it led to', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const answers = await Promise.all(
          ['a', 'b', 'c'].map((requestId) =>
            store.transaction((unit) => unit.claimDelivery({ key: `k${round}`, requestId, at: at(0) })),
          ),
        )
        expect(answers.filter((answer) => answer === null)).toHaveLength(1)
        expect(new Set(answers.flatMap((answer) => answer?.requestId ?? [])).size).toBe(1)
      }
    })

    test('are forgotten with the unit of work that failed', async () => {
      const { store } = subject()
      const delivery = { key: 'k', requestId: 'r', at: at(0) }
      const failing = store.transaction(async (unit) => {
        await unit.claimDelivery(delivery)
        throw new Error('lost')
      })
      await expect(failing).rejects.toThrow('lost')
      expect(await store.transaction((unit) => unit.claimDelivery(delivery))).toBeNull()
    })
  })
}
