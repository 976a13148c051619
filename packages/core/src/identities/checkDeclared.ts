import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { Account } from '../model/Account.ts'
import { isSameAccount } from './isSameAccount.ts'
import { isSameWorkspace } from './isSameWorkspace.ts'

/**
 * Refuses a link that medikey.yaml contradicts: the administrator has to say which of the two holds.
 *
 * @throws RefusalError
 */
export function checkDeclared(
  deps: Pick<Deps, 'directory'>,
  options: { account: Account; principal: string },
): void {
  const { account, principal } = options
  const { platform, userId } = account
  const other = deps.directory.findByAccount(account).find((identity) => identity.principal !== principal)
  if (other !== undefined) {
    throw new RefusalError({
      code: 'DECLARED_OTHERWISE',
      message: `medikey.yaml says that you are ${other.principal}, and you proved to be ${principal}, so nothing was linked. If your principal is another one now, ask your MediKey administrator to take ${platform} ${userId} off ${other.name} in \`identities\`, then link again.`,
    })
  }
  const rival = deps.directory
    .listDeclaredAccounts(principal)
    .find((declared) => isSameWorkspace(declared, account) && !isSameAccount(declared, account))
  if (rival !== undefined) {
    throw new RefusalError({
      code: 'DECLARED_FOR_ANOTHER',
      message: `medikey.yaml says that ${principal} is another user of this workspace, and a principal is one person, so nothing was linked. If it is you, ask your MediKey administrator to write your ${platform} id ${userId} there instead, then link again.`,
    })
  }
}
