import { examineConditions } from '../examineConditions.ts'
import type { Monitor } from '../Monitor.ts'
import { mergeReports } from '../mergeReports.ts'
import { findMaintenanceEnds } from './findMaintenanceEnds.ts'
import { findStandingMaintenance } from './findStandingMaintenance.ts'
import type { MaintenanceStatusSettings } from './maintenanceStatusSchema.ts'

/**
 * Finds maintenance while it stands, also one that began before MediKey was installed, that it lasts long, and each of
 * its ends since then.
 *
 * @example
 * const { holds } = await findMaintenanceChanges(deps, look, maintenanceStatusSchema.parse({}))
 */
export const findMaintenanceChanges: Monitor<MaintenanceStatusSettings> = async (deps, look, settings) =>
  mergeReports([
    await examineConditions(deps, look, {
      rules: ['maintenance-began', 'maintenance-long'],
      find: (now) => findStandingMaintenance(deps, { now, settings }),
    }),
    { holds: await findMaintenanceEnds(deps, look), ended: [] },
  ])
