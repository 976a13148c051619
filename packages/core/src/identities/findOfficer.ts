import { BaseError } from '@medikey/errors'
import type { Deps } from '../Deps.ts'

/** Whoever waits for a name waits no longer, in milliseconds. */
const WITHIN_MS = 1_500

/**
 * The CMO's principal, for telling and naming only; null where the chain cannot be reached, or is slow to
 * answer, which must not keep anything from being told. What depends on the office asks the chain itself and fails without its answer.
 */
export async function findOfficer(deps: Pick<Deps, 'ledger'>): Promise<string | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(late.resolve, WITHIN_MS, null)
  try {
    return await Promise.race([deps.ledger.getChiefMedicalOfficer(), late.promise])
  } catch (error) {
    if (error instanceof BaseError) return null
    throw error
  } finally {
    clearTimeout(timer)
  }
}
