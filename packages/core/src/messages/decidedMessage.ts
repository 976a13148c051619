import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import type { Message } from './Message.ts'

/** What a decision, a cancellation or an expiry means, told to who made it or to who asked. */
export function decidedMessage(options: {
  request: AccessRequest
  directory: Directory
  reader: 'approver' | 'requester'
}): Message {
  const { request, directory, reader } = options
  const person = { person: directory.describe(request.medicalStaff) }
  const subject = [
    `${reader === 'requester' ? 'Your' : 'The'} ${request.kind} of record ${request.recordId} for `,
    person,
  ]
  const footer = [['Request ', { code: request.id }]]
  if (request.status === 'approved') {
    return createMessage({
      tone: 'good',
      paragraphs: [['You approved ', ...lowerFirst(subject), '. The card tells each further stage.']],
      footer,
    })
  }
  const { tone, status } = describeStatus({ request, transaction: null, directory })
  return createMessage({ tone, paragraphs: [[...subject, ': ', ...status]], footer })
}

function lowerFirst<T>(parts: readonly (string | T)[]): (string | T)[] {
  return parts.map((part, index) =>
    index === 0 && typeof part === 'string' ? part.charAt(0).toLowerCase() + part.slice(1) : part,
  )
}
