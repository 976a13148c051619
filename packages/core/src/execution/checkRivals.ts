import type { Deps } from '../Deps.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { TransactionStatus } from '../model/Transaction.ts'
import { transactionSets } from '../model/transactionSets.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import type { Verdict } from './checkExecution.ts'

const NEWEST = 100
const SENT: readonly TransactionStatus[] = [...transactionSets.underway, 'included', 'final']

/**
 * Looks at the other approved requests of the same pair: the decision that was made last is the one that shall stand.
 *
 * A grant gives way to any newer decision. A revoke goes out all the same, unless a newer grant was already sent, which
 * it would end. The end of a time-box, or of a grant that is given back, waits while another grant is under way, which
 * would replace its own and which it could not overtake: the same signer's transactions are mined in their order.
 *
 * @returns null when none of them stands in the way
 */
export async function checkRivals(
  deps: Pick<Deps, 'store'>,
  options: { request: AccessRequest },
): Promise<Exclude<Verdict, { kind: 'send' }> | null> {
  const { request } = options
  const { recordId, medicalStaff } = request
  if (request.origin !== 'person' && request.grantRequestId !== null) {
    const grant = await deps.store.getGrant(request.grantRequestId)
    const isOrphaned = grant === null && (await isAt(deps, { id: request.grantRequestId }, SENT))
    if (request.origin === 'release' && isOrphaned) {
      return {
        kind: 'wait',
        code: 'GRANT_ORPHANED',
        message: 'The chain took the grant back for now. It is revoked once it stands again.',
      }
    }
    if (grant?.status !== 'active') {
      return {
        kind: 'refuse',
        code: 'GRANT_ENDED',
        message: 'The grant was already ended or replaced by a newer one.',
      }
    }
  }
  const approved = await deps.store.findRequests({
    status: 'approved',
    recordId,
    medicalStaff,
    limit: NEWEST,
  })
  const others = approved
    .filter(isAccessRequest)
    .filter(({ id, origin }) => id !== request.id && origin === 'person')

  for (const other of others) {
    if (request.origin !== 'person') {
      if (other.kind === 'grant' && (await isAt(deps, other, transactionSets.underway))) {
        return {
          kind: 'wait',
          code: 'GRANT_UNDERWAY',
          message: 'A newer grant is on its way to the chain. Which of them stands is decided there.',
        }
      }
    } else if (isNewer(other, request)) {
      const gives = request.kind === 'grant' || (other.kind === 'grant' && (await isAt(deps, other, SENT)))
      if (gives) {
        return {
          kind: 'refuse',
          code: 'SUPERSEDED',
          message: `A newer decision stands: request ${other.id}, a ${other.kind} of the same record for the same person.`,
        }
      }
    }
  }
  return null
}

function isNewer(other: AccessRequest, request: AccessRequest): boolean {
  return (other.decidedAt?.getTime() ?? 0) > (request.decidedAt?.getTime() ?? 0)
}

async function isAt(
  deps: Pick<Deps, 'store'>,
  request: Pick<AccessRequest, 'id'>,
  statuses: readonly TransactionStatus[],
): Promise<boolean> {
  const last = (await deps.store.listTransactions(request.id)).at(-1)
  return last !== undefined && statuses.includes(last.status)
}
