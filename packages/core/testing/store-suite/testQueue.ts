import { describe, expect, test, vi } from 'vitest'
import type { Job } from '../../src/model/Job.ts'
import type { OpenedStore } from './OpenedStore.ts'

const execute = (transactionId: string) => ({ name: 'execute', transactionId }) as const

export function testQueue(subject: () => OpenedStore): void {
  const enqueue = (job: Job, options?: { startAfter?: Date }) =>
    subject().store.transaction((unit) => unit.enqueue(job, options))
  const collect = async (name: 'execute' | 'deliver' | 'end-grant' = 'execute') => {
    const jobs: Job[] = []
    await subject().queue.work(name, async (job) => void jobs.push(job))
    return jobs
  }

  describe('the queue', () => {
    test('starts a job with all it carries once its unit of work commits', async () => {
      const jobs = await collect('deliver')
      const lanes: Job[] = [
        { name: 'deliver', lane: { subject: { requestId: `“r”'1'\n🩺` }, platform: 'slack' } },
        { name: 'deliver', lane: { subject: { alertId: 'a1' }, platform: 'discord' } },
      ]
      for (const job of lanes) await enqueue(job)
      await vi.waitFor(() => expect(jobs).toHaveLength(2), { timeout: 5_000 })
      expect(jobs).toEqual(expect.arrayContaining(lanes))
    })

    test('does not know a job before its unit of work commits', async () => {
      const jobs = await collect()
      let seenInside = -1
      await subject().store.transaction(async (unit) => {
        await unit.enqueue(execute('t1'))
        await unit.getRequest('anything')
        seenInside = jobs.length
      })
      await vi.waitFor(() => expect(jobs).toEqual([execute('t1')]), { timeout: 5_000 })
      expect(seenInside).toBe(0)
    })

    test('never sees the job of a unit of work that failed', async () => {
      const jobs = await collect()
      const failing = subject().store.transaction(async (unit) => {
        await unit.enqueue(execute('lost'))
        throw new Error('lost')
      })
      await expect(failing).rejects.toThrow('lost')
      await enqueue(execute('kept'))
      await vi.waitFor(() => expect(jobs).toEqual([execute('kept')]), { timeout: 5_000 })
    })

    test('keeps jobs until somebody works on them', async () => {
      for (const id of ['t1', 't2', 't3']) await enqueue(execute(id))
      const jobs = await collect()
      await vi.waitFor(() => expect(jobs).toHaveLength(3), { timeout: 5_000 })
    })

    test('gives each job to the handler of its name', async () => {
      const executed = await collect('execute')
      const ended = await collect('end-grant')
      await enqueue(execute('t1'))
      await enqueue({ name: 'end-grant', requestId: 'r1' })
      await vi.waitFor(() => expect([executed.length, ended.length]).toEqual([1, 1]), { timeout: 5_000 })
      expect(executed).toEqual([execute('t1')])
      expect(ended).toEqual([{ name: 'end-grant', requestId: 'r1' }])
    })

    test('runs many jobs, each of them once', async () => {
      const jobs = await collect()
      const ids = Array.from({ length: 60 }, (_, index) => `t${index}`)
      await Promise.all(ids.map((id) => enqueue(execute(id))))
      await enqueue(execute('last'))
      await vi.waitFor(() => expect(jobs).toContainEqual(execute('last')), { timeout: 10_000 })
      await vi.waitFor(() => expect(jobs).toHaveLength(61), { timeout: 10_000 })
      expect(new Set(jobs.map((job) => JSON.stringify(job))).size).toBe(61)
    })

    test('does not start a job before its time, and starts it then', async () => {
      const starts: Record<string, number> = {}
      await subject().queue.work('execute', async ({ transactionId }) => {
        starts[transactionId] = Date.now()
      })
      const startAfter = new Date(Date.now() + 700)
      await enqueue(execute('later'), { startAfter })
      await enqueue(execute('now'))
      await vi.waitFor(() => expect(Object.keys(starts)).toEqual(['now', 'later']), { timeout: 10_000 })
      expect(starts.later).toBeGreaterThanOrEqual(startAfter.getTime() - 1)
    })

    test('tries a job again whose handler failed', async () => {
      let tries = 0
      await subject().queue.work('execute', async () => {
        tries++
        if (tries === 1) throw new Error('not yet')
      })
      await enqueue(execute('t1'))
      await vi.waitFor(() => expect(tries).toBe(2), { timeout: 10_000 })
    })

    test('a handler that takes long does not keep the next job waiting', async () => {
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const done: string[] = []
      await subject().queue.work('execute', async ({ transactionId }) => {
        if (transactionId === 'slow') await held
        done.push(transactionId)
      })
      await enqueue(execute('slow'))
      await enqueue(execute('quick'))
      await vi.waitFor(() => expect(done).toEqual(['quick']), { timeout: 5_000 })
      release()
      await vi.waitFor(() => expect(done).toEqual(['quick', 'slow']), { timeout: 5_000 })
    })

    test('stops after the handlers that run, and takes nothing new', async () => {
      const { queue } = subject()
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const events: string[] = []
      await queue.work('execute', async ({ transactionId }) => {
        events.push(`started ${transactionId}`)
        await held
        events.push(`finished ${transactionId}`)
      })
      await enqueue(execute('t1'))
      await vi.waitFor(() => expect(events).toEqual(['started t1']), { timeout: 5_000 })
      const stopping = queue.stop().then(() => events.push('stopped'))
      await enqueue(execute('t2'))
      release()
      await stopping
      expect(events).toEqual(['started t1', 'finished t1', 'stopped'])
      await queue.stop()
    })
  })
}
