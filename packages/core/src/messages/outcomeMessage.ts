import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import type { Transaction } from '../model/Transaction.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message } from './Message.ts'

/** How an approved request ended, told to who asked or to who had a say in it. */
export function outcomeMessage(options: {
  request: Request
  transaction: Transaction
  directory: Directory
  reader: 'requester' | 'approver' | 'physician'
}): Message {
  const { request, transaction, directory, reader } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  const whose = reader === 'requester' ? 'Your ' : 'The '
  return createMessage({
    tone,
    paragraphs: [[whose, ...describeSubject({ request, directory }), ': ', ...status]],
    footer: [['Request ', { code: request.id }]],
  })
}
