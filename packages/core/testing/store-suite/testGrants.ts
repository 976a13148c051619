import { describe, expect, test } from 'vitest'
import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { Grant } from '../../src/model/Grant.ts'
import type { TransactionStatus } from '../../src/model/Transaction.ts'
import type { Store } from '../../src/ports/Store.ts'
import { sampleGrant } from '../samples/sampleGrant.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

async function saveGrant(store: Store, overrides: Partial<Grant> = {}): Promise<Grant> {
  const requestId = overrides.requestId ?? (await saveRequest(store, { status: 'approved' })).id
  const grant = sampleGrant({ ...overrides, requestId })
  const { recordId, medicalStaff } = grant
  await store.transaction((unit) => unit.setGrants({ recordId, medicalStaff, grants: [grant] }))
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

    test('of a pair are replaced together, and one of them is active at most', async () => {
      const { store } = subject()
      const older = await saveGrant(store)
      const newer = sampleGrant({ requestId: (await saveRequest(store, { status: 'approved' })).id })
      const { recordId, medicalStaff } = older
      const set = (grants: Grant[]) =>
        store.transaction((unit) => unit.setGrants({ recordId, medicalStaff, grants }))
      await expect(set([older, newer])).rejects.toThrow()
      expect(await store.getActiveGrant(older)).toEqual(older)
      await set([{ ...older, status: 'superseded' }, newer])
      expect(await store.getActiveGrant(older)).toEqual(newer)
      expect(await store.getGrant(older.requestId)).toEqual({ ...older, status: 'superseded' })
      await set([])
      expect(await store.getGrant(newer.requestId)).toBeNull()
    })

    test('are worked out from what is on chain of the pair, in the order of the nonces', async () => {
      const { store } = subject()
      const save = async (nonce: bigint, status: TransactionStatus, pair: Partial<AccessRequest> = {}) => {
        const request = await saveRequest(store, { status: 'approved', ...pair })
        return saveTransaction(store, { requestId: request.id, nonce, status, txid: `0x${nonce}` })
      }
      const second = await save(2n, 'included')
      const first = await save(1n, 'final')
      await save(3n, 'broadcast')
      await save(4n, 'aborted')
      await save(5n, 'included', { recordId: 8n })
      const { recordId, medicalStaff } = sampleGrant({ requestId: first.requestId })
      const effects = await store.transaction((unit) => unit.lockPairEffects({ recordId, medicalStaff }))
      expect(effects.map(({ transaction }) => transaction)).toEqual([first, second])
      expect(effects.map(({ request }) => request.id)).toEqual([first.requestId, second.requestId])
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

    test('belong to a request that exists', async () => {
      const { store } = subject()
      await expect(saveGrant(store, { requestId: 'nobody' })).rejects.toThrow()
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

    test('are linked to a revoke although the pair is being settled anew', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const grant = await saveGrant(store, { recordId: BigInt(round) })
        const { requestId, recordId, medicalStaff } = grant
        const settle = store.transaction(async (unit) => {
          await unit.lockPairEffects({ recordId, medicalStaff })
          const standing = await unit.getGrant(requestId)
          await unit.setGrants({ recordId, medicalStaff, grants: [standing ?? grant] })
        })
        const link = store.transaction((unit) => unit.linkGrantEnd({ requestId, endRequestId: 'end' }))
        const [, isLinked] = await Promise.all([settle, link])
        expect(isLinked).toBe(true)
        expect((await store.getGrant(requestId))?.endRequestId).toBe('end')
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

    test('want a warning when they are active, end within the lead and began before it, soonest first', async () => {
      const { store } = subject()
      const MINUTES = 60_000
      const later = await saveGrant(store, { recordId: 1n, startsAt: at(0), endsAt: at(40) })
      const sooner = await saveGrant(store, { recordId: 2n, startsAt: at(0), endsAt: at(30) })
      await saveGrant(store, { recordId: 3n, startsAt: at(0), endsAt: at(30), status: 'revoked' })
      await saveGrant(store, { recordId: 4n, startsAt: at(0), endsAt: at(30), endRequestId: 'r' })
      await saveGrant(store, { recordId: 5n, startsAt: at(0), endsAt: null })
      await saveGrant(store, { recordId: 6n, startsAt: at(20), endsAt: at(30) })
      const list = (minutes: number, limit = 10) =>
        store.listGrantsToWarn({ now: at(minutes), leadMs: 10 * MINUTES, limit })
      expect(await list(19)).toEqual([])
      expect(await list(20)).toEqual([sooner])
      expect(await list(29)).toEqual([sooner])
      expect(await list(30)).toEqual([later])
      expect(await list(25, 0)).toEqual([])
    })

    test('are warned of once for each lead, whatever became of the grant since', async () => {
      const { store } = subject()
      const grant = await saveGrant(store, { startsAt: at(0), endsAt: at(40) })
      const { requestId, recordId, medicalStaff } = grant
      const claim = (leadMs: number) =>
        store.transaction((unit) => unit.claimWarning({ requestId, leadMs, at: at(1) }))
      const claims = await Promise.all([claim(600_000), claim(600_000), claim(600_000)])
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await claim(60_000)).toBe(true)
      // As a reorg does: the grant goes, and comes back.
      await store.transaction((unit) => unit.setGrants({ recordId, medicalStaff, grants: [] }))
      await store.transaction((unit) => unit.setGrants({ recordId, medicalStaff, grants: [grant] }))
      expect(await claim(600_000)).toBe(false)
      expect(await store.listGrantsToWarn({ now: at(35), leadMs: 600_000, limit: 10 })).toEqual([])
    })
  })
}
