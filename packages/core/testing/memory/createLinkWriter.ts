import type { UnitOfWork } from '../../src/ports/Store.ts'
import { accountKey } from './accountKey.ts'
import type { MemoryState } from './MemoryState.ts'

/** Writes of links and of the challenges that lead to them. */
export function createLinkWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'putLinkChallenge' | 'useLinkChallenge' | 'putLink' | 'deleteLink'> {
  const { links, linkChallenges } = state

  return {
    async putLinkChallenge(challenge) {
      linkChallenges.set(accountKey(challenge.account), structuredClone(challenge))
    },

    async useLinkChallenge({ nonce, at }) {
      const open = [...linkChallenges.values()].find(
        (challenge) => challenge.nonce === nonce && challenge.usedAt === null,
      )
      if (open === undefined) return false
      linkChallenges.set(accountKey(open.account), { ...open, usedAt: at })
      return true
    },

    async putLink(link) {
      const key = accountKey(link.account)
      const { platform, workspace } = link.account
      const isTaken = [...links].some(
        ([otherKey, other]) =>
          otherKey !== key &&
          other.principal === link.principal &&
          other.account.platform === platform &&
          other.account.workspace === workspace,
      )
      if (isTaken) return false
      links.set(key, structuredClone(link))
      return true
    },

    async deleteLink(account) {
      const ended = links.get(accountKey(account)) ?? null
      links.delete(accountKey(account))
      return ended
    },
  }
}
