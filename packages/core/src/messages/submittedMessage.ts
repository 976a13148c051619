import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import { describeReplacement } from './describeReplacement.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message, Text } from './Message.ts'

/** Told to who asked, once the request is stored. */
export function submittedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  const waits: Text =
    request.consentedAt === null && request.requester !== request.physician
      ? [
          ' waits for the consent of ',
          { person: directory.describe(request.physician) },
          ' and then for the Chief Medical Officer, until ',
        ]
      : [' waits for the Chief Medical Officer until ']
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        'Your ',
        ...describeSubject({ request, directory }),
        ...waits,
        { time: request.approvalExpiresAt.toISOString() },
        '. You will be told how it ends.',
      ],
      ...describeReplacement(request),
    ],
    footer: [['Request ', { code: request.id }, `. Take it back with /medikey cancel ${request.id}`]],
  })
}
