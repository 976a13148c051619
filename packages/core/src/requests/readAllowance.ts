import type { Deps } from '../Deps.ts'
import type { Allowance } from '../model/AccessRequest.ts'

/** The allowance that stands on chain for the pair now; null where there is none. */
export async function readAllowance(
  deps: Pick<Deps, 'ledger'>,
  pair: { recordId: bigint; medicalStaff: string },
): Promise<Allowance | null> {
  const [privilege, usage] = await Promise.all([
    deps.ledger.getAccessPrivilege(pair),
    deps.ledger.getStaffUsage(pair),
  ])
  return privilege === null ? null : { accessLimit: privilege.accessLimit, usage }
}
