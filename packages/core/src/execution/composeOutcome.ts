import type { Deps } from '../Deps.ts'
import type { Announcement } from '../delivery/announce.ts'
import { orphanedMessage } from '../messages/orphanedMessage.ts'
import { outcomeMessage } from '../messages/outcomeMessage.ts'
import { staffMessage } from '../messages/staffMessage.ts'
import type { AuditAction } from '../model/AuditEntry.ts'
import type { Request } from '../model/Request.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'

type Direct = Announcement['direct']

/**
 * Who hears of a transaction's fate besides the thread: who asked and the record's physician of every outcome, the staff
 * of what they may do, the approver of what failed. The first message for a person is the one they get.
 */
export function composeOutcome(
  deps: Pick<Deps, 'directory'>,
  options: { request: Request; transaction: Transaction; audit: AuditAction },
): Direct {
  const { request, transaction, audit } = options
  const { directory } = deps
  const context = { request, transaction, directory }
  const isAccess = isAccessRequest(request)
  const toRequester = {
    recipient: request.requester,
    message: outcomeMessage({ ...context, reader: 'requester' }),
  }
  const toPhysician: Direct = isAccess
    ? [{ recipient: request.physician, message: outcomeMessage({ ...context, reader: 'physician' }) }]
    : []
  switch (audit) {
    case 'transaction-included': {
      if (!isAccess) return [toRequester]
      const toStaff = {
        recipient: request.medicalStaff,
        message: staffMessage({ request, transaction, directory }),
      }
      // Who asked for themselves hears what they may do now.
      return request.requester === request.medicalStaff
        ? [toStaff, ...toPhysician]
        : [toRequester, toStaff, ...toPhysician]
    }
    case 'transaction-aborted':
    case 'transaction-refused':
      return [
        toRequester,
        ...toPhysician,
        ...(request.decidedBy === null
          ? []
          : [{ recipient: request.decidedBy, message: outcomeMessage({ ...context, reader: 'approver' }) }]),
      ]
    case 'transaction-orphaned':
      return [request.requester, ...(isAccess ? [request.medicalStaff, request.physician] : [])].map(
        (recipient) => ({ recipient, message: orphanedMessage({ request, directory }) }),
      )
    default:
      return []
  }
}
