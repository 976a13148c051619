import { formatVolume } from '../input/formatVolume.ts'
import type { Finding } from '../model/Finding.ts'
import type { LegacyMonitor } from './LegacyMonitor.ts'

const RULE = 'unsanctioned-grant'
const BATCH = 100

/**
 * Finds grants on chain that no approved request explains: a physician may call the contract directly, and MediKey can
 * only tell. What happened before MediKey was installed was not its to approve. At most 100 in a call, and none that an
 * alert tells of already.
 *
 * @example
 * await raiseAlerts(deps, { findings: await findUnsanctionedChanges(deps) })
 */
export const findUnsanctionedChanges: LegacyMonitor = async ({ store, directory }) => {
  const binding = await store.getChainBinding()
  if (binding === null) return []
  const events = await store.listEvents({
    names: ['medical-access-granted'],
    aboveHeight: binding.installedAtHeight,
    foreignOnly: true,
    withoutAlertOf: RULE,
    limit: BATCH,
  })
  return events.flatMap((event): Finding[] => {
    const { value } = event
    if (value?.event !== 'medical-access-granted') return []
    const physician = directory.describe(value.physician)
    const staff = directory.describe(value.medicalStaff)
    return [
      {
        rule: RULE,
        kind: 'happening',
        at: event.blockTime,
        cause: `${event.txid}:${event.eventIndex}`,
        severity: 'critical',
        fingerprint: `${RULE}:${event.txid}:${event.eventIndex}`,
        subject: `record ${value.recordId}`,
        summary: `${physician.name} granted ${staff.name} ${formatVolume(value.accessLimit)} of record ${value.recordId} directly on chain: no approved request explains it. Ask them why, and revoke it with /medikey revoke if it must not stand.`,
        recordId: value.recordId,
        txid: event.txid,
      },
    ]
  })
}
