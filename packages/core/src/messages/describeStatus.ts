import type { Directory } from '../identities/createDirectory.ts'
import type { Request } from '../model/Request.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { describeDone } from './describeDone.ts'
import type { Text, Tone } from './Message.ts'

/** How a request stands, as one line with its tone. `transaction` is the request's last one. */
export function describeStatus(options: {
  request: Request
  transaction: Transaction | null
  directory: Directory
}): { tone: Tone; status: Text } {
  const { request, transaction, directory } = options
  const until = { time: request.approvalExpiresAt.toISOString() }
  switch (request.status) {
    case 'unconfirmed':
      return { tone: 'waiting', status: [{ bold: 'Not confirmed yet' }, ', possible until ', until] }
    case 'awaiting-consent':
      return { tone: 'waiting', status: [{ bold: 'Waiting for the physician’s consent' }, ' until ', until] }
    case 'pending':
      return { tone: 'waiting', status: [{ bold: 'Waiting for a decision' }, ' until ', until] }
    case 'denied':
      return {
        tone: 'bad',
        status: [
          { bold: 'Denied' },
          ...(request.decidedBy === null ? [] : [' by ', { person: directory.describe(request.decidedBy) }]),
          ...(request.decisionReason === null ? [] : [`: ${request.decisionReason}`]),
        ],
      }
    case 'cancelled':
      return { tone: 'neutral', status: [{ bold: 'Taken back' }, ' by who asked. Nothing was sent.'] }
    case 'expired':
      return {
        tone: 'neutral',
        status: [
          { bold: 'Expired' },
          isAccessRequest(request)
            ? ' without a decision. Nothing was sent.'
            : ' without a confirmation. Nothing was sent.',
        ],
      }
    case 'approved':
      return describeTransaction(request, transaction)
  }
}

function describeTransaction(
  request: Request,
  transaction: Transaction | null,
): { tone: Tone; status: Text } {
  const agreed = { bold: isAccessRequest(request) ? 'Approved' : 'Confirmed' }
  const reason = transaction?.failure?.message
  switch (transaction?.status) {
    case undefined:
    case 'queued':
      return {
        tone: 'waiting',
        status: [agreed, reason === undefined ? ', about to be sent to the chain.' : `, waiting. ${reason}`],
      }
    case 'signed':
    case 'unknown':
      return {
        tone: 'waiting',
        status: [agreed, reason === undefined ? ', being sent to the chain.' : `, being sent. ${reason}`],
      }
    case 'broadcast':
      return { tone: 'waiting', status: [{ bold: 'Sent' }, ' to the chain, waiting for a block.'] }
    case 'included':
      return {
        tone: 'good',
        status: [{ bold: describeDone(request) }, `, on chain in block ${transaction?.blockHeight}.`],
      }
    case 'final':
      return {
        tone: 'good',
        status: [
          { bold: describeDone(request) },
          `, final on chain since block ${transaction?.blockHeight}.`,
        ],
      }
    case 'aborted':
      return { tone: 'bad', status: [{ bold: 'Refused by the contract' }, `. ${reason ?? ''}`] }
    case 'refused':
      return { tone: 'bad', status: [{ bold: 'Not sent' }, `. ${reason ?? ''}`] }
    case 'dropped':
    case 'replaced':
      return {
        tone: 'waiting',
        status: [{ bold: 'Replaced' }, ' by another transaction of the same signer. It is sent anew.'],
      }
  }
}
