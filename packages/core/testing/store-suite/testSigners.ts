import { describe, expect, test } from 'vitest'
import { sampleTransaction } from '../samples/sampleTransaction.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

const SIGNER = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const HUGE = 2n ** 128n - 1n
const HOLDING = ['signed', 'unknown', 'broadcast', 'included', 'final'] as const
const FREE = ['aborted', 'dropped', 'replaced', 'refused'] as const

export function testSigners(subject: () => OpenedStore): void {
  describe('signers', () => {
    test.each(HOLDING)('a nonce of a transaction that is %s is not given twice', async (status) => {
      const { store } = subject()
      await saveTransaction(store, { status, nonce: 5n })
      const { id: requestId } = await saveRequest(store, { status: 'approved' })
      const rival = sampleTransaction({ requestId, status: 'signed', nonce: 5n })
      await expect(store.transaction((unit) => unit.insertTransaction(rival))).rejects.toThrow()
      const queued = await saveTransaction(store, { requestId })
      const signing = store.transaction((unit) =>
        unit.moveTransaction({ id: queued.id, from: ['queued'], to: 'signed', patch: { nonce: 5n } }),
      )
      await expect(signing).rejects.toThrow()
      expect(await store.getTransaction(queued.id)).toEqual(queued)
    })

    test.each(FREE)('a nonce of a transaction that is %s can be used again', async (status) => {
      const { store } = subject()
      await saveTransaction(store, { status, nonce: 5n, finalAt: new Date() })
      const next = await saveTransaction(store, { status: 'signed', nonce: 5n })
      expect(await store.getTransaction(next.id)).toEqual(next)
    })

    test('a nonce of a transaction that is aborted and not final is kept: a reorg may bring it back', async () => {
      const { store } = subject()
      const { id } = await saveTransaction(store, { status: 'aborted', nonce: 5n })
      await expect(saveTransaction(store, { status: 'signed', nonce: 5n })).rejects.toThrow()
      const back = await store.transaction((unit) =>
        unit.moveTransaction({ id, from: ['aborted'], to: 'broadcast', patch: {} }),
      )
      expect(back).toMatchObject({ status: 'broadcast', nonce: 5n })
    })

    test('the same nonce of another signer is another nonce', async () => {
      const { store } = subject()
      await saveTransaction(store, { status: 'signed', nonce: 5n })
      const next = await saveTransaction(store, { status: 'signed', nonce: 5n, signer: 'ST2' })
      expect(await store.getTransaction(next.id)).toEqual(next)
    })

    test('a txid belongs to one transaction for ever', async () => {
      const { store } = subject()
      const txid = `0x${'1'.repeat(64)}`
      await saveTransaction(store, { status: 'replaced', txid })
      await expect(saveTransaction(store, { status: 'dropped', txid })).rejects.toThrow()
    })

    test('hold the nonces of what is signed and not yet final, in ascending order of numbers', async () => {
      const { store } = subject()
      await saveTransaction(store, { status: 'signed', nonce: HUGE })
      await saveTransaction(store, { status: 'unknown', nonce: 10n })
      await saveTransaction(store, { status: 'broadcast', nonce: 9n })
      await saveTransaction(store, { status: 'included', nonce: 0n })
      await saveTransaction(store, { status: 'final', nonce: 1n })
      await saveTransaction(store, { status: 'aborted', nonce: 2n })
      await saveTransaction(store, { status: 'aborted', nonce: 4n, finalAt: new Date() })
      await saveTransaction(store, { status: 'signed', nonce: 3n, signer: 'ST2' })
      await saveTransaction(store)
      expect(await store.listHeldNonces(SIGNER)).toEqual([0n, 2n, 9n, 10n, HUGE])
      expect(await store.listHeldNonces('ST404')).toEqual([])
    })

    test('have a fencing number that starts at 0 and moves by one from where the caller saw it', async () => {
      const { store } = subject()
      const advance = (signer: string, fence: bigint) =>
        store.transaction((unit) => unit.advanceSignerFence({ signer, fence }))
      expect(await store.getSignerFence(SIGNER)).toBe(0n)
      expect(await advance(SIGNER, 1n)).toBe(false)
      expect(await store.getSignerFence(SIGNER)).toBe(0n)
      expect(await advance(SIGNER, 0n)).toBe(true)
      expect(await advance(SIGNER, 0n)).toBe(false)
      expect(await advance(SIGNER, 1n)).toBe(true)
      expect(await store.getSignerFence(SIGNER)).toBe(2n)
      expect(await store.getSignerFence('ST2')).toBe(0n)
    })

    test('of two signatures at once one gets the fence, the first one included', async () => {
      const { store } = subject()
      for (let fence = 0n; fence < 20n; fence++) {
        const answers = await Promise.all(
          [1, 2, 3].map(() =>
            store.transaction((unit) => unit.advanceSignerFence({ signer: SIGNER, fence })),
          ),
        )
        expect(answers.filter(Boolean)).toHaveLength(1)
        expect(await store.getSignerFence(SIGNER)).toBe(fence + 1n)
      }
    })
  })
}
