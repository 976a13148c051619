import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** Told in the grant's thread when its revoke is queued: its time is over, or its grantee gave it back. */
export function grantEndingMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  const staff = { person: directory.describe(request.medicalStaff) }
  return createMessage({
    paragraphs: [
      request.origin === 'release'
        ? [staff, ` gave the access to record ${request.recordId} back. It is being revoked.`]
        : [
            'The time of this grant is over. The access of ',
            staff,
            ` to record ${request.recordId} is being revoked.`,
          ],
    ],
  })
}
