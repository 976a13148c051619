import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** Told in the grant's thread when its time is over. */
export function timeBoxEndedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  return createMessage({
    paragraphs: [
      [
        'The time of this grant is over. The access of ',
        { person: directory.describe(request.medicalStaff) },
        ` to record ${request.recordId} is being revoked.`,
      ],
    ],
  })
}
