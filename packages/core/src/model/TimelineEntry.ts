import type { AuditEntry } from './AuditEntry.ts'
import type { EventProjection } from './Projection.ts'

/**
 * One line of a record's timeline. What the chain says happened stands once: the steps by which MediKey brought it there
 * (`transaction-signed` to `transaction-final`) are told by the event that came of them, and stand for themselves only
 * while there is none.
 */
export type TimelineEntry =
  | {
      readonly kind: 'event'
      readonly event: EventProjection
      /** The request that led to it; null where somebody acted past MediKey. */
      readonly requestId: string | null
      readonly reason: string | null
      /** MediKey saw its own transaction become final. */
      readonly isFinal: boolean
    }
  | { readonly kind: 'audit'; readonly entry: AuditEntry }
