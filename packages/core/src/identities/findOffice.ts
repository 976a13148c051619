import type { Deps } from '../Deps.ts'

/**
 * What a principal may do that makes it worth stealing, in words; null where it is nobody's but its own.
 *
 * @throws NodeUnreachableError and other retryable errors: who is CMO is asked of the chain
 */
export async function findOffice(
  deps: Pick<Deps, 'ledger' | 'store'>,
  options: { principal: string },
): Promise<string | null> {
  const { principal } = options
  if (await deps.ledger.isChiefMedicalOfficer({ user: principal })) return 'the Chief Medical Officer'
  const records = await deps.store.countRecords({ physician: principal })
  if (records === 0) return null
  return `the physician of ${records === 1 ? 'a record' : `${records} records`}`
}
