import { accounts } from '../simnet/accounts.ts'
import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { Call } from './Call.ts'
import { listDrawLimits } from './listDrawLimits.ts'
import { listEdges } from './listEdges.ts'
import type { VaultState } from './VaultState.ts'

const { cmo, physician, nurse, stranger } = accounts
const callers = [physician, nurse, stranger]
const staff = [nurse, physician]
const LENGTHS = [0, 64, 65, 128]

/** Every call of a function with every edge of each of its arguments, as the edges lie in this state. */
export function listEdgeCalls(name: Call['name'], state: VaultState): Call[] {
  const recordIds = listEdges(state.totalRecords)
  const managed = state.stats.get(physician)?.['total-data-managed'] ?? 0n
  switch (name) {
    case 'create-medical-record':
      return LENGTHS.flatMap((length) =>
        listEdges(MAX_UINT - managed).map((dataVolume) => ({
          name,
          caller: physician,
          recordCategory: 'x'.repeat(length),
          dataVolume,
        })),
      )
    case 'access-medical-data':
      return recordIds.flatMap((recordId) =>
        callers.flatMap((caller) =>
          listEdges(...listDrawLimits(state, { recordId, medicalStaff: caller })).map((accessVolume) => ({
            name,
            caller,
            recordId,
            accessVolume,
          })),
        ),
      )
    case 'grant-medical-access':
      return recordIds.flatMap((recordId) =>
        [physician, nurse].flatMap((caller) =>
          staff.flatMap((medicalStaff) =>
            listEdges(...listDrawLimits(state, { recordId, medicalStaff })).map((accessLimit) => ({
              name,
              caller,
              recordId,
              medicalStaff,
              accessLimit,
            })),
          ),
        ),
      )
    case 'revoke-medical-access':
      return recordIds.flatMap((recordId) =>
        callers.flatMap((caller) => staff.map((medicalStaff) => ({ name, caller, recordId, medicalStaff }))),
      )
    case 'archive-record':
      return recordIds.flatMap((recordId) => callers.map((caller) => ({ name, caller, recordId })))
    case 'enable-maintenance':
    case 'disable-maintenance':
      return [...callers, cmo].map((caller) => ({ name, caller }))
  }
}
