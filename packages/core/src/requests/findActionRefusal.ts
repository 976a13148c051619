import { UnauthorizedAccessError } from '@medikey/contract-client'
import type { BaseError } from '@medikey/errors'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { ActionTerms } from '../model/ActionRequest.ts'
import { toContractCall } from './toContractCall.ts'

/**
 * Why an action would come to nothing now: what the contract would refuse, and what it would accept without any effect.
 *
 * @returns null when it would be carried out
 */
export async function findActionRefusal(
  deps: Pick<Deps, 'ledger'>,
  options: { sender: string; terms: ActionTerms },
): Promise<BaseError | null> {
  const { sender, terms } = options
  const refusal = await deps.ledger.predict({ sender, call: toContractCall(terms) })
  if (refusal instanceof UnauthorizedAccessError && terms.kind === 'archive') {
    return new RefusalError({
      code: 'NOT_PHYSICIAN',
      message: `Only the physician of record ${terms.recordId} archives it.`,
    })
  }
  if (refusal !== null) return refusal
  if (terms.kind !== 'maintenance-on' && terms.kind !== 'maintenance-off') return null
  const isOn = await deps.ledger.isSystemMaintenance()
  if (isOn !== (terms.kind === 'maintenance-on')) return null
  return new RefusalError({
    code: 'NOTHING_TO_CHANGE',
    message: isOn ? 'The system is in maintenance already.' : 'The system is not in maintenance.',
  })
}
