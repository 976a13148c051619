import { type Signer, SystemMaintenanceError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { checkGrantLimit } from '../requests/checkGrantLimit.ts'
import { toContractCall } from '../requests/toContractCall.ts'
import { checkRivals } from './checkRivals.ts'

/** May the approved request be sent now? */
export type Verdict =
  | { readonly kind: 'send'; readonly signer: Signer }
  | { readonly kind: 'wait'; readonly code: string; readonly message: string }
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string }

/**
 * Checks everything again that was true when the request was approved: time has passed since.
 *
 * The CMO's office may have changed hands, the record may be archived or drawn, a newer decision may stand. A grant
 * waits through maintenance. What takes access away at the end of its time needs nobody's authority any more, only that
 * its grant still stands.
 */
export async function checkExecution(deps: Deps, options: { request: AccessRequest }): Promise<Verdict> {
  const { request } = options
  if (request.executionExpiresAt !== null && deps.clock.now() > request.executionExpiresAt) {
    return {
      kind: 'refuse',
      code: 'EXECUTION_EXPIRED',
      message: 'It could not be sent in time. Ask again if it is still needed.',
    }
  }
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
  if (record !== null && request.accessLimit !== null) {
    try {
      checkGrantLimit({ record, accessLimit: request.accessLimit })
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      return { kind: 'refuse', code: error.code, message: error.userMessage }
    }
  }
  const signer = deps.getSigner(request.physician)
  return signer === null
    ? {
        kind: 'wait',
        code: 'NO_SIGNING_KEY',
        message: 'MediKey holds no key of the physician. An administrator adds it with: medikey keys add',
      }
    : { kind: 'send', signer }
}

async function isApprovedByOfficer(deps: Deps, request: AccessRequest): Promise<boolean> {
  return request.decidedBy !== null && deps.ledger.isChiefMedicalOfficer({ user: request.decidedBy })
}
