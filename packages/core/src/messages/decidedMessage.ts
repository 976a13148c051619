import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message } from './Message.ts'

/** What a decision, a cancellation or an expiry means, told to who made it, to who asked, or to whom else it concerns. */
export function decidedMessage(options: {
  request: Request
  directory: Directory
  reader: 'approver' | 'requester' | 'physician'
}): Message {
  const { request, directory, reader } = options
  const subject = describeSubject({ request, directory })
  const footer = [['Request ', { code: request.id }]]
  if (request.status === 'approved') {
    return createMessage({
      tone: 'good',
      paragraphs: [['You approved the ', ...subject, '. The card tells each further stage.']],
      footer,
    })
  }
  const { tone, status } = describeStatus({ request, transaction: null, directory })
  const whose = reader === 'requester' ? 'Your ' : 'The '
  return createMessage({ tone, paragraphs: [[whose, ...subject, ': ', ...status]], footer })
}
