import { type Deps, type DigestPeriod, findPeriod, sendDigest } from '@medikey/core'
import { findLastTick } from './findLastTick.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/**
 * The sending of a digest as a job. It asks every minute whether a digest is due, instead of waiting for its moment: so
 * one whose moment passed while nothing ran, or whose process died over it, is sent when a process next runs, and a send
 * that fails is tried again. What is no longer the last period that is over is not sent any more.
 */
export function createDigestJob(deps: Deps, options: { period: DigestPeriod }): ScheduledJob {
  const { period } = options
  const name = `digest-${period}`
  const { store, settings } = deps
  const { timeZone } = settings.monitors
  return {
    name,
    cron: '* * * * *',
    async run() {
      const now = deps.clock.now()
      const state = await store.getMonitorState(name)
      const settledAt = state?.lookedAt ?? null
      const tick = findLastTick({ cron: settings.digest[period].cron, timeZone, now })
      // Nobody waits for a digest of what was before MediKey was there, nor at a moment that the clock has left.
      const isFirst = settledAt === null || settledAt > now
      if (!isFirst && tick <= settledAt) return undefined
      if (!isFirst && (await isLast({ period, tick, now, timeZone })))
        await sendDigest(deps, { period, at: now })
      const looked = { monitor: name, cursor: null, failedCallCursor: null, lookedAt: now, settings: '' }
      await store.transaction((unit) => unit.putMonitorState({ ...looked, looks: (state?.looks ?? 0) + 1 }))
      return undefined
    },
  }
}

/** Whether what was over at the tick is still the last period that is over. */
async function isLast(options: {
  period: DigestPeriod
  tick: Date
  now: Date
  timeZone: string
}): Promise<boolean> {
  const { period, tick, now, timeZone } = options
  const asked = await findPeriod({ period, at: tick, timeZone })
  return asked.id === (await findPeriod({ period, at: now, timeZone })).id
}
