import type { UnitOfWork } from '@medikey/core'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { linkChallenges } from '../schema/linkChallenges.ts'
import { links } from '../schema/links.ts'
import { isAccount } from './isAccount.ts'
import { toLink } from './toLink.ts'

/** Writes of links and of the challenges that lead to them. */
export function createLinkWriter(
  tx: Database,
): Pick<UnitOfWork, 'putLinkChallenge' | 'useLinkChallenge' | 'putLink' | 'deleteLink'> {
  return {
    async putLinkChallenge({ account, ...challenge }) {
      await tx
        .insert(linkChallenges)
        .values({ ...account, ...challenge })
        .onConflictDoUpdate({
          target: [linkChallenges.platform, linkChallenges.workspace, linkChallenges.userId],
          set: challenge,
        })
    },

    async useLinkChallenge({ nonce, at }) {
      const used = await tx
        .update(linkChallenges)
        .set({ usedAt: at })
        .where(and(eq(linkChallenges.nonce, nonce), isNull(linkChallenges.usedAt)))
        .returning({ nonce: linkChallenges.nonce })
      return used.length > 0
    },

    async putLink({ account, principal, linkedAt }) {
      const [holder] = await tx
        .select()
        .from(links)
        .where(
          and(
            eq(links.platform, account.platform),
            eq(links.workspace, account.workspace),
            eq(links.principal, principal),
            ne(links.userId, account.userId),
          ),
        )
      if (holder !== undefined) return false
      // Of two accounts that come this far at once the database refuses one.
      await tx
        .insert(links)
        .values({ ...account, principal, linkedAt })
        .onConflictDoUpdate({
          target: [links.platform, links.workspace, links.userId],
          set: { principal, linkedAt },
        })
      return true
    },

    async deleteLink(account) {
      const [row] = await tx.delete(links).where(isAccount(links, account)).returning()
      return row === undefined ? null : toLink(row)
    },
  }
}
