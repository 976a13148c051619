import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** Told to who asked, once the request is stored. */
export function submittedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        `Your ${request.kind} of record ${request.recordId} for `,
        { person: directory.describe(request.medicalStaff) },
        ' waits for the Chief Medical Officer until ',
        { time: request.approvalExpiresAt.toISOString() },
        '. You will be told how it ends.',
      ],
    ],
    footer: [['Request ', { code: request.id }, `. Take it back with /medikey cancel ${request.id}`]],
  })
}
