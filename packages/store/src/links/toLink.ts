import type { Link } from '@medikey/core'
import type { links } from '../schema/links.ts'

/** The link that a row holds. */
export function toLink(row: typeof links.$inferSelect): Link {
  const { platform, workspace, userId, principal, linkedAt } = row
  return { account: { platform, workspace, userId }, principal, linkedAt }
}
