import { advanceAlerts, followOnce } from '@medikey/core'
import { createSchedule, getLongestGap, type ScheduledJob } from '@medikey/jobs'
import { compareProjection } from './compareProjection.ts'
import { createChannel } from './createChannel.ts'
import type { Heard } from './Incident.ts'
import type { SimulatedMedikey } from './openSimulatedMedikey.ts'
import type { World } from './World.ts'

/** More than any month has. */
const EVERYTHING = 100_000
/** Judges the others, so it runs after them. */
const LAST = 'heartbeat'
/** The job that hangs when one has to. */
const HANGING = 'record-archival'
/** Room that a job is given beyond its times, as many of its gaps. */
const GAPS = 3
/** More than the clock ever goes at a time. */
const LONGEST_STEP_MS = 7_200_000

/** What MediKey does by itself at each moment of the simulation. */
export type Watch = {
  /** Follows the chain, runs what is due, moves the alerts on and delivers what is to be told. */
  look(): Promise<void>
  setHanging(isHanging: boolean): void
  countEvents(): number
  countAlerts(): Promise<number>
  /** Each finding of each alert that was told. */
  listHeard(): Promise<Heard[]>
  /** How many messages reached the chat, and how many of them twice. */
  told(): { readonly posts: number; readonly twice: number }
  /** How many records and privileges the projection has otherwise than the chain. */
  compare(world: World): Promise<number>
}

/** Puts the schedule's own jobs on the simulation's clock. */
export function createWatch(medikey: SimulatedMedikey): Watch {
  const { deps } = medikey
  const { timeZone } = deps.settings.monitors
  const jobs = createSchedule(deps)
    .filter(({ name }) => !name.startsWith('digest'))
    .map((job) => ({ ...job, gapMs: getLongestGap({ cron: job.cron, timeZone }) }))
    .sort((a, b) => Number(a.name === LAST) - Number(b.name === LAST))
  const ranAt = new Map<string, number>()
  const channel = createChannel(deps)
  let isHanging = false
  let events = 0

  async function run(job: ScheduledJob & { gapMs: number }): Promise<void> {
    const now = deps.clock.now()
    const last = ranAt.get(job.name) ?? Number.NEGATIVE_INFINITY
    if (now.getTime() - last < job.gapMs) return
    if (isHanging && job.name === HANGING) return
    ranAt.set(job.name, now.getTime())
    const note = (run: object) =>
      deps.store.transaction((unit) => unit.noteRun({ monitor: job.name, ...run }))
    await note({ startedAt: now })
    try {
      await job.run({ isOver: () => false })
      await note({
        completedAt: now,
        failure: null,
        dueBy: new Date(now.getTime() + Math.max(job.gapMs * GAPS, LONGEST_STEP_MS)),
      })
    } catch (error) {
      if (!medikey.isOut()) throw error
      await note({ failedAt: now, failure: 'OUTAGE' })
    }
  }

  async function follow(): Promise<void> {
    try {
      events += (await followOnce(deps)).events
    } catch (error) {
      if (!medikey.isOut()) throw error
    }
  }

  return {
    async look() {
      await follow()
      for (const job of jobs) await run(job)
      await advanceAlerts(deps)
      await channel.deliver()
    },
    setHanging(value) {
      isHanging = value
    },
    countEvents: () => events,
    countAlerts: async () => (await deps.store.listAlerts({ limit: EVERYTHING })).length,
    async listHeard() {
      const alerts = await deps.store.listAlerts({ limit: EVERYTHING })
      const heard = await Promise.all(
        alerts
          // What was held back by another alert until it was over was told to nobody.
          .filter(({ toldAt }) => toldAt !== null)
          .map(async (alert) =>
            (await deps.store.listAlertFindings({ alertId: alert.id })).map((finding) => ({
              alert,
              finding,
            })),
          ),
      )
      return heard.flat()
    },
    told: channel.count,
    compare: (world) => compareProjection(deps, world),
  }
}
