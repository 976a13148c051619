import { BaseError } from '@medikey/errors'
import { describe, expect, test } from 'vitest'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import { sampleRequest } from '../samples/sampleRequest.ts'
import { sampleTransaction } from '../samples/sampleTransaction.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

export function testUnitOfWork(subject: () => OpenedStore): void {
  describe('a unit of work', () => {
    test('returns what the work returned', async () => {
      expect(await subject().store.transaction(async () => 'done')).toBe('done')
    })

    test('sees its own writes; others see them once it is over', async () => {
      const { store } = subject()
      const request = sampleRequest()
      await store.transaction(async (unit) => {
        await unit.insertRequest(request)
        expect(await unit.getRequest(request.id)).toEqual(request)
        expect(await unit.findRequests({ limit: 10 })).toEqual([request])
      })
      expect(await store.getRequest(request.id)).toEqual(request)
    })

    test('that throws leaves nothing and passes the error on as it is', async () => {
      const { store } = subject()
      const request = sampleRequest()
      const error = new Error('out of luck')
      const failing = store.transaction(async (unit) => {
        await unit.insertRequest(request)
        await unit.insertTransaction(sampleTransaction({ requestId: request.id }))
        await unit.advanceSignerFence({ signer: 'ST1', fence: 0n })
        throw error
      })
      await expect(failing).rejects.toBe(error)
      expect(await store.getRequest(request.id)).toBeNull()
      expect(await store.listTransactions(request.id)).toEqual([])
      expect(await store.getSignerFence('ST1')).toBe(0n)
    })

    test('whose write was refused cannot commit, even when the refusal is swallowed', async () => {
      const { store } = subject()
      const { requestId } = await saveTransaction(store)
      const other = sampleRequest({ recordId: 99n })
      const stubborn = store.transaction(async (unit) => {
        await unit.insertRequest(other)
        await unit.insertTransaction(sampleTransaction({ requestId })).catch(() => {})
      })
      await expect(stubborn).rejects.toThrow()
      expect(await store.getRequest(other.id)).toBeNull()
    })

    test('a refused write is a BaseError that does not repeat what was to be written', async () => {
      const { store } = subject()
      const request = await saveRequest(store, { status: 'denied', reason: 'private words' })
      const error = await store.transaction((unit) => unit.insertRequest(request)).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(BaseError)
      expect(String(error)).not.toContain('private words')
    })

    test('cannot be used after it ended', async () => {
      const { store } = subject()
      let escaped: UnitOfWork | undefined
      await store.transaction(async (unit) => {
        escaped = unit
      })
      await expect(escaped?.insertRequest(sampleRequest())).rejects.toBeInstanceOf(BaseError)
      expect(await store.findRequests({ limit: 10 })).toEqual([])
    })

    test('is the only way to ask inside it: the store itself would wait for it for ever', async () => {
      const { store } = subject()
      const inner = [
        () => store.transaction(async () => {}),
        () => store.getRequest('r1'),
        () =>
          store.claimPost({
            lane: { subject: { requestId: 'r' }, platform: 'slack' },
            now: new Date(),
            staleBefore: new Date(),
          }),
      ]
      for (const ask of inner)
        await expect(store.transaction(async () => void (await ask()))).rejects.toBeInstanceOf(BaseError)
    })

    test('may be followed by another one that was started inside it and not waited for', async () => {
      const { store } = subject()
      let later: (() => Promise<unknown>) | undefined
      await store.transaction(async (unit) => {
        await unit.getRequest('r1')
        later = async () => store.findRequests({ limit: 1 })
      })
      expect(await later?.()).toEqual([])
    })

    test('does not lose what others write at the same time', async () => {
      const { store } = subject()
      const requests = Array.from({ length: 25 }, (_, index) => sampleRequest({ recordId: BigInt(index) }))
      await Promise.all(requests.map((request) => store.transaction((unit) => unit.insertRequest(request))))
      expect(await store.findRequests({ limit: 100 })).toHaveLength(25)
    })

    test('after one that failed the next ones go on', async () => {
      const { store } = subject()
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4].map((index) =>
          store.transaction(async (unit) => {
            await unit.insertRequest(sampleRequest({ recordId: BigInt(index) }))
            if (index % 2 === 0) throw new Error('every second one fails')
          }),
        ),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
      expect(await store.findRequests({ limit: 100 })).toHaveLength(2)
    })

    test('hands out copies: what the caller changes afterwards does not reach the store', async () => {
      const { store } = subject()
      const standing = { accessLimit: 1n, usage: 1n }
      const request = await saveRequest(store, { standing })
      standing.usage = 99n
      expect(await store.getRequest(request.id)).toMatchObject({ standing: { accessLimit: 1n, usage: 1n } })
    })
  })
}
