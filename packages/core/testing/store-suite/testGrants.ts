import { describe, expect, test } from 'vitest'
import type { Grant } from '../../src/model/Grant.ts'
import type { Store } from '../../src/ports/Store.ts'
import { sampleGrant } from '../samples/sampleGrant.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

async function saveGrant(store: Store, overrides: Partial<Grant> = {}): Promise<Grant> {
  const requestId = overrides.requestId ?? (await saveRequest(store, { status: 'approved' })).id
  const grant = sampleGrant({ ...overrides, requestId })
  await store.transaction((unit) => unit.insertGrant(grant))
  return grant
}

export function testGrants(subject: () => OpenedStore): void {
  describe('grants', () => {
    test('come back as they were saved', async () => {
      const { store } = subject()
      const grant = await saveGrant(store, { accessLimit: 2n ** 128n - 1n, endsAt: at(1), endRequestId: 'r' })
      expect(await store.getGrant(grant.requestId)).toEqual(grant)
      expect(await store.getGrant('nobody')).toBeNull()
    })

    test('one of a pair is active; the older one has to end first', async () => {
      const { store } = subject()
      const older = await saveGrant(store)
      await expect(saveGrant(store)).rejects.toThrow()
      await store.transaction((unit) => unit.endGrant({ requestId: older.requestId, to: 'superseded' }))
      const newer = await saveGrant(store)
      expect(await store.getActiveGrant(newer)).toEqual(newer)
    })

    test('of other pairs stand beside each other', async () => {
      const { store } = subject()
      const grant = await saveGrant(store)
      const other = await saveGrant(store, { recordId: 8n })
      await saveGrant(store, { medicalStaff: 'ST3' })
      expect(await store.getActiveGrant(grant)).toEqual(grant)
      expect(await store.getActiveGrant(other)).toEqual(other)
      expect(await store.getActiveGrant({ recordId: 9n, medicalStaff: grant.medicalStaff })).toBeNull()
    })

    test('belong to a request that exists, one each', async () => {
      const { store } = subject()
      await expect(saveGrant(store, { requestId: 'nobody' })).rejects.toThrow()
      const { requestId } = await saveGrant(store)
      await expect(saveGrant(store, { requestId, recordId: 9n })).rejects.toThrow()
    })

    test('end once', async () => {
      const { store } = subject()
      const grant = await saveGrant(store)
      const end = (to: 'revoked' | 'expired') =>
        store.transaction((unit) => unit.endGrant({ requestId: grant.requestId, to }))
      expect(await end('expired')).toEqual({ ...grant, status: 'expired' })
      expect(await end('revoked')).toBeNull()
      expect(await store.getGrant(grant.requestId)).toEqual({ ...grant, status: 'expired' })
      expect(await store.getActiveGrant(grant)).toBeNull()
    })

    test('of two ends at once one wins', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const { requestId } = await saveGrant(store, { recordId: BigInt(round) })
        const ends = (['revoked', 'expired', 'released'] as const).map((to) =>
          store.transaction((unit) => unit.endGrant({ requestId, to })),
        )
        expect((await Promise.all(ends)).filter((grant) => grant !== null)).toHaveLength(1)
      }
    })

    test('can be taken away when their inclusion was orphaned', async () => {
      const { store } = subject()
      const { requestId } = await saveGrant(store)
      await store.transaction((unit) => unit.deleteGrant(requestId))
      await store.transaction((unit) => unit.deleteGrant('nobody'))
      expect(await store.getGrant(requestId)).toBeNull()
      await saveGrant(store, { requestId })
    })

    test('are linked to one revoke, while they are active', async () => {
      const { store } = subject()
      const { requestId } = await saveGrant(store)
      const link = (id: string, endRequestId: string) =>
        store.transaction((unit) => unit.linkGrantEnd({ requestId: id, endRequestId }))
      expect(await link(requestId, 'first')).toBe(true)
      expect(await link(requestId, 'second')).toBe(false)
      expect((await store.getGrant(requestId))?.endRequestId).toBe('first')
      const ended = await saveGrant(store, { recordId: 8n, status: 'revoked' })
      expect(await link(ended.requestId, 'third')).toBe(false)
      expect(await link('nobody', 'fourth')).toBe(false)
    })

    test('of two revokes at once one is linked', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const { requestId } = await saveGrant(store, { recordId: BigInt(round) })
        const links = ['a', 'b', 'c'].map((endRequestId) =>
          store.transaction((unit) => unit.linkGrantEnd({ requestId, endRequestId })),
        )
        expect((await Promise.all(links)).filter(Boolean)).toHaveLength(1)
      }
    })

    test('have ended when they are active, past their end and without a revoke, earliest first', async () => {
      const { store } = subject()
      const later = await saveGrant(store, { recordId: 1n, endsAt: at(20) })
      const sooner = await saveGrant(store, { recordId: 2n, endsAt: at(10) })
      await saveGrant(store, { recordId: 3n, endsAt: at(10), status: 'revoked' })
      await saveGrant(store, { recordId: 4n, endsAt: at(10), endRequestId: 'r' })
      await saveGrant(store, { recordId: 5n, endsAt: null })
      const list = (minutes: number, limit = 10) => store.listEndedGrants({ now: at(minutes), limit })
      expect(await list(9)).toEqual([])
      expect(await list(10)).toEqual([sooner])
      expect(await list(30)).toEqual([sooner, later])
      expect(await list(30, 1)).toEqual([sooner])
    })
  })
}
