import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { createMessage } from './createMessage.ts'
import type { Message, Span } from './Message.ts'

/** Told to who comes second: what already happened. */
export function alreadyDecidedMessage(options: { request: Request; directory: Directory }): Message {
  const { request, directory } = options
  const by: Span[] =
    request.decidedBy === null || request.status === 'cancelled'
      ? []
      : [' by ', { person: directory.describe(request.decidedBy) }]
  const at: Span[] = request.decidedAt === null ? [] : [', ', { time: request.decidedAt.toISOString() }]
  return createMessage({
    paragraphs: [
      ['Request ', { code: request.id }, ` ${toWords(request)}`, ...by, ...at, '. Nothing was changed.'],
    ],
  })
}

function toWords(request: Request): string {
  switch (request.status) {
    case 'unconfirmed':
      return 'still waits for who asked to confirm it'
    case 'awaiting-consent':
      return 'is still waiting for the consent of the record’s physician'
    case 'pending':
      return isAccessRequest(request) && request.consentedAt !== null
        ? 'has the consent of the record’s physician and is waiting for the Chief Medical Officer'
        : 'is still waiting for a decision'
    case 'approved':
      return isAccessRequest(request) ? 'was already approved' : 'was already confirmed'
    case 'denied':
      return 'was already denied'
    case 'cancelled':
      return 'was taken back by who asked'
    case 'expired':
      return isAccessRequest(request) ? 'expired before it was decided' : 'expired before it was confirmed'
  }
}
