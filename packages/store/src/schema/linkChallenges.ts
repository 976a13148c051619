import type { Platform } from '@medikey/core'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** One of an account: a new challenge takes the place of the one before. */
export const linkChallenges = pgTable(
  'link_challenges',
  {
    platform: text('platform').$type<Platform>().notNull(),
    workspace: text('workspace').notNull(),
    userId: text('user_id').notNull(),
    nonce: text('nonce').notNull().unique('link_challenges_nonce'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.platform, table.workspace, table.userId] })],
)
