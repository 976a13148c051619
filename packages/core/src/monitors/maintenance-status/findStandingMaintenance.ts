import { formatTimeLeft } from '../../input/formatTimeLeft.ts'
import type { Finding } from '../../model/Finding.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { MaintenanceStatusSettings } from './maintenanceStatusSchema.ts'

/** The maintenance that stands: that it began, and that it lasts long. Nothing where the system works. */
export async function findStandingMaintenance(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { now: Date; settings: MaintenanceStatusSettings },
): Promise<Finding[]> {
  const { now, settings } = options
  const last = await deps.store.getLastEvent({ names: ['maintenance-enabled', 'maintenance-disabled'] })
  if (last?.value?.event !== 'maintenance-enabled') return []
  const { txid, eventIndex, blockTime } = last
  const who = deps.directory.describe(last.value.chiefMedicalOfficer).name
  const about = {
    kind: 'condition',
    cause: 'maintenance',
    recordId: null,
    txid,
  } as const
  const began: Finding = {
    ...about,
    rule: 'maintenance-began',
    severity: 'warning',
    fingerprint: `maintenance-began:${txid}:${eventIndex}`,
    subject: 'maintenance begins',
    summary: `${who} halted the system: nothing is created, drawn, granted or archived until maintenance ends. Revokes still work; approved grants wait.`,
    at: blockTime,
  }
  const lastedMs = now.getTime() - blockTime.getTime()
  if (lastedMs < settings.longAfter) return [began]
  const isCritical = lastedMs >= settings.criticalAfter
  const bound = isCritical ? settings.criticalAfter : settings.longAfter
  return [
    began,
    {
      ...about,
      rule: 'maintenance-long',
      severity: isCritical ? 'critical' : 'warning',
      fingerprint: `maintenance-long:${txid}:${eventIndex}`,
      subject: 'maintenance lasts long',
      summary: `Maintenance has lasted more than ${formatTimeLeft(bound)}. ${who} ends it with /medikey maintenance off; until then the wards cannot draw.`,
      at: new Date(blockTime.getTime() + settings.longAfter),
    },
  ]
}
