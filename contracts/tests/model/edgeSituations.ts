import { accounts } from '../simnet/accounts.ts'
import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { Call } from './Call.ts'

const { cmo, physician, nurse } = accounts

const granted: readonly Call[] = [
  { caller: physician, name: 'create-medical-record', recordCategory: 'cardiology', dataVolume: 100n },
  { caller: physician, name: 'grant-medical-access', recordId: 1n, medicalStaff: nurse, accessLimit: 50n },
  { caller: nurse, name: 'access-medical-data', recordId: 1n, accessVolume: 7n },
]

const unbounded: readonly Call[] = [
  { caller: physician, name: 'create-medical-record', recordCategory: '', dataVolume: MAX_UINT },
  {
    caller: physician,
    name: 'grant-medical-access',
    recordId: 1n,
    medicalStaff: nurse,
    accessLimit: MAX_UINT,
  },
  { caller: nurse, name: 'access-medical-data', recordId: 1n, accessVolume: 1n },
]

/** The calls that bring each situation about, in each of which every function meets every edge. */
export const edgeSituations: Readonly<Record<string, readonly Call[]>> = {
  'an empty vault': [],
  'an active record': granted,
  'a record drawn out': [
    ...granted,
    { caller: physician, name: 'access-medical-data', recordId: 1n, accessVolume: 93n },
  ],
  'an archived record': [...granted, { caller: physician, name: 'archive-record', recordId: 1n }],
  maintenance: [...granted, { caller: cmo, name: 'enable-maintenance' }],
  'a record of the largest volume': unbounded,
  'a record of the largest volume drawn out': [
    ...unbounded,
    { caller: nurse, name: 'access-medical-data', recordId: 1n, accessVolume: MAX_UINT - 1n },
  ],
  'a physician with room for 1 more': [
    ...granted,
    {
      caller: physician,
      name: 'create-medical-record',
      recordCategory: 'x'.repeat(64),
      dataVolume: MAX_UINT - 101n,
    },
  ],
}
