import { createCalendar } from '../../calendar/createCalendar.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Monitor } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import { createActivity } from './createActivity.ts'
import type { Draw } from './Draw.ts'
import { findDeniedCalls } from './findDeniedCalls.ts'
import { findDrawnRecords } from './findDrawnRecords.ts'
import { findDrawRates } from './findDrawRates.ts'
import { findGrantBursts } from './findGrantBursts.ts'
import { findOffHoursDraws } from './findOffHoursDraws.ts'
import { findUsedGrants } from './findUsedGrants.ts'

/**
 * Watches how much is drawn: full records, used grants, unusual days, bursts after grants, draws at night and refused
 * calls.
 *
 * @example
 * const { holds } = await findAccessVolume(deps, look, accessVolumeSchema.parse(undefined))
 */
export const findAccessVolume: Monitor<AccessVolumeSettings> = async (deps, look, settings) => {
  const draws = toDraws(look.changes)
  const calendar = createCalendar(deps.settings.monitors.timeZone)
  const activity = createActivity(deps, { draws, calendar, historyDays: settings.drawRate.historyDays })
  const drawn = await findDrawnRecords(deps, look, settings)
  const used = await findUsedGrants(deps, look, settings)
  const options = { draws, activity, calendar, settings }
  return {
    holds: [
      ...drawn.holds,
      ...used.holds,
      ...(await findDrawRates(deps, options)),
      ...(await findGrantBursts(deps, options)),
      ...(await findOffHoursDraws(deps, options)),
      ...(await findDeniedCalls(deps, look, settings)),
    ],
    ended: [...drawn.ended, ...used.ended],
  }
}

function toDraws(changes: readonly EventProjection[]): Draw[] {
  return changes.flatMap(({ value, ...place }) =>
    value?.event === 'medical-data-accessed' ? [{ ...place, value }] : [],
  )
}
