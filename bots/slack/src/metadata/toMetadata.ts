import type { types } from '@slack/bolt'
import { eventType } from './eventType.ts'

/** What a message remembers of itself, unseen: its key, and the request or the alert that it shows. */
export function toMetadata(options: {
  key: string
  requestId?: string
  alertId?: string
}): types.MessageMetadata {
  const { key, requestId, alertId } = options
  return {
    event_type: eventType,
    event_payload: {
      key,
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(alertId === undefined ? {} : { alert_id: alertId }),
    },
  }
}
