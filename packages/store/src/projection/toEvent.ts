import type { EventProjection } from '@medikey/core'
import type { events } from '../schema/events.ts'

/** The event that a row holds. */
export function toEvent(row: typeof events.$inferSelect): EventProjection {
  const { seq, name, recordId, ...event } = row
  return event
}
