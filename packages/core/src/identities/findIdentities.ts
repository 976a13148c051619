import type { Deps } from '../Deps.ts'
import { IdentityError } from '../errors/IdentityError.ts'
import type { Account } from '../model/Account.ts'
import type { Identity } from '../model/Identity.ts'
import { isSameWorkspace } from './isSameWorkspace.ts'

/**
 * All identities that claim an account, declared and proven, as they stand at this moment: a link that just ended in
 * another process counts no more. None and several are both refusals.
 *
 * @throws IdentityError where the file gives the account a principal that somebody else of the workspace proved to be
 */
export async function findIdentities(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { account: Account },
): Promise<readonly Identity[]> {
  const { account } = options
  const declared = deps.directory.findByAccount(account)
  const link = await deps.store.getLink(account)
  if (link !== null) {
    const { principal } = link
    const { name } = deps.directory.describe(principal)
    const others = declared.filter((identity) => identity.principal !== principal)
    return [{ name, principal, accounts: [account], source: 'proven' }, ...others]
  }
  for (const { principal } of declared) {
    const holders = await deps.store.listLinks({ principal })
    // Proof beats a file: whoever can edit it must not become somebody who is there already.
    if (holders.some((holder) => isSameWorkspace(holder.account, account))) {
      throw new IdentityError({
        code: 'PROVEN_BY_ANOTHER',
        shortMessage: 'A principal is declared for one account and was proven by another of the workspace.',
        userMessage: `medikey.yaml says that the ${account.platform} user ${account.userId} is ${principal}, but another user of this workspace proved with the key to be that principal. Ask your MediKey administrator to correct medikey.yaml.`,
      })
    }
  }
  return declared
}
