import type { Directory } from '../identities/createDirectory.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import type { Message, Span, Text } from './Message.ts'

/** How an approved request ended, told to one of the people it concerns. */
export function outcomeMessage(options: {
  request: AccessRequest
  transaction: Transaction
  directory: Directory
  reader: 'requester' | 'approver' | 'staff'
}): Message {
  const { request, transaction, directory, reader } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  const footer = [['Request ', { code: request.id }]]
  if (reader === 'staff') return createMessage({ paragraphs: [describeForStaff(options)], footer })
  const whose = reader === 'requester' ? 'Your' : 'The'
  return createMessage({
    tone,
    paragraphs: [
      [
        `${whose} ${request.kind} of record ${request.recordId} for `,
        { person: directory.describe(request.medicalStaff) },
        ': ',
        ...status,
      ],
    ],
    footer,
  })
}

function describeForStaff(options: {
  request: AccessRequest
  transaction: Transaction
  directory: Directory
}): Text {
  const { request, transaction, directory } = options
  const { recordId, reason } = request
  const physician = { person: directory.describe(request.physician) }
  if (request.kind === 'revoke') {
    return request.origin === 'time-box'
      ? [`The time of your access to record ${recordId} is over, and it has ended.`]
      : [physician, ` ended your access to record ${recordId}: ${reason}`]
  }
  const startsAt = transaction.includedAt
  const until: Span[] =
    request.durationMs === null || startsAt === null
      ? []
      : [', until ', { time: new Date(startsAt.getTime() + request.durationMs).toISOString() }]
  return [
    physician,
    ` granted you access: you may draw up to ${formatVolume(request.accessLimit ?? 0n)} in all from record ${recordId}`,
    ...until,
    `. Reason: ${reason}`,
  ]
}
