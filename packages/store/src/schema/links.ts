import type { Platform } from '@medikey/core'
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

export const links = pgTable(
  'links',
  {
    platform: text('platform').$type<Platform>().notNull(),
    workspace: text('workspace').notNull(),
    userId: text('user_id').notNull(),
    principal: text('principal').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.workspace, table.userId] }),
    uniqueIndex('links_one_person').on(table.platform, table.workspace, table.principal),
    index('links_principal').on(table.principal),
  ],
)
