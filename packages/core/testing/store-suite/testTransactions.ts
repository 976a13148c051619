import { describe, expect, test } from 'vitest'
import type { TransactionStatus } from '../../src/model/Transaction.ts'
import { sampleTransaction } from '../samples/sampleTransaction.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

const HUGE = 2n ** 128n - 1n
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))
const LIVE = ['queued', 'signed', 'unknown', 'broadcast', 'included', 'final'] as const
const DEAD = ['aborted', 'dropped', 'replaced', 'refused'] as const
const hash = (digit: string) => `0x${digit.repeat(64)}`

export function testTransactions(subject: () => OpenedStore): void {
  describe('transactions', () => {
    test('come back as they were saved', async () => {
      const { store } = subject()
      const { id: requestId } = await saveRequest(store)
      const transaction = sampleTransaction({
        requestId,
        status: 'included',
        txid: hash('1'),
        nonce: HUGE,
        fee: HUGE,
        bytes: 'ab'.repeat(5_000),
        replaces: 'earlier',
        failure: { code: 'ERR_X', message: 'It “failed”.\n' },
        blockHeight: 4_000_000_000,
        blockHash: hash('2'),
        signedAt: at(1),
        broadcastAt: at(2),
        includedAt: at(3),
        finalAt: at(4),
        nextAttemptAt: at(5),
        attempts: 9,
      })
      await store.transaction((unit) => unit.insertTransaction(transaction))
      expect(await store.getTransaction(transaction.id)).toEqual(transaction)
      expect(await store.getTransaction('nobody')).toBeNull()
    })

    test.each(LIVE)('that are %s keep their request from a second one', async (status) => {
      const { store } = subject()
      const first = await saveTransaction(store, { status })
      const second = sampleTransaction({ requestId: first.requestId })
      await expect(store.transaction((unit) => unit.insertTransaction(second))).rejects.toThrow()
      expect(await store.listTransactions(first.requestId)).toEqual([first])
    })

    test.each(DEAD)('that are %s make room for the next one', async (status) => {
      const { store } = subject()
      const first = await saveTransaction(store, { status })
      const second = await saveTransaction(store, { requestId: first.requestId, replaces: first.id })
      expect(await store.listTransactions(first.requestId)).toEqual([first, second])
    })

    test('may be replaced and queued anew in one unit of work', async () => {
      const { store } = subject()
      const old = await saveTransaction(store, { status: 'signed', nonce: 4n, txid: hash('1') })
      const next = sampleTransaction({ requestId: old.requestId, replaces: old.id })
      await store.transaction(async (unit) => {
        await unit.moveTransaction({ id: old.id, from: ['signed'], to: 'replaced', patch: {} })
        await unit.insertTransaction(next)
      })
      expect((await store.listTransactions(old.requestId)).map(({ status }) => status)).toEqual([
        'replaced',
        'queued',
      ])
    })

    test('a dead one does not come back to life beside a live one', async () => {
      const { store } = subject()
      const old = await saveTransaction(store, { status: 'dropped' })
      await saveTransaction(store, { requestId: old.requestId })
      const revival = store.transaction((unit) =>
        unit.moveTransaction({ id: old.id, from: ['dropped'], to: 'broadcast', patch: {} }),
      )
      await expect(revival).rejects.toThrow()
    })

    test('need a request that exists', async () => {
      const orphan = sampleTransaction({ requestId: 'nobody' })
      await expect(subject().store.transaction((unit) => unit.insertTransaction(orphan))).rejects.toThrow()
    })

    test('of two that are queued at once for a request one stands', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const { id: requestId } = await saveRequest(store, { status: 'approved' })
        const rivals = [1, 2, 3].map(() =>
          store.transaction((unit) => unit.insertTransaction(sampleTransaction({ requestId }))),
        )
        const settled = await Promise.allSettled(rivals)
        expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(await store.listTransactions(requestId)).toHaveLength(1)
      }
    })

    test('move out of any of the named statuses, with a patch', async () => {
      const { store } = subject()
      const transaction = await saveTransaction(store, { status: 'unknown' })
      const patch = {
        txid: hash('3'),
        nonce: HUGE,
        fee: 300n,
        bytes: 'ff',
        failure: { code: 'X', message: 'y' },
        blockHeight: 12,
        blockHash: hash('4'),
        includedAt: at(9),
        nextAttemptAt: at(10),
        attempts: 3,
        signedAt: undefined,
      }
      const moved = await store.transaction((unit) =>
        unit.moveTransaction({ id: transaction.id, from: ['broadcast', 'unknown'], to: 'included', patch }),
      )
      expect(moved).toEqual({ ...transaction, ...patch, signedAt: null, status: 'included' })
      expect(await store.getTransaction(transaction.id)).toEqual(moved)
    })

    test('stay put when they are in none of the named statuses', async () => {
      const { store } = subject()
      const transaction = await saveTransaction(store, { status: 'final' })
      const move = { to: 'dropped', patch: { attempts: 99 } } as const
      for (const [id, from] of [
        [transaction.id, ['queued', 'signed']],
        [transaction.id, []],
        ['nobody', ['final']],
      ] as [string, TransactionStatus[]][])
        expect(await store.transaction((unit) => unit.moveTransaction({ ...move, id, from }))).toBeNull()
      expect(await store.getTransaction(transaction.id)).toEqual(transaction)
    })

    test('a patch may keep the status and may empty a field', async () => {
      const { store } = subject()
      const transaction = await saveTransaction(store, { failure: { code: 'WAIT', message: 'maintenance' } })
      const moved = await store.transaction((unit) =>
        unit.moveTransaction({
          id: transaction.id,
          from: ['queued'],
          to: 'queued',
          patch: { failure: null },
        }),
      )
      expect(moved).toEqual({ ...transaction, failure: null })
    })

    test('of two moves at once one wins, many rounds', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const { id } = await saveTransaction(store)
        const moves = (['signed', 'refused', 'dropped'] as const).map((to) =>
          store.transaction((unit) => unit.moveTransaction({ id, from: ['queued'], to, patch: {} })),
        )
        expect((await Promise.all(moves)).filter((moved) => moved !== null)).toHaveLength(1)
      }
    })

    test('are listed oldest first, also those of the same instant', async () => {
      const { store } = subject()
      const late = await saveTransaction(store, { status: 'dropped', createdAt: at(9) })
      const { requestId } = late
      const early = await saveTransaction(store, { requestId, status: 'replaced', createdAt: at(1) })
      const twin = await saveTransaction(store, { requestId, createdAt: at(9) })
      await saveTransaction(store)
      expect(await store.listTransactions(requestId)).toEqual([early, late, twin])
    })

    test('unfinished and due come revokes first, then the longest due', async () => {
      const { store } = subject()
      const due = (minutes: number, status: TransactionStatus = 'queued', finalAt: Date | null = null) =>
        saveTransaction(store, { nextAttemptAt: at(minutes), status, finalAt })
      const second = await due(2, 'signed')
      const first = await due(1, 'unknown')
      const third = await due(3, 'broadcast')
      const fourth = await due(4, 'included')
      await due(6)
      const refusedForNow = await due(5, 'aborted')
      for (const status of [...DEAD, 'final'] as const) await due(0, status, at(0))
      const { id: requestId } = await saveRequest(store, { kind: 'revoke', status: 'approved' })
      const revoke = await saveTransaction(store, { requestId, nextAttemptAt: at(5) })
      const list = (limit: number) => store.listUnfinishedTransactions({ now: at(5), limit })
      expect(await list(10)).toEqual([revoke, first, second, third, fourth, refusedForNow])
      expect(await list(2)).toEqual([revoke, first])
    })
  })
}
