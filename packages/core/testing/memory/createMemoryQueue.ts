import type { Job, JobName } from '../../src/model/Job.ts'
import type { Clock } from '../../src/ports/Clock.ts'
import type { Queue } from '../../src/ports/Queue.ts'
import type { MemoryJob } from './MemoryJob.ts'

type Waiting = MemoryJob & { readonly tries: number }

const MAX_TRIES = 3
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A queue in memory: jobs start when their time has come on the clock and somebody works on their name. */
export function createMemoryQueue({ clock }: { clock: Clock }) {
  const handlers = new Map<JobName, (job: Job) => Promise<void>>()
  const running = new Set<Promise<void>>()
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const untilDue = ({ startAfter }: MemoryJob) =>
    startAfter === null ? 0 : startAfter.getTime() - clock.now().getTime()

  const run = async (waited: Waiting, handler: (job: Job) => Promise<void>) => {
    try {
      await handler(structuredClone(waited.job))
    } catch {
      if (waited.tries + 1 < MAX_TRIES) waiting.push({ ...waited, tries: waited.tries + 1 })
    }
  }

  const wake = () => {
    clearTimeout(timer)
    if (isStopped) return
    const held = waiting
    waiting = []
    for (const job of held) {
      const handler = handlers.get(job.job.name)
      if (handler === undefined || untilDue(job) > 0) {
        waiting.push(job)
        continue
      }
      const done: Promise<void> = Promise.resolve()
        .then(() => run(job, handler))
        .finally(() => {
          running.delete(done)
          wake()
        })
      running.add(done)
    }
    const delays = waiting.filter(({ job }) => handlers.has(job.name)).map(untilDue)
    if (delays.length > 0)
      timer = setTimeout(wake, Math.min(Math.max(1, Math.min(...delays)), LONGEST_TIMER_MS)).unref()
  }

  const queue: Queue = {
    async work(name, handler) {
      handlers.set(name, handler as (job: Job) => Promise<void>)
      wake()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      while (running.size > 0) await Promise.all(running)
    },
  }

  return {
    queue,
    /** Takes the jobs of a unit of work that committed. */
    push(jobs: readonly MemoryJob[]) {
      waiting.push(...jobs.map((job) => ({ ...job, tries: 0 })))
      wake()
    },
    /** Looks again for jobs whose time has come: call it after turning a fake clock. */
    wake,
    /** The jobs that nobody took yet. */
    listWaiting: (): readonly MemoryJob[] => waiting.map(({ job, startAfter }) => ({ job, startAfter })),
  }
}
