import type { Directory } from '../identities/createDirectory.ts'
import type { ActionRequest } from '../model/ActionRequest.ts'
import { createMessage } from './createMessage.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message } from './Message.ts'

/** Told to who confirmed their own action. */
export function confirmedMessage(options: { request: ActionRequest; directory: Directory }): Message {
  const { request } = options
  return createMessage({
    tone: 'good',
    paragraphs: [
      [
        'Confirmed. Your ',
        ...describeSubject(options),
        ' is on its way to the chain; a direct message to you shows each further stage.',
      ],
    ],
    footer: [['Request ', { code: request.id }]],
  })
}
