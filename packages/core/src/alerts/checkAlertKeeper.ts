import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import type { Account } from '../model/Account.ts'
import type { AlertActor } from './AlertActor.ts'

/**
 * Who may acknowledge and silence: the Chief Medical Officer, as the chain says now.
 *
 * @throws IdentityError or RefusalError when this person may not
 */
export async function checkAlertKeeper(deps: Deps, options: { account: Account }): Promise<AlertActor> {
  const { account } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  if (await deps.ledger.isChiefMedicalOfficer({ user: actor.principal }))
    return { principal: actor.principal, account }
  throw new RefusalError({
    code: 'NOT_CMO',
    message: 'Only the Chief Medical Officer acknowledges and silences alerts. Nothing was changed.',
  })
}
