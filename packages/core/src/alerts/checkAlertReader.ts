import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import type { Account } from '../model/Account.ts'

/**
 * Who may see alerts: the auditors of the configuration, and the Chief Medical Officer as the chain says now.
 *
 * @throws IdentityError or RefusalError when this person may not
 */
export async function checkAlertReader(deps: Deps, options: { account: Account }): Promise<void> {
  const { principal } = await resolveActor(deps, options)
  if (deps.settings.auditors.includes(principal)) return
  if (await deps.ledger.isChiefMedicalOfficer({ user: principal })) return
  throw new RefusalError({
    code: 'NOT_AUDITOR',
    message:
      'Alerts are shown to the Chief Medical Officer and the auditors whom your MediKey administrator names in medikey.yaml.',
  })
}
