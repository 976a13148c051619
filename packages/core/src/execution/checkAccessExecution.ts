import { SystemMaintenanceError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { checkGrantLimit } from '../requests/checkGrantLimit.ts'
import { toContractCall } from '../requests/toContractCall.ts'
import type { Verdict } from './checkExecution.ts'
import { checkRivals } from './checkRivals.ts'

/**
 * What may stand in the way of an approved grant or revoke. The CMO's office may have changed hands, the record may be
 * archived or drawn, a newer decision may stand. A grant waits through maintenance. What takes access away at the end
 * of its time, or because it is given back, needs nobody's authority any more, only that its grant still stands.
 *
 * @returns null when nothing does
 */
export async function checkAccessExecution(
  deps: Deps,
  options: { request: AccessRequest },
): Promise<Exclude<Verdict, { kind: 'send' }> | null> {
  const { request } = options
  const rivals = await checkRivals(deps, { request })
  if (rivals !== null) return rivals
  if (request.origin === 'person' && !(await isApprovedByOfficer(deps, request))) {
    return {
      kind: 'refuse',
      code: 'APPROVER_NOT_CMO',
      message: 'Who approved it is no longer the Chief Medical Officer. Ask again.',
    }
  }
  const [refusal, record] = await Promise.all([
    deps.ledger.predict({ sender: request.physician, call: toContractCall(request) }),
    request.kind === 'grant' ? deps.ledger.getMedicalRecord({ recordId: request.recordId }) : null,
  ])
  if (refusal instanceof SystemMaintenanceError) {
    return {
      kind: 'wait',
      code: refusal.code,
      message: 'The system is in maintenance. It is sent when maintenance ends.',
    }
  }
  if (refusal !== null) return { kind: 'refuse', code: refusal.code, message: refusal.userMessage }
  if (record === null || request.accessLimit === null) return null
  try {
    checkGrantLimit({ record, accessLimit: request.accessLimit })
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return { kind: 'refuse', code: error.code, message: error.userMessage }
  }
  return null
}

async function isApprovedByOfficer(deps: Deps, request: AccessRequest): Promise<boolean> {
  return request.decidedBy !== null && deps.ledger.isChiefMedicalOfficer({ user: request.decidedBy })
}
