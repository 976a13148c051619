import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { linkedMessage } from '../messages/linkedMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Link } from '../model/Link.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { checkDeclared } from './checkDeclared.ts'
import { checkProof, type Proof } from './checkProof.ts'
import { createUsedError } from './createUsedError.ts'
import { findOffice } from './findOffice.ts'
import { refreshDirectory } from './refreshDirectory.ts'
import { tellHolders } from './tellHolders.ts'

/**
 * Links an account to the principal whose key signed the challenge that the account was given. A link that the account
 * had to another principal ends; whoever is the principal elsewhere is told where it holds an office.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice links once
 * @param options.principal, options.signature as pasted
 * @returns what the person is told
 * @throws RefusalError, InvalidPrincipalError or a retryable error of the chain: nothing was linked
 * @example
 * const { message } = await proveLink(deps, { account, delivery, principal: 'ST1…', signature: 'b5f0…00' })
 */
export async function proveLink(
  deps: Deps,
  options: { account: Account; delivery: string; principal: string; signature: string },
): Promise<{ message: Message }> {
  const { account, delivery } = options
  if ((await deps.store.findDelivery(delivery)) !== null) return describeStanding(deps, options)
  const proof = await checkProof(deps, options)
  const { challenge, principal } = proof
  checkDeclared(deps, { account, principal })
  const office = await findOffice(deps, { principal })
  const now = deps.clock.now()
  const previous = await deps.store.transaction(async (unit) => {
    await unit.claimDelivery({ key: delivery, requestId: challenge.nonce, at: now })
    if (!(await unit.useLinkChallenge({ nonce: challenge.nonce, at: now }))) throw createUsedError()
    const link = await unit.getLink(account)
    if (link?.principal === principal) return link
    await replaceLink(unit, { proof, previous: link, at: now })
    if (office !== null) await tellHolders(deps, unit, { account, principal, office })
    return link
  })
  await refreshDirectory(deps)
  return { message: linkedMessage({ principal, previous }) }
}

async function replaceLink(
  unit: UnitOfWork,
  options: { proof: Proof; previous: Link | null; at: Date },
): Promise<void> {
  const { proof, previous, at } = options
  const { challenge, principal, signature } = proof
  const { account, network, expiresAt, nonce } = challenge
  if (!(await unit.putLink({ account, principal, linkedAt: at }))) {
    throw new RefusalError({
      code: 'PRINCIPAL_TAKEN',
      message: `${principal} is linked to another user of this workspace, and a principal is one person, so nothing was linked. If that is you too, type /medikey unlink there first. If it is not, somebody has your key: tell your MediKey administrator at once.`,
    })
  }
  await unit.appendAudit([
    {
      at,
      action: previous === null ? 'identity-linked' : 'identity-relinked',
      actor: principal,
      account,
      requestId: null,
      recordId: null,
      detail: {
        ...account,
        principal,
        ...(previous === null ? {} : { previous: previous.principal }),
        // With these the link can be checked by whoever does not trust this table.
        network,
        expiresAt: expiresAt.toISOString(),
        nonce,
        signature,
      },
    },
  ])
}

/** What a delivery that came before has led to. */
async function describeStanding(
  deps: Pick<Deps, 'store'>,
  options: { account: Account },
): Promise<{ message: Message }> {
  const link = await deps.store.getLink(options.account)
  if (link === null) throw createUsedError()
  return { message: linkedMessage({ principal: link.principal, previous: link }) }
}
