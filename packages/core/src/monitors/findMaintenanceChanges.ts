import type { Finding } from '../model/Finding.ts'
import type { LegacyMonitor } from './LegacyMonitor.ts'

const RULE = 'maintenance'
const BATCH = 100

/**
 * Finds each beginning and each end of maintenance since MediKey was installed, where no alert tells of it yet; at most
 * 100 in a call.
 *
 * @example
 * await raiseAlerts(deps, { findings: await findMaintenanceChanges(deps) })
 */
export const findMaintenanceChanges: LegacyMonitor = async ({ store, directory }) => {
  const binding = await store.getChainBinding()
  if (binding === null) return []
  const events = await store.listEvents({
    names: ['maintenance-enabled', 'maintenance-disabled'],
    aboveHeight: binding.installedAtHeight,
    foreignOnly: false,
    withoutAlertOf: RULE,
    limit: BATCH,
  })
  return events.flatMap((event): Finding[] => {
    const { value } = event
    if (value?.event !== 'maintenance-enabled' && value?.event !== 'maintenance-disabled') return []
    const begins = value.event === 'maintenance-enabled'
    const who = directory.describe(value.chiefMedicalOfficer).name
    return [
      {
        rule: begins ? 'maintenance-began' : 'maintenance-ended',
        kind: 'happening',
        at: event.blockTime,
        cause: `${event.txid}:${event.eventIndex}`,
        severity: begins ? 'warning' : 'info',
        fingerprint: `${RULE}:${event.txid}:${event.eventIndex}`,
        subject: begins ? 'maintenance begins' : 'maintenance ends',
        summary: begins
          ? `${who} halted the system: nothing is created, drawn, granted or archived until maintenance ends. Revokes still work; approved grants wait.`
          : `${who} ended maintenance: the system works again, and approved grants that waited are being sent.`,
        recordId: null,
        txid: event.txid,
      },
    ]
  })
}
