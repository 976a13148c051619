import { describe, expect, test, vi } from 'vitest'
import { createFakeClock, createMemoryStore, testStore } from './index.ts'

testStore('the memory store', async () => createMemoryStore())

describe('the memory store for tests', () => {
  test('shows the jobs that wait, and starts a delayed one when the clock was turned', async () => {
    const clock = createFakeClock()
    const { store, queue, listJobs, wake } = createMemoryStore({ clock })
    const startAfter = new Date(clock.now().getTime() + 60_000)
    const job = { name: 'end-grant', requestId: 'r1' } as const
    await store.transaction((unit) => unit.enqueue(job, { startAfter }))
    const handler = vi.fn(async () => {})
    await queue.work('end-grant', handler)
    clock.advance(59_999)
    wake()
    expect(listJobs()).toEqual([{ job, startAfter }])
    clock.advance(1)
    wake()
    await vi.waitFor(() => expect(handler).toHaveBeenCalledWith(job))
    expect(listJobs()).toEqual([])
  })
})
