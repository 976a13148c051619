import type { types } from '@slack/bolt'
import { eventType } from './eventType.ts'

/** What a message remembers of itself, unseen: its key, and the request whose card it is. */
export function toMetadata(options: { key: string; requestId?: string }): types.MessageMetadata {
  const { key, requestId } = options
  return {
    event_type: eventType,
    event_payload: { key, ...(requestId === undefined ? {} : { request_id: requestId }) },
  }
}
