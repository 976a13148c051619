import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest, RequestStatus } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message, Span } from './Message.ts'

const WORDS: Record<RequestStatus, string> = {
  pending: 'is still waiting for a decision',
  approved: 'was already approved',
  denied: 'was already denied',
  cancelled: 'was taken back by who asked',
  expired: 'expired before it was decided',
}

/** Told to who comes second: what already happened. */
export function alreadyDecidedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  const by: Span[] =
    request.decidedBy === null || request.status === 'cancelled'
      ? []
      : [' by ', { person: directory.describe(request.decidedBy) }]
  const at: Span[] = request.decidedAt === null ? [] : [', ', { time: request.decidedAt.toISOString() }]
  return createMessage({
    paragraphs: [
      ['Request ', { code: request.id }, ` ${WORDS[request.status]}`, ...by, ...at, '. Nothing was changed.'],
    ],
  })
}
