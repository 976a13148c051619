import { UnauthorizedAccessError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { resolvePerson } from '../identities/resolvePerson.ts'
import type { RequestInput } from '../input/parseRequestInput.ts'
import type { Message } from '../messages/Message.ts'
import { submittedMessage } from '../messages/submittedMessage.ts'
import type { AccessRequest, Allowance } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import { requestSets } from '../model/requestSets.ts'
import { checkGrantLimit } from './checkGrantLimit.ts'
import { createRequestId } from './createRequestId.ts'
import { isAccessRequest } from './isAccessRequest.ts'
import { toContractCall } from './toContractCall.ts'

/**
 * Makes a request for the CMO to decide, after checking that the contract would accept what it asks for.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice makes one request
 * @returns the request, and what the asking person is told
 * @throws IdentityError, RefusalError or a ContractError: nothing was saved
 * @example
 * await submitRequest(deps, { account, delivery: 'slack:trigger:1.2.3', input: parseRequestInput(raw, { network }) })
 */
export async function submitRequest(
  deps: Deps,
  options: { account: Account; delivery: string; input: RequestInput },
): Promise<{ request: AccessRequest; message: Message }> {
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
  const [refusal, record, standing] = await Promise.all([
    // A grant waits through maintenance once it is approved, so asking for it is no mistake.
    deps.ledger.predict({ sender: actor.principal, call: toContractCall(asked), ignoreMaintenance: true }),
    deps.ledger.getMedicalRecord({ recordId: input.recordId }),
    readAllowance(deps, { recordId: input.recordId, medicalStaff }),
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
  if (deps.getSigner(actor.principal) === null) {
    throw new RefusalError({
      code: 'NO_SIGNING_KEY',
      message: `MediKey holds no key for your principal ${actor.principal}, so it could not send this once approved. Ask your MediKey administrator to add it with: medikey keys add`,
    })
  }

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

  const saved = await deps.store.transaction(async (unit) => {
    const earlier = await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })
    if (earlier !== null) {
      const first = await unit.getRequest(earlier.requestId)
      return first !== null && isAccessRequest(first) ? first : null
    }
    if ((await unit.insertRequest(request)) === null) return null
    await unit.appendAudit({
      at: now,
      action: 'request-submitted',
      actor: actor.principal,
      account,
      requestId: request.id,
      recordId: request.recordId,
      detail: {
        kind: request.kind,
        medicalStaff,
        reason: request.reason,
        ...(request.accessLimit === null ? {} : { accessLimit: request.accessLimit.toString() }),
        ...(request.durationMs === null ? {} : { durationMs: request.durationMs.toString() }),
      },
    })
    for (const platform of deps.settings.platforms) {
      const lane = { subject: { requestId: request.id }, platform }
      await unit.addPost({
        id: `card-${request.id}-${platform}`,
        lane,
        kind: 'card',
        recipient: null,
        message: null,
        at: now,
      })
    }
    await announce(deps, unit, { request, thread: null, direct: [] })
    return request
  })
  if (saved !== null)
    return { request: saved, message: submittedMessage({ request: saved, directory: deps.directory }) }
  throw await alreadyAsked(deps, asked)
}

async function readAllowance(
  deps: Deps,
  pair: { recordId: bigint; medicalStaff: string },
): Promise<Allowance | null> {
  const [privilege, usage] = await Promise.all([
    deps.ledger.getAccessPrivilege(pair),
    deps.ledger.getStaffUsage(pair),
  ])
  return privilege === null ? null : { accessLimit: privilege.accessLimit, usage }
}

async function alreadyAsked(
  deps: Deps,
  asked: Pick<AccessRequest, 'kind' | 'recordId' | 'medicalStaff'>,
): Promise<RefusalError> {
  const { kind, recordId, medicalStaff } = asked
  const [open] = await deps.store.findRequests({
    status: requestSets.undecided,
    kind,
    recordId,
    medicalStaff,
    limit: 1,
  })
  return new RefusalError({
    code: 'ALREADY_ASKED',
    message: `The same ${kind} for record ${recordId} is already waiting for a decision${open === undefined ? '' : ` (request ${open.id})`}. To change it, take it back first: /medikey cancel ${open?.id ?? '<request>'}`,
  })
}
