import type { Store } from '../ports/Store.ts'

/** What is read from the chain: all of it is told by events and refused calls, and so can be had for any block. */
const CHAIN = [
  'getCheckpoint',
  'listChanges',
  'listFailedCalls',
  'listDraws',
  'listDailyVolumes',
  'listSenderFailedCalls',
  'listArchivals',
  'listRecordEventsThrough',
  'listUntouchedRecords',
  'findUntouchedRecords',
  'getEventBefore',
  'findRecords',
  'listPrivilegesOf',
  'listUnusedPrivileges',
  'getRecord',
  'listRecords',
  'countRecords',
  'listPrivileges',
  'getPrivilege',
  'listTransactionEvents',
  'listRecordEvents',
  'getLastEvent',
] as const satisfies readonly (keyof Store)[]

/**
 * A store to look at the past with: what is told of the chain comes from `past`, people's requests and accounts from
 * `present`. No condition holds in it yet and none ever did, as before a first look, and it refuses to be written.
 */
export function createPastStore(options: { present: Store; past: Store }): Store {
  const { present, past } = options
  const chain = Object.fromEntries(CHAIN.map((name) => [name, (past[name] as () => unknown).bind(past)]))
  return {
    ...present,
    ...chain,
    listHoldingFindings: async () => [],
    listAuditOf: async () => [],
    listEndedFindings: async () => [],
    transaction: () => Promise.reject(new Error('The past cannot be written.')),
  }
}
