import { formatVolume } from '../../input/formatVolume.ts'
import type { Finding } from '../../model/Finding.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { MonitorDeps } from '../Monitor.ts'

/** What is told of an event if nothing of ours explains it; null for what nobody has to approve. */
export function toUnsanctioned(deps: Pick<MonitorDeps, 'directory'>, event: EventProjection): Finding | null {
  const told = describe(deps, event)
  if (told === null) return null
  const { txid, eventIndex, blockTime } = event
  return {
    ...told,
    kind: 'happening',
    fingerprint: `${told.rule}:${txid}:${eventIndex}`,
    txid,
    at: blockTime,
  }
}

type Told = Pick<Finding, 'rule' | 'severity' | 'cause' | 'subject' | 'summary' | 'recordId'>

function describe({ directory }: Pick<MonitorDeps, 'directory'>, { value }: EventProjection): Told | null {
  const name = (principal: string) => directory.describe(principal).name
  switch (value?.event) {
    case 'medical-access-granted':
      return {
        rule: 'unsanctioned-grant',
        severity: 'critical',
        cause: value.physician,
        subject: `record ${value.recordId}`,
        summary: `${name(value.physician)} granted ${name(value.medicalStaff)} ${formatVolume(value.accessLimit)} of record ${value.recordId} directly on chain: no approved request explains it. Ask them why. If it must not stand, have them revoke it with /medikey revoke: nobody but the record’s physician can.`,
        recordId: value.recordId,
      }
    case 'medical-access-revoked':
      return {
        rule: 'unsanctioned-revoke',
        severity: 'warning',
        cause: value.physician,
        subject: `record ${value.recordId}`,
        summary: `${name(value.physician)} revoked the access of ${name(value.medicalStaff)} to record ${value.recordId} directly on chain: no approved request explains it. Ask them why, and ask for a grant if it is still needed.`,
        recordId: value.recordId,
      }
    case 'record-archived':
      return {
        rule: 'unsanctioned-archive',
        severity: 'warning',
        cause: value.physician,
        subject: `record ${value.recordId}`,
        summary: `${name(value.physician)} archived record ${value.recordId} directly on chain, not through MediKey. It stays archived for good: ask them why.`,
        recordId: value.recordId,
      }
    case 'maintenance-enabled':
    case 'maintenance-disabled': {
      const did = value.event === 'maintenance-enabled' ? 'halted the system' : 'ended maintenance'
      return {
        rule: 'unsanctioned-maintenance',
        severity: 'critical',
        cause: value.chiefMedicalOfficer,
        subject: 'maintenance',
        summary: `${name(value.chiefMedicalOfficer)} ${did} directly on chain, not through MediKey. Ask them whether it was they: nobody else may hold that key.`,
        recordId: null,
      }
    }
    default:
      return null
  }
}
