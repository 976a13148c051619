import type { StoreReader } from '@medikey/core'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { linkChallenges } from '../schema/linkChallenges.ts'
import { links } from '../schema/links.ts'
import { isAccount } from './isAccount.ts'
import { toLink } from './toLink.ts'

/** Reads of links and of the challenges that lead to them. */
export function createLinkReader(
  db: Database,
): Pick<StoreReader, 'getLink' | 'listLinks' | 'getLinkChallenge'> {
  return {
    async getLink(account) {
      const [row] = await db.select().from(links).where(isAccount(links, account))
      return row === undefined ? null : toLink(row)
    },

    async listLinks({ principal }) {
      const rows = await db
        .select()
        .from(links)
        .where(principal === undefined ? undefined : eq(links.principal, principal))
        .orderBy(asc(links.linkedAt))
      return rows.map(toLink)
    },

    async getLinkChallenge(account) {
      const [row] = await db.select().from(linkChallenges).where(isAccount(linkChallenges, account))
      if (row === undefined) return null
      const { nonce, expiresAt, usedAt } = row
      return { nonce, account, expiresAt, usedAt }
    },
  }
}
