import type { Grant } from '../model/Grant.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

const WORDS: Readonly<Record<Grant['status'], string>> = {
  active: 'is being ended already',
  released: 'was given back already',
  expired: 'has ended: its time is over',
  revoked: 'was revoked already',
  superseded: 'was replaced by a newer grant, which stands on its own: /medikey privilege tells its request',
}

/** Told to who gives back a grant that stands no more, or that is being ended. */
export function alreadyEndedMessage(options: { grant: Grant; now: Date }): Message {
  const { grant, now } = options
  const isOver = grant.status === 'active' && grant.endsAt !== null && grant.endsAt <= now
  return createMessage({
    paragraphs: [
      [
        `Your access to record ${grant.recordId} by request `,
        { code: grant.requestId },
        ` ${isOver ? 'is over: its time has come, and it is being revoked' : WORDS[grant.status]}. Nothing was changed.`,
      ],
    ],
  })
}
