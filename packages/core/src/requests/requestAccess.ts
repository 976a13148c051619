import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import type { AccessInput } from '../input/parseAccessInput.ts'
import { consentWantedMessage } from '../messages/consentWantedMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import type { Actor } from '../model/Actor.ts'
import { getKnownRecord } from '../queries/getKnownRecord.ts'
import { checkGrantLimit } from './checkGrantLimit.ts'
import { createRequestId } from './createRequestId.ts'
import { type Opened, openRequest } from './openRequest.ts'
import { readAllowance } from './readAllowance.ts'
import { refuseUndecidable } from './refuseUndecidable.ts'
import { refuseWithoutKey } from './refuseWithoutKey.ts'
import { toContractCall } from './toContractCall.ts'

/**
 * Asks for access of one's own: the record's physician has to consent first, then the CMO decides. One time runs for
 * both of them, as long as for a request of the physician.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice makes one request
 * @returns the request, or the open one that asks the same, and what the asking person is told
 * @throws IdentityError, RefusalError or a ContractError: nothing was saved
 * @example
 * await requestAccess(deps, { account, delivery, input: parseAccessInput({ record: '7', limit: '500', reason: 'night cover' }) })
 */
export async function requestAccess(
  deps: Deps,
  options: { account: Account; delivery: string; input: AccessInput },
): Promise<Opened> {
  const { account, delivery, input } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const { recordId, accessLimit } = input
  const [record, officer] = await Promise.all([
    getKnownRecord(deps, { recordId }),
    deps.ledger.getChiefMedicalOfficer(),
  ])
  refuseWhereNobodyConsents(deps, { actor, recordId, physician: record.physician })
  refuseUndecidable({ officer, requester: actor.principal, medicalStaff: actor.principal })

  const asked = { kind: 'grant', recordId, medicalStaff: actor.principal, accessLimit } as const
  const [refusal, standing] = await Promise.all([
    // A grant waits through maintenance once it is approved, so asking for it is no mistake.
    deps.ledger.predict({ sender: record.physician, call: toContractCall(asked), ignoreMaintenance: true }),
    readAllowance(deps, asked),
  ])
  if (refusal !== null) throw refusal
  checkGrantLimit({ record, accessLimit })
  const physician = deps.directory.describe(record.physician)
  refuseWithoutKey(deps, { principal: record.physician, whose: `${physician.name}’s` })

  const now = deps.clock.now()
  const request: AccessRequest = {
    ...asked,
    id: createRequestId(),
    status: 'awaiting-consent',
    origin: 'person',
    physician: record.physician,
    durationMs: input.durationMs,
    reason: input.reason,
    requester: actor.principal,
    requesterAccount: account,
    standing,
    consentedAt: null,
    createdAt: now,
    approvalExpiresAt: new Date(now.getTime() + deps.settings.approvals.grant.approvalExpiresInMs),
    executionExpiresAt: null,
    decidedBy: null,
    decidedByAccount: null,
    decidedAt: null,
    decisionReason: null,
    grantRequestId: null,
  }
  const { directory } = deps
  const toPhysician = { recipient: record.physician, message: consentWantedMessage({ request, directory }) }
  return openRequest(deps, { request, delivery, direct: [toPhysician] })
}

/** A request that nobody could consent to must not look as if it were on its way. */
function refuseWhereNobodyConsents(
  deps: Pick<Deps, 'directory'>,
  options: { actor: Actor; recordId: bigint; physician: string },
): void {
  const { actor, recordId, physician } = options
  if (isSamePerson(actor.principal, physician)) {
    throw new RefusalError({
      code: 'OWN_RECORD',
      message: `You are the physician of record ${recordId}, so you draw from it without a grant: /medikey access ${recordId} <volume> <purpose>`,
    })
  }
  const { name, accounts } = deps.directory.describe(physician)
  // An account on a platform that is not connected reaches nobody.
  if (accounts.every(({ workspace }) => workspace === null)) {
    throw new RefusalError({
      code: 'PHYSICIAN_NOT_LINKED',
      message: `The physician of record ${recordId} (${name}) is not linked to MediKey, so nobody could consent. Ask your MediKey administrator to link them.`,
    })
  }
}
