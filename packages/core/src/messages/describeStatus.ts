import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Text, Tone } from './Message.ts'

/** How a request stands, as one line with its tone. `transaction` is the request's last one. */
export function describeStatus(options: {
  request: AccessRequest
  transaction: Transaction | null
  directory: Directory
}): { tone: Tone; status: Text } {
  const { request, transaction, directory } = options
  switch (request.status) {
    case 'pending':
      return {
        tone: 'waiting',
        status: [
          { bold: 'Waiting for a decision' },
          ' until ',
          { time: request.approvalExpiresAt.toISOString() },
        ],
      }
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
      return { tone: 'neutral', status: [{ bold: 'Expired' }, ' without a decision. Nothing was sent.'] }
    case 'approved':
      return describeTransaction(request, transaction)
  }
}

function describeTransaction(
  request: AccessRequest,
  transaction: Transaction | null,
): { tone: Tone; status: Text } {
  const reason = transaction?.failure?.message
  switch (transaction?.status) {
    case undefined:
    case 'queued':
      return {
        tone: 'waiting',
        status: [
          { bold: 'Approved' },
          reason === undefined ? ', about to be sent to the chain.' : `, waiting. ${reason}`,
        ],
      }
    case 'signed':
    case 'unknown':
      return {
        tone: 'waiting',
        status: [
          { bold: 'Approved' },
          reason === undefined ? ', being sent to the chain.' : `, being sent. ${reason}`,
        ],
      }
    case 'broadcast':
      return { tone: 'waiting', status: [{ bold: 'Sent' }, ' to the chain, waiting for a block.'] }
    case 'included':
      return {
        tone: 'good',
        status: [{ bold: done(request) }, `, on chain in block ${transaction?.blockHeight}.`],
      }
    case 'final':
      return {
        tone: 'good',
        status: [{ bold: done(request) }, `, final on chain since block ${transaction?.blockHeight}.`],
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

function done(request: AccessRequest): string {
  return request.kind === 'grant' ? 'Access granted' : 'Access revoked'
}
