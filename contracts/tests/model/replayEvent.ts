import type { Plain } from '../simnet/fromClarity.ts'
import { toPairKey } from './toPairKey.ts'
import type { MedicalRecord, VaultState } from './VaultState.ts'

/**
 * Rebuilds the maps as a follower does: from what was printed and nothing else. It shares no rule with the
 * model, so that the two can contradict each other.
 */
export function replayEvent(state: VaultState, printed: Plain): VaultState {
  const { event, ...fields } = printed as { event: string } & Fields
  const recordId = fields['record-id']
  const record = state.records.get(recordId)
  switch (event) {
    case 'medical-record-created': {
      const { 'record-id': _, ...terms } = fields
      const stats = state.stats.get(fields.physician)
      return {
        ...state,
        totalRecords: recordId,
        records: new Map(state.records).set(recordId, {
          ...terms,
          'accessed-volume': 0n,
          'active-record': true,
        }),
        stats: new Map(state.stats).set(fields.physician, {
          'record-count': (stats?.['record-count'] ?? 0n) + 1n,
          'total-data-managed': (stats?.['total-data-managed'] ?? 0n) + fields['data-volume'],
        }),
      }
    }
    case 'medical-data-accessed':
      return {
        ...state,
        records: withChange(state, recordId, { 'accessed-volume': fields['accessed-volume'] }),
        usages:
          fields.accessor === record?.physician
            ? state.usages
            : new Map(state.usages).set(
                toPairKey({ recordId, medicalStaff: fields.accessor }),
                fields['staff-usage'],
              ),
      }
    case 'medical-access-granted': {
      const pair = toPairKey({ recordId, medicalStaff: fields['medical-staff'] })
      const privilege = { 'can-access': true, 'access-limit': fields['access-limit'] }
      return {
        ...state,
        privileges: new Map(state.privileges).set(pair, privilege),
        usages: new Map(state.usages).set(pair, 0n),
      }
    }
    case 'medical-access-revoked': {
      const pair = toPairKey({ recordId, medicalStaff: fields['medical-staff'] })
      const privileges = new Map(state.privileges)
      const usages = new Map(state.usages)
      privileges.delete(pair)
      usages.delete(pair)
      return { ...state, privileges, usages }
    }
    case 'record-archived':
      return { ...state, records: withChange(state, recordId, { 'active-record': false }) }
    case 'maintenance-enabled':
      return { ...state, maintenance: true }
    case 'maintenance-disabled':
      return { ...state, maintenance: false }
    default:
      // A follower passes over what it does not know; the comparison with the maps tells what it missed.
      return state
  }
}

/** All fields of all events; each event has some of them. */
type Fields = MedicalRecord & {
  readonly 'record-id': bigint
  readonly accessor: string
  readonly 'medical-staff': string
  readonly 'access-limit': bigint
  readonly 'staff-usage': bigint
}

function withChange(state: VaultState, recordId: bigint, change: Partial<MedicalRecord>) {
  const record = state.records.get(recordId)
  return record === undefined ? state.records : new Map(state.records).set(recordId, { ...record, ...change })
}
