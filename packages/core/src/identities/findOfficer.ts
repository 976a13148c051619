import { BaseError } from '@medikey/errors'
import type { Deps } from '../Deps.ts'

/**
 * The CMO's principal, for telling and naming only; null where the chain cannot be reached, which must not keep anything
 * from being told. What depends on the office asks the chain itself and fails without its answer.
 */
export async function findOfficer(deps: Pick<Deps, 'ledger'>): Promise<string | null> {
  try {
    return await deps.ledger.getChiefMedicalOfficer()
  } catch (error) {
    if (error instanceof BaseError) return null
    throw error
  }
}
