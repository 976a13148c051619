import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { Call } from './Call.ts'
import type { Cast } from './Cast.ts'
import { fromPairKey } from './fromPairKey.ts'
import type { Caller, Intention, RecordPick } from './Intention.ts'
import { listDrawLimits } from './listDrawLimits.ts'
import { pickNumber } from './pickNumber.ts'
import type { VaultState } from './VaultState.ts'

/**
 * The call that an intention means in this state.
 *
 * @example
 * resolveCall({ name: 'archive-record', who: { who: 'entitled', nth: 0 }, record: { kind: 'active', nth: 0 } }, scene)
 * // { name: 'archive-record', caller: physician, recordId: 1n }
 */
export function resolveCall(intention: Intention, { state, cast }: Scene): Call {
  const { name } = intention
  switch (name) {
    case 'create-medical-record': {
      const caller = nthOf(cast.principals, intention.who)
      const managed = state.stats.get(caller)?.['total-data-managed'] ?? 0n
      const dataVolume = pickNumber(intention.volume, [MAX_UINT - managed])
      return { name, caller, recordCategory: intention.category, dataVolume }
    }
    case 'access-medical-data': {
      const recordId = pickRecord(state, intention.record)
      const entitled = [...listPhysician(state, recordId), ...listStaff(state, recordId)]
      const caller = pickCaller(cast, intention.who, entitled)
      const limits = listDrawLimits(state, { recordId, medicalStaff: caller })
      return { name, caller, recordId, accessVolume: pickNumber(intention.volume, limits) }
    }
    case 'grant-medical-access': {
      const recordId = pickRecord(state, intention.record)
      const medicalStaff = nthOf(cast.principals, intention.staff)
      const caller = pickCaller(cast, intention.who, listPhysician(state, recordId))
      const limits = listDrawLimits(state, { recordId, medicalStaff })
      return { name, caller, recordId, medicalStaff, accessLimit: pickNumber(intention.limit, limits) }
    }
    case 'revoke-medical-access': {
      const recordId = pickRecord(state, intention.record)
      const { who, nth } = intention.staff
      const privileged = who === 'privileged' ? listStaff(state, recordId) : []
      const medicalStaff = nthOf(privileged.length > 0 ? privileged : cast.principals, nth)
      const caller = pickCaller(cast, intention.who, listPhysician(state, recordId))
      return { name, caller, recordId, medicalStaff }
    }
    case 'archive-record': {
      const recordId = pickRecord(state, intention.record)
      return { name, caller: pickCaller(cast, intention.who, listPhysician(state, recordId)), recordId }
    }
    case 'enable-maintenance':
    case 'disable-maintenance':
      return { name, caller: pickCaller(cast, intention.who, [cast.cmo]) }
  }
}

type Scene = { readonly state: VaultState; readonly cast: Cast }

function pickCaller(cast: Cast, { who, nth }: Caller, entitled: readonly string[]): string {
  return nthOf(who === 'entitled' && entitled.length > 0 ? entitled : cast.principals, nth)
}

function pickRecord(state: VaultState, { kind, nth }: RecordPick): bigint {
  if (kind === 'zero') return 0n
  if (kind === 'largest') return MAX_UINT
  if (kind === 'next' || state.records.size === 0) return state.totalRecords + 1n
  const ids = [...state.records.keys()]
  const wanted = ids.filter((id) => state.records.get(id)?.['active-record'] === (kind === 'active'))
  return nthOf(wanted.length > 0 ? wanted : ids, nth)
}

function listPhysician(state: VaultState, recordId: bigint): string[] {
  const physician = state.records.get(recordId)?.physician
  return physician === undefined ? [] : [physician]
}

function listStaff(state: VaultState, recordId: bigint): string[] {
  return [...state.privileges.keys()]
    .map(fromPairKey)
    .filter((pair) => pair.recordId === recordId)
    .map(({ medicalStaff }) => medicalStaff)
}

function nthOf<Item>(items: readonly Item[], nth: number): Item {
  return items[nth % items.length] as Item
}
