import { RecordNotFoundError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { Actor } from '../model/Actor.ts'

/**
 * A record's audit is for its physician, the CMO and the auditors of the configuration.
 *
 * @throws RefusalError for anybody else, the same whether or not there is such a record; RecordNotFoundError for who may
 * read but named none
 */
export async function requireAuditor(deps: Deps, options: { actor: Actor; recordId: bigint }): Promise<void> {
  const { actor, recordId } = options
  const [record, isApprover] = await Promise.all([
    deps.ledger.getMedicalRecord({ recordId }),
    deps.ledger.isChiefMedicalOfficer({ user: actor.principal }),
  ])
  const mayRead =
    record?.physician === actor.principal || isApprover || deps.settings.auditors.includes(actor.principal)
  if (!mayRead) {
    throw new RefusalError({
      code: 'NOT_AUDITOR',
      message:
        'The audit of a record is shown to its physician, the Chief Medical Officer and the auditors whom your MediKey administrator names in medikey.yaml.',
    })
  }
  if (record === null) throw new RecordNotFoundError()
}
