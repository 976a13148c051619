import type { Account } from '@medikey/core'
import { and, eq, type SQL } from 'drizzle-orm'
import type { linkChallenges } from '../schema/linkChallenges.ts'
import type { links } from '../schema/links.ts'

/** The condition that a row is the account's. */
export function isAccount(table: typeof links | typeof linkChallenges, account: Account): SQL | undefined {
  return and(
    eq(table.platform, account.platform),
    eq(table.workspace, account.workspace),
    eq(table.userId, account.userId),
  )
}
