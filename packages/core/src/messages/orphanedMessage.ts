import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import { createMessage } from './createMessage.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message } from './Message.ts'

/** Told to who was told an outcome, when the chain took it back. */
export function orphanedMessage(options: { request: Request; directory: Directory }): Message {
  const { request } = options
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        'The chain took back the block that held the ',
        ...describeSubject(options),
        '. It waits for a block again; you will be told how it ends.',
      ],
    ],
    footer: [['Request ', { code: request.id }]],
  })
}
