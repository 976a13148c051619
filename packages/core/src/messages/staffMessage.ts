import type { Directory } from '../identities/createDirectory.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import { createMessage } from './createMessage.ts'
import type { Message, Span, Text } from './Message.ts'

/** What a change of their access means, told to the person whose access it is. */
export function staffMessage(options: {
  request: AccessRequest
  transaction: Transaction
  directory: Directory
}): Message {
  const { request } = options
  const footer: Text[] = [['Request ', { code: request.id }]]
  if (request.kind === 'revoke') return createMessage({ paragraphs: [describeEnd(options)], footer })
  return createMessage({
    tone: 'good',
    paragraphs: [describeGrant(options)],
    footer: [...footer, ['No longer needed? Give it back with ', { code: `/medikey release ${request.id}` }]],
  })
}

function describeEnd(options: { request: AccessRequest; directory: Directory }): Text {
  const { request, directory } = options
  const { recordId, reason } = request
  switch (request.origin) {
    case 'time-box':
      return [`The time of your access to record ${recordId} is over, and it has ended.`]
    case 'release':
      return [`You gave your access to record ${recordId} back, and it has ended.`]
    case 'person':
      return [
        { person: directory.describe(request.physician) },
        ` ended your access to record ${recordId}: ${reason}`,
      ]
  }
}

function describeGrant(options: {
  request: AccessRequest
  transaction: Transaction
  directory: Directory
}): Text {
  const { request, transaction, directory } = options
  const startsAt = transaction.includedAt
  const until: Span[] =
    request.durationMs === null || startsAt === null
      ? []
      : [', until ', { time: new Date(startsAt.getTime() + request.durationMs).toISOString() }]
  return [
    { person: directory.describe(request.physician) },
    ` granted you access: you may draw up to ${formatVolume(request.accessLimit ?? 0n)} in all from record ${request.recordId}`,
    ...until,
    `. Reason: ${request.reason}`,
  ]
}
