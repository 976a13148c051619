import type { Signer } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { ActionRequest } from '../model/ActionRequest.ts'
import type { Request } from '../model/Request.ts'
import { findActionRefusal } from '../requests/findActionRefusal.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { toSender } from '../requests/toSender.ts'
import { checkAccessExecution } from './checkAccessExecution.ts'

/** May the approved request be sent now? */
export type Verdict =
  | { readonly kind: 'send'; readonly signer: Signer }
  | { readonly kind: 'wait'; readonly code: string; readonly message: string }
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string }

/**
 * Checks everything again that was true when the request was approved or confirmed: time has passed since.
 *
 * A person's own action needs nobody's decision, only the contract's yes now: it does not wait for a halted system, and
 * maintenance itself is begun and ended by whoever is the CMO at this moment.
 */
export async function checkExecution(deps: Deps, options: { request: Request }): Promise<Verdict> {
  const { request } = options
  if (request.executionExpiresAt !== null && deps.clock.now() > request.executionExpiresAt) {
    return {
      kind: 'refuse',
      code: 'EXECUTION_EXPIRED',
      message: 'It could not be sent in time. Ask again if it is still needed.',
    }
  }
  const stopped = isAccessRequest(request)
    ? await checkAccessExecution(deps, { request })
    : await checkAction(deps, request)
  if (stopped !== null) return stopped
  const sender = toSender(request)
  const signer = deps.getSigner(sender)
  return signer === null
    ? {
        kind: 'wait',
        code: 'NO_SIGNING_KEY',
        message: `MediKey holds no key of ${deps.directory.describe(sender).name}. An administrator adds it with: medikey keys add`,
      }
    : { kind: 'send', signer }
}

async function checkAction(deps: Deps, request: ActionRequest): Promise<Verdict | null> {
  const refusal = await findActionRefusal(deps, { sender: request.requester, terms: request })
  return refusal === null ? null : { kind: 'refuse', code: refusal.code, message: refusal.userMessage }
}
