import { UnauthorizedAccessError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { resolvePerson } from '../identities/resolvePerson.ts'
import type { RequestInput } from '../input/parseRequestInput.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import { checkGrantLimit } from './checkGrantLimit.ts'
import { createRequestId } from './createRequestId.ts'
import { type Opened, openRequest } from './openRequest.ts'
import { readAllowance } from './readAllowance.ts'
import { refuseUndecidable } from './refuseUndecidable.ts'
import { refuseWithoutKey } from './refuseWithoutKey.ts'
import { toContractCall } from './toContractCall.ts'

/**
 * Makes a request for the CMO to decide, after checking that the contract would accept what it asks for.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice makes one request
 * @returns the request, or the open one that asks the same, and what the asking person is told
 * @throws IdentityError, RefusalError or a ContractError: nothing was saved
 * @example
 * await submitRequest(deps, { account, delivery: 'slack:trigger:1.2.3', input: parseRequestInput(raw, { network }) })
 */
export async function submitRequest(
  deps: Deps,
  options: { account: Account; delivery: string; input: RequestInput },
): Promise<Opened> {
  const { account, delivery, input } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const medicalStaff = await resolvePerson(deps, { person: input.medicalStaff, account })
  if (input.kind === 'grant' && isSamePerson(medicalStaff, actor.principal)) {
    throw new RefusalError({
      code: 'SELF_GRANT',
      message:
        'You are asking for access for yourself. A physician draws from their own record without a grant.',
    })
  }

  const asked = { kind: input.kind, recordId: input.recordId, medicalStaff, accessLimit: input.accessLimit }
  const [refusal, record, standing, officer] = await Promise.all([
    // A grant waits through maintenance once it is approved, so asking for it is no mistake.
    deps.ledger.predict({ sender: actor.principal, call: toContractCall(asked), ignoreMaintenance: true }),
    deps.ledger.getMedicalRecord({ recordId: input.recordId }),
    readAllowance(deps, { recordId: input.recordId, medicalStaff }),
    input.kind === 'grant' ? deps.ledger.getChiefMedicalOfficer() : null,
  ])
  if (refusal instanceof UnauthorizedAccessError && record !== null) {
    throw new RefusalError({
      code: 'NOT_PHYSICIAN',
      message: `Record ${input.recordId} is ${deps.directory.describe(record.physician).name}’s: only its physician asks for a ${input.kind} on it.`,
    })
  }
  if (refusal !== null) throw refusal
  if (record !== null && input.accessLimit !== null)
    checkGrantLimit({ record, accessLimit: input.accessLimit })
  if (officer !== null) refuseUndecidable({ officer, requester: actor.principal, medicalStaff })
  refuseWithoutKey(deps, { principal: actor.principal, whose: 'your' })

  const now = deps.clock.now()
  const request: AccessRequest = {
    ...asked,
    id: createRequestId(),
    status: 'pending',
    origin: 'person',
    physician: actor.principal,
    durationMs: input.durationMs,
    reason: input.reason,
    requester: actor.principal,
    requesterAccount: account,
    standing,
    consentedAt: null,
    createdAt: now,
    approvalExpiresAt: new Date(now.getTime() + deps.settings.approvals[input.kind].approvalExpiresInMs),
    executionExpiresAt: null,
    decidedBy: null,
    decidedByAccount: null,
    decidedAt: null,
    decisionReason: null,
    grantRequestId: null,
  }
  return openRequest(deps, { request, delivery, direct: [] })
}
