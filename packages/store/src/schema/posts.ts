import type { Destination, Post } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { accountSchema } from '../columns/accountSchema.ts'
import { alertEventSchema } from '../columns/alertEventSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'
import { messageRefSchema } from '../columns/messageRefSchema.ts'
import { messageSchema } from '../columns/messageSchema.ts'
import { alerts } from './alerts.ts'
import { digests } from './digests.ts'
import { requests } from './requests.ts'

export const posts = pgTable(
  'posts',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    requestId: text('request_id').references(() => requests.id),
    alertId: text('alert_id').references(() => alerts.id),
    /** Who somebody became or ceased to be. */
    principal: text('principal'),
    digestId: text('digest_id').references(() => digests.id),
    platform: text('platform').$type<Destination>().notNull(),
    kind: text('kind').$type<Post['kind']>().notNull(),
    recipient: text('recipient'),
    /** The one account that may read it, in the place of a recipient. */
    account: document('account', accountSchema),
    message: document('message', messageSchema),
    /** The step of an alert's life that it tells of. */
    event: document('event', alertEventSchema),
    ref: document('ref', messageRefSchema),
    revision: integer('revision').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').$type<'unsent' | 'sent' | 'failed'>().notNull().default('unsent'),
    claimedAt: instant('claimed_at'),
    dueAt: instant('due_at').notNull(),
    /** What the platform said last; for whoever looks into the database. */
    error: text('error'),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('posts_one_card').on(table.requestId, table.platform).where(sql`kind = 'card'`),
    uniqueIndex('posts_one_alert').on(table.alertId, table.platform).where(sql`kind = 'alert'`),
    index('posts_unsent')
      .on(table.requestId, table.alertId, table.principal, table.digestId, table.platform)
      .where(sql`state = 'unsent'`),
    index('posts_failed').on(table.settledAt).where(sql`state = 'failed'`),
    check('posts_one_subject', sql`num_nonnulls(request_id, alert_id, principal, digest_id) = 1`),
    check('posts_card_of_request', sql`kind <> 'card' or request_id is not null`),
    check('posts_alert_of_alert', sql`kind <> 'alert' or alert_id is not null`),
  ],
)
