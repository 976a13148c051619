import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** Told to who gave their access back. */
export function releasedMessage(options: { granted: AccessRequest }): Message {
  const { granted } = options
  return createMessage({
    tone: 'good',
    paragraphs: [
      [
        `You give your access to record ${granted.recordId} back. It is being revoked; you will be told once it has ended.`,
      ],
    ],
    footer: [['Request ', { code: granted.id }]],
  })
}
