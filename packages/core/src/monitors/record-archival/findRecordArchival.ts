import { createCalendar } from '../../calendar/createCalendar.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Monitor } from '../Monitor.ts'
import type { Archival } from './Archival.ts'
import { findArchivedPrivileges } from './findArchivedPrivileges.ts'
import { findArchivedRecords } from './findArchivedRecords.ts'
import { findMassArchivals } from './findMassArchivals.ts'
import { findUntouchedRecords } from './findUntouchedRecords.ts'
import type { RecordArchivalSettings } from './recordArchivalSchema.ts'

/**
 * Watches what is archived, what archives leave behind, and what nobody needs any more.
 *
 * @example
 * const { holds } = await findRecordArchival(deps, look, recordArchivalSchema.parse(undefined))
 */
export const findRecordArchival: Monitor<RecordArchivalSettings> = async (deps, look, settings) => {
  const archivals = toArchivals(look.changes)
  const calendar = createCalendar(deps.settings.monitors.timeZone)
  const left = await findArchivedPrivileges(deps, look)
  const untouched = await findUntouchedRecords(deps, look, settings)
  return {
    holds: [
      ...findArchivedRecords(deps, archivals),
      ...(await findMassArchivals(deps, { archivals, calendar, settings })),
      ...left.holds,
      ...untouched.holds,
    ],
    ended: [...left.ended, ...untouched.ended],
  }
}

function toArchivals(changes: readonly EventProjection[]): Archival[] {
  return changes.flatMap(({ value, ...place }) =>
    value?.event === 'record-archived' ? [{ ...place, value }] : [],
  )
}
