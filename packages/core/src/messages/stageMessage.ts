import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { describeStatus } from './describeStatus.ts'
import { describeTxid } from './describeTxid.ts'
import type { Message, Span } from './Message.ts'

const SUBJECTS = { 'time-box': 'End of the time-box: ', release: 'Given back: ' } as const

/** One stage of a request, told in the thread below its card. */
export function stageMessage(options: {
  request: Request
  transaction: Transaction | null
  directory: Directory
  settings: Settings
}): Message {
  const { request, transaction, directory, settings } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  if (request.status === 'approved' && transaction === null && request.decidedBy !== null) {
    return createMessage({
      tone,
      paragraphs: [[{ bold: 'Approved' }, ' by ', { person: directory.describe(request.decidedBy) }, '.']],
    })
  }
  const txid = transaction?.txid ?? null
  const evidence: Span[] = txid === null ? [] : [' ', describeTxid(settings, txid)]
  const subject: Span[] = request.origin === 'person' ? [] : [SUBJECTS[request.origin]]
  return createMessage({ tone, paragraphs: [[...subject, ...status, ...evidence]] })
}
