import type { Person } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Identity } from '../model/Identity.ts'
import type { Platform } from '../model/Platform.ts'

/** Who is who: looks identities up by chat account and by principal. */
export type Directory = {
  /** All identities that claim the account: none and several are both refusals, so the caller must see them. */
  findByAccount(account: Account): readonly Identity[]
  /** The person behind a principal; somebody unknown is shown by a shortened principal. */
  describe(principal: string): Person
  /** The user id of the principal on the platform, where exactly one is known. */
  findUserId(options: { principal: string; platform: Platform }): string | null
}

/**
 * Builds the directory of declared identities.
 *
 * @param options.workspaces the one configured workspace of each platform: what an account without a workspace means
 * @example
 * const directory = createDirectory({ identities, workspaces: { slack: 'T0CLINIC' } })
 */
export function createDirectory(options: {
  identities: readonly Identity[]
  workspaces: Partial<Record<Platform, string>>
}): Directory {
  const { identities, workspaces } = options
  const isAccount = (declared: Identity['accounts'][number], account: Account) =>
    declared.platform === account.platform &&
    declared.userId === account.userId &&
    (declared.workspace ?? workspaces[declared.platform]) === account.workspace

  return {
    findByAccount: (account) =>
      identities.filter((identity) => identity.accounts.some((declared) => isAccount(declared, account))),
    describe(principal) {
      const known = identities.filter((identity) => identity.principal === principal)
      return {
        name: known[0]?.name ?? shorten(principal),
        principal,
        accounts: known.flatMap((identity) =>
          identity.accounts.map((account) => ({
            platform: account.platform,
            workspace: account.workspace ?? workspaces[account.platform] ?? null,
            userId: account.userId,
          })),
        ),
      }
    },
    findUserId({ principal, platform }) {
      const here = workspaces[platform]
      const accounts = identities
        .filter((identity) => identity.principal === principal)
        .flatMap((identity) => identity.accounts)
        .filter((account) => account.platform === platform && (account.workspace ?? here) === here)
      return accounts.length === 1 ? (accounts[0]?.userId ?? null) : null
    },
  }
}

function shorten(principal: string): string {
  const [address = principal, contractName] = principal.split('.')
  const short = `${address.slice(0, 5)}…${address.slice(-4)}`
  return contractName === undefined ? short : `${short}.${contractName}`
}
