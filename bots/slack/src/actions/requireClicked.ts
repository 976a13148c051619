import { type MessageRef, RefusalError } from '@medikey/core'
import type { ClickInbound } from '../payloads/clickSchema.ts'

/**
 * The message that a clicked button stands in. A click without one must not pass for a typed command, which core
 * trusts without a card.
 *
 * @throws RefusalError when the button stands in no message
 */
export function requireClicked(inbound: ClickInbound): MessageRef {
  if (inbound.clicked !== null) return inbound.clicked
  throw new RefusalError({
    code: 'FOREIGN_CARD',
    message:
      'This button stands in no message of MediKey, so nothing was decided. Use the card in the approvals channel.',
  })
}
