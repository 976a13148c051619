import type { Calendar } from '../../calendar/createCalendar.ts'
import type { DrawDay, DrawHour } from '../../model/Draws.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { Draw } from './Draw.ts'

const DAY_MS = 86_400_000

/** What people usually draw, read once a run and only of those whom a change touches. */
export type Activity = {
  /** What the principal drew by the hour: from the history before the earliest change to the day of the latest. */
  listHours(principal: string): Promise<readonly DrawHour[]>
  /**
   * What each peer drew on each day of the history before the day: physicians from their own records among physicians,
   * and what grants allowed among those who drew under grants.
   *
   * @param options.day in the calendar's count
   */
  listPeerDays(options: {
    principal: string
    asPhysician: boolean
    day: number
  }): Promise<readonly bigint[][]>
}

/**
 * Makes the activity around some draws.
 *
 * @param options.draws those to be judged, oldest first
 * @example
 * const activity = createActivity(deps, { draws, calendar, historyDays: 28 })
 */
export function createActivity(
  { store }: Pick<MonitorDeps, 'store'>,
  options: { draws: readonly Draw[]; calendar: Calendar; historyDays: number },
): Activity {
  const { draws, historyDays } = options
  const times = draws.map(({ blockTime }) => blockTime.getTime())
  // A day more on both sides: time zones are up to 14 hours away from the chain's days.
  const from = new Date(times.reduce((a, b) => Math.min(a, b), Infinity) - (historyDays + 2) * DAY_MS)
  const to = new Date(times.reduce((a, b) => Math.max(a, b), -Infinity) + 2 * DAY_MS)
  const hours = new Map<string, Promise<DrawHour[]>>()
  let everybody: Promise<DrawDay[]> | undefined

  return {
    listHours(principal) {
      const known = hours.get(principal) ?? store.listDraws({ principal, from, to })
      hours.set(principal, known)
      return known
    },

    async listPeerDays({ principal, asPhysician, day }) {
      everybody ??= store.listDailyVolumes({ from, to })
      const volumes = new Map<string, bigint[]>()
      for (const row of await everybody) {
        if (row.principal === principal || row.asPhysician !== asPhysician) continue
        // The rows' days are the chain's: the one before the day may still reach into it, and is left out.
        const age = day - Math.floor(row.day.getTime() / DAY_MS)
        if (age < 2 || age > historyDays + 1) continue
        const known = volumes.get(row.principal)
        if (known === undefined) volumes.set(row.principal, [row.volume])
        else known.push(row.volume)
      }
      return [...volumes.values()]
    },
  }
}
