import { type Deps, type DigestPeriod, findPeriod, getFollowedAt, sendDigest } from '@medikey/core'
import { findLastTick } from './findLastTick.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/** How long a digest waits for the follower, which has a night to catch up with after a start, in milliseconds. */
const PATIENCE_MS = 600_000

/**
 * The sending of a digest as a job. It asks every minute whether a digest is due, instead of waiting for its moment: so
 * one whose moment passed while nothing ran, or whose process died over it, is sent when a process next runs, and a send
 * that fails is tried again. What is no longer the last period that is over is not sent any more, and one that waited in
 * vain for the follower says what is missing.
 */
export function createDigestJob(deps: Deps, options: { period: DigestPeriod }): ScheduledJob {
  const { period } = options
  const name = `digest-${period}`
  const { store, settings } = deps
  const { timeZone } = settings.monitors
  const startedAt = deps.clock.now()
  return {
    name,
    cron: '* * * * *',
    catchesUp: true,
    async run() {
      const now = deps.clock.now()
      const state = await store.getMonitorState(name)
      const settledAt = state?.lookedAt ?? null
      const tick = findLastTick({ cron: settings.digest[period].cron, timeZone, now })
      // Nobody waits for a digest of what was before MediKey was there, nor at a moment that the clock has left.
      const isFirst = settledAt === null || settledAt > now
      if (!isFirst && tick <= settledAt) return undefined
      const due = isFirst ? null : await findDue({ period, tick, now, timeZone })
      if (due !== null) {
        const waitsUntil = Math.max(tick.getTime(), startedAt.getTime()) + PATIENCE_MS
        const followedAt = await getFollowedAt(store)
        const isBehind = followedAt === null || followedAt < due.to
        if (isBehind && now.getTime() < waitsUntil) return undefined
        await sendDigest(deps, { period, at: now })
      }
      const looked = { monitor: name, cursor: null, failedCallCursor: null, lookedAt: now, settings: '' }
      await store.transaction((unit) => unit.putMonitorState({ ...looked, looks: (state?.looks ?? 0) + 1 }))
      return undefined
    },
  }
}

/** The period that was over at the tick, where it still is the last one that is over; null where it is not. */
async function findDue(options: { period: DigestPeriod; tick: Date; now: Date; timeZone: string }) {
  const { period, tick, now, timeZone } = options
  const asked = await findPeriod({ period, at: tick, timeZone })
  return asked.id === (await findPeriod({ period, at: now, timeZone })).id ? asked : null
}
