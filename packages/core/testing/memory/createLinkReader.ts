import type { StoreReader } from '../../src/ports/Store.ts'
import { accountKey } from './accountKey.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of links and of the challenges that lead to them. */
export function createLinkReader(
  view: () => MemoryState,
): Pick<StoreReader, 'getLink' | 'listLinks' | 'getLinkChallenge'> {
  return {
    getLink: async (account) => view().links.get(accountKey(account)) ?? null,

    listLinks: async ({ principal }) =>
      [...view().links.values()]
        .filter((link) => principal === undefined || link.principal === principal)
        .sort((a, b) => a.linkedAt.getTime() - b.linkedAt.getTime()),

    getLinkChallenge: async (account) => view().linkChallenges.get(accountKey(account)) ?? null,
  }
}
