import { formatTimeLeft } from '../../input/formatTimeLeft.ts'
import type { Finding } from '../../model/Finding.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'

/** Each end of maintenance among what is new since MediKey was installed, and how long it had lasted. */
export async function findMaintenanceEnds(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Pick<Look, 'changes'>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const ends = look.changes.filter(({ value }) => value?.event === 'maintenance-disabled')
  if (ends.length === 0) return findings
  const binding = await deps.store.getChainBinding()
  for (const event of ends) {
    const { txid, eventIndex, blockHeight, blockTime, value } = event
    if (value?.event !== 'maintenance-disabled') continue
    if (binding === null || blockHeight <= binding.installedAtHeight) continue
    const who = deps.directory.describe(value.chiefMedicalOfficer).name
    findings.push({
      rule: 'maintenance-ended',
      severity: 'info',
      kind: 'happening',
      fingerprint: `maintenance-ended:${txid}:${eventIndex}`,
      cause: 'maintenance',
      subject: 'maintenance ends',
      summary: `${who} ended maintenance${await describeLength(deps, event)}: the system works again, and approved grants that waited are being sent.`,
      recordId: null,
      txid,
      at: blockTime,
    })
  }
  return findings
}

async function describeLength(deps: Pick<MonitorDeps, 'store'>, end: EventProjection): Promise<string> {
  const begin = await deps.store.getEventBefore({ names: ['maintenance-enabled'], event: end })
  const lastedMs = begin === null ? 0 : end.blockTime.getTime() - begin.blockTime.getTime()
  return lastedMs > 0 ? ` after ${formatTimeLeft(lastedMs)}` : ''
}
