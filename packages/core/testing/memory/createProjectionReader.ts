import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of what the contract's events told. */
export function createProjectionReader(
  view: () => MemoryState,
): Pick<
  StoreReader,
  | 'getRecord'
  | 'listRecords'
  | 'countRecords'
  | 'listPrivileges'
  | 'getPrivilege'
  | 'listTransactionEvents'
  | 'listRecordEvents'
  | 'getLastEvent'
> {
  const recordsOf = (physician: string | undefined) =>
    [...view().records.values()].filter((record) => physician === undefined || record.physician === physician)
  return {
    getRecord: async (recordId) => view().records.get(recordId) ?? null,

    listRecords: async ({ physician, offset, limit }) =>
      recordsOf(physician)
        .sort((a, b) => (a.recordId > b.recordId ? -1 : 1))
        .slice(offset, offset + limit),

    countRecords: async ({ physician }) => recordsOf(physician).length,

    listPrivileges: async (recordId) =>
      [...view().privileges.values()]
        .filter((privilege) => privilege.recordId === recordId)
        .sort((a, b) => (a.medicalStaff < b.medicalStaff ? -1 : 1)),

    getPrivilege: async ({ recordId, medicalStaff }) =>
      view().privileges.get(`${recordId}/${medicalStaff}`) ?? null,

    listTransactionEvents: async (txid) =>
      [...view().events.values()]
        .filter((event) => event.txid === txid)
        .sort((a, b) => a.eventIndex - b.eventIndex),

    listRecordEvents: async ({ recordId, limit }) =>
      [...view().events.values()]
        .filter(({ value }) => value !== null && 'recordId' in value && value.recordId === recordId)
        .reverse()
        .sort((a, b) => b.blockHeight - a.blockHeight)
        .slice(0, limit),

    getLastEvent: async ({ names }) =>
      [...view().events.values()]
        .filter(({ value }) => value !== null && names.includes(value.event))
        .reverse()
        .sort((a, b) => b.blockHeight - a.blockHeight)[0] ?? null,
  }
}
