import type { Outcome } from '../simnet/createVault.ts'
import { ERR } from '../simnet/ERR.ts'
import type { Plain } from '../simnet/fromClarity.ts'
import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { Call } from './Call.ts'
import { toPairKey } from './toPairKey.ts'
import type { MedicalRecord, VaultState } from './VaultState.ts'

/** What a call answers and prints, and the state it leaves. */
export type Prediction = { readonly outcome: Outcome; readonly next: VaultState }

type Named<Name extends Call['name']> = Extract<Call, { name: Name }>
type Surroundings = { readonly cmo: string; readonly height: bigint }

/**
 * The contract as its design tells it, written once more without looking at how medvault.clar does it: the
 * checks in their order, the event, the effect.
 *
 * @param surroundings - who the Chief Medical Officer is, and the height of the block that mines the call
 * @example
 * predict(emptyState, { caller: nurse, name: 'archive-record', recordId: 1n }, { cmo, height: 5n }).outcome
 * // { err: 101n, events: [] }
 */
export function predict(state: VaultState, call: Call, { cmo, height }: Surroundings): Prediction {
  switch (call.name) {
    case 'create-medical-record':
      return predictCreation(state, call, height)
    case 'access-medical-data':
      return predictDraw(state, call)
    case 'grant-medical-access':
      return predictGrant(state, call)
    case 'revoke-medical-access':
      return predictRevocation(state, call)
    case 'archive-record':
      return predictArchiving(state, call)
    case 'enable-maintenance':
      return predictSwitch(state, { caller: call.caller, cmo, maintenance: true })
    case 'disable-maintenance':
      return predictSwitch(state, { caller: call.caller, cmo, maintenance: false })
  }
}

function predictCreation(
  state: VaultState,
  { caller: physician, recordCategory, dataVolume }: Named<'create-medical-record'>,
  height: bigint,
): Prediction {
  const stats = state.stats.get(physician) ?? { 'record-count': 0n, 'total-data-managed': 0n }
  const managed = stats['total-data-managed'] + dataVolume
  if (state.maintenance) return refuse(state, ERR.SYSTEM_MAINTENANCE)
  if (dataVolume === 0n || managed > MAX_UINT) return refuse(state, ERR.INVALID_DATA_SIZE)
  if (recordCategory.length > 64) return refuse(state, ERR.CATEGORY_TOO_LONG)
  const recordId = state.totalRecords + 1n
  const terms = {
    physician,
    'record-category': recordCategory,
    'data-volume': dataVolume,
    'created-at': height,
  }
  return accept(
    {
      ...state,
      totalRecords: recordId,
      records: withRecord(state, recordId, { ...terms, 'accessed-volume': 0n, 'active-record': true }),
      stats: new Map(state.stats).set(physician, {
        'record-count': stats['record-count'] + 1n,
        'total-data-managed': managed,
      }),
    },
    { event: 'medical-record-created', 'record-id': recordId, ...terms },
    recordId,
  )
}

function predictDraw(
  state: VaultState,
  { caller: accessor, recordId, accessVolume }: Named<'access-medical-data'>,
): Prediction {
  const record = state.records.get(recordId)
  if (state.maintenance) return refuse(state, ERR.SYSTEM_MAINTENANCE)
  if (accessVolume === 0n) return refuse(state, ERR.INVALID_DATA_SIZE)
  if (record === undefined) return refuse(state, ERR.RECORD_NOT_FOUND)
  if (!record['active-record']) return refuse(state, ERR.RECORD_INACTIVE)
  const accessed = record['accessed-volume'] + accessVolume
  if (accessed > record['data-volume']) return refuse(state, ERR.INSUFFICIENT_CLEARANCE)
  const isStaff = accessor !== record.physician
  const pair = toPairKey({ recordId, medicalStaff: accessor })
  const usage = isStaff ? (state.usages.get(pair) ?? 0n) + accessVolume : 0n
  const limit = state.privileges.get(pair)?.['access-limit'] ?? 0n
  if (isStaff && usage > limit) return refuse(state, ERR.UNAUTHORIZED_ACCESS)
  return accept(
    {
      ...state,
      records: withRecord(state, recordId, { ...record, 'accessed-volume': accessed }),
      usages: isStaff ? new Map(state.usages).set(pair, usage) : state.usages,
    },
    {
      event: 'medical-data-accessed',
      'record-id': recordId,
      accessor,
      'access-volume': accessVolume,
      'accessed-volume': accessed,
      'data-volume': record['data-volume'],
      'staff-usage': usage,
    },
  )
}

function predictGrant(
  state: VaultState,
  { caller, recordId, medicalStaff, accessLimit }: Named<'grant-medical-access'>,
): Prediction {
  const record = state.records.get(recordId)
  if (state.maintenance) return refuse(state, ERR.SYSTEM_MAINTENANCE)
  if (record === undefined) return refuse(state, ERR.RECORD_NOT_FOUND)
  if (caller !== record.physician) return refuse(state, ERR.UNAUTHORIZED_ACCESS)
  if (!record['active-record']) return refuse(state, ERR.RECORD_INACTIVE)
  if (accessLimit === 0n) return refuse(state, ERR.INVALID_DATA_SIZE)
  const pair = toPairKey({ recordId, medicalStaff })
  return accept(
    {
      ...state,
      privileges: new Map(state.privileges).set(pair, { 'can-access': true, 'access-limit': accessLimit }),
      usages: new Map(state.usages).set(pair, 0n),
    },
    {
      event: 'medical-access-granted',
      'record-id': recordId,
      physician: caller,
      'medical-staff': medicalStaff,
      'access-limit': accessLimit,
    },
  )
}

function predictRevocation(
  state: VaultState,
  { caller, recordId, medicalStaff }: Named<'revoke-medical-access'>,
): Prediction {
  const record = state.records.get(recordId)
  if (record === undefined) return refuse(state, ERR.RECORD_NOT_FOUND)
  if (caller !== record.physician) return refuse(state, ERR.UNAUTHORIZED_ACCESS)
  const pair = toPairKey({ recordId, medicalStaff })
  if (!state.privileges.has(pair)) return accept(state)
  return accept(
    { ...state, privileges: without(state.privileges, pair), usages: without(state.usages, pair) },
    {
      event: 'medical-access-revoked',
      'record-id': recordId,
      physician: caller,
      'medical-staff': medicalStaff,
    },
  )
}

function predictArchiving(state: VaultState, { caller, recordId }: Named<'archive-record'>): Prediction {
  const record = state.records.get(recordId)
  if (state.maintenance) return refuse(state, ERR.SYSTEM_MAINTENANCE)
  if (record === undefined) return refuse(state, ERR.RECORD_NOT_FOUND)
  if (caller !== record.physician) return refuse(state, ERR.UNAUTHORIZED_ACCESS)
  if (!record['active-record']) return refuse(state, ERR.RECORD_INACTIVE)
  return accept(
    { ...state, records: withRecord(state, recordId, { ...record, 'active-record': false }) },
    { event: 'record-archived', 'record-id': recordId, physician: caller },
  )
}

function predictSwitch(
  state: VaultState,
  { caller, cmo, maintenance }: { caller: string; cmo: string; maintenance: boolean },
): Prediction {
  if (caller !== cmo) return refuse(state, ERR.CMO_ONLY)
  if (state.maintenance === maintenance) return accept(state)
  const event = maintenance ? 'maintenance-enabled' : 'maintenance-disabled'
  return accept({ ...state, maintenance }, { event, 'chief-medical-officer': cmo })
}

function refuse(state: VaultState, error: bigint): Prediction {
  return { outcome: { err: error, events: [] }, next: state }
}

function accept(next: VaultState, event?: Plain, answer: Plain = true): Prediction {
  return { outcome: { ok: answer, events: event === undefined ? [] : [event] }, next }
}

function withRecord(state: VaultState, recordId: bigint, record: MedicalRecord) {
  return new Map(state.records).set(recordId, record)
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([other]) => other !== key))
}
