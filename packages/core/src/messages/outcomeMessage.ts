import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import type { Message } from './Message.ts'

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
  if (reader === 'staff') {
    const until = request.durationMs === null ? '' : ` for ${formatDuration(request.durationMs)}`
    const what =
      request.kind === 'grant'
        ? `You may now draw up to ${formatVolume(request.accessLimit ?? 0n)} in all from record ${request.recordId}${until}.`
        : `Your access to record ${request.recordId} has ended.`
    return createMessage({ tone: 'neutral', paragraphs: [[what]], footer })
  }
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
