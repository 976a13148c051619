import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** Told to who was told an outcome, when the chain took it back. */
export function orphanedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        `The chain took back the block that held the ${request.kind} of record ${request.recordId} for `,
        { person: directory.describe(request.medicalStaff) },
        '. It waits for a block again; you will be told how it ends.',
      ],
    ],
    footer: [['Request ', { code: request.id }]],
  })
}
