import type { Person } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { DeclaredAccount, Identity } from '../model/Identity.ts'
import type { Link } from '../model/Link.ts'
import type { Platform } from '../model/Platform.ts'
import { isSameAccount } from './isSameAccount.ts'

/**
 * Who is who, as far as it is declared, and for showing and addressing people also as far as it is proven. Who may do
 * something is asked of {@link resolveActor}: what is proven here may be seconds old.
 */
export type Directory = {
  /** All declared identities that claim the account: several are a refusal, so the caller must see them. */
  findByAccount(account: Account): readonly Identity[]
  /** The accounts that were declared to be the principal's. */
  listDeclaredAccounts(principal: string): readonly Account[]
  /** The person behind a principal; somebody unknown is shown by a shortened principal. */
  describe(principal: string): Person
  /**
   * The account to write to a principal on the platform: their one account in the configured workspace, else their one
   * account in another.
   */
  findAccount(options: { principal: string; platform: Platform }): Account | null
  /** Forgets the links it knew for these. */
  setLinks(links: readonly Link[]): void
}

/**
 * Builds the directory of declared identities. It knows of no link yet: {@link refreshDirectory} tells it.
 *
 * @param options.workspaces the workspace of each platform's channels: what an account without a workspace means
 * @example
 * const directory = createDirectory({ identities, workspaces: { slack: 'T0CLINIC' } })
 */
export function createDirectory(options: {
  identities: readonly Identity[]
  workspaces: Partial<Record<Platform, string>>
}): Directory {
  const { identities, workspaces } = options
  let proven: ReadonlyMap<string, readonly Link[]> = new Map()

  const place = ({ platform, workspace, userId }: DeclaredAccount) => ({
    platform,
    workspace: workspace ?? workspaces[platform] ?? null,
    userId,
  })
  const listDeclared = (principal: string) =>
    identities
      .filter((identity) => identity.principal === principal)
      .flatMap(({ accounts }) => accounts.map(place))
  const listAccounts = (principal: string) => {
    const declared = listDeclared(principal)
    const others = (proven.get(principal) ?? [])
      .map(({ account }) => account)
      .filter((account) => !declared.some((known) => isSameAccount(known, account)))
    return [...declared, ...others]
  }

  return {
    findByAccount: (account) =>
      identities.filter(({ accounts }) =>
        accounts.some((declared) => isSameAccount(place(declared), account)),
      ),
    listDeclaredAccounts: (principal) => listDeclared(principal).filter(isPlaced),
    describe: (principal) => ({
      name: identities.find((identity) => identity.principal === principal)?.name ?? shorten(principal),
      principal,
      accounts: listAccounts(principal),
    }),
    findAccount({ principal, platform }) {
      const accounts = listAccounts(principal)
        .filter(isPlaced)
        .filter((account) => account.platform === platform)
      const atHome = accounts.filter(({ workspace }) => workspace === workspaces[platform])
      const [account = null, ...others] = atHome.length > 0 ? atHome : accounts
      return others.length === 0 ? account : null
    },
    setLinks(links) {
      proven = Map.groupBy(links, ({ principal }) => principal)
    },
  }
}

/** An account of a platform that is not connected is nowhere. */
function isPlaced(account: DeclaredAccount): account is Account {
  return account.workspace !== null
}

function shorten(principal: string): string {
  const [address = principal, contractName] = principal.split('.')
  const short = `${address.slice(0, 5)}…${address.slice(-4)}`
  return contractName === undefined ? short : `${short}.${contractName}`
}
