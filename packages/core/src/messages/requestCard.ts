import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeStatus } from './describeStatus.ts'
import { describeTxid } from './describeTxid.ts'
import type { Field, Message, Text } from './Message.ts'

/** The card of a request, as it stands now: what the CMO decides on, and afterwards what became of it. */
export function requestCard(options: {
  request: AccessRequest
  /** The request's last transaction. */
  transaction: Transaction | null
  directory: Directory
  settings: Settings
  /** The principal that may decide, while it is pending and known. */
  approver: string | null
}): Message {
  const { request, transaction, directory, settings, approver } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  const isPending = request.status === 'pending'
  const fields: (Field | null)[] = [
    { label: 'Asks', value: [{ person: directory.describe(request.requester) }] },
    {
      label: 'For',
      value: [{ person: directory.describe(request.medicalStaff) }, ' ', { code: request.medicalStaff }],
    },
    { label: 'Record', value: [request.recordId.toString()] },
    request.accessLimit === null
      ? null
      : { label: 'Limit', value: [`${formatVolume(request.accessLimit)} in all`] },
    request.kind === 'revoke'
      ? null
      : {
          label: 'How long',
          value: [
            request.durationMs === null
              ? 'until revoked'
              : `${formatDuration(request.durationMs)}, counted from when it takes effect`,
          ],
        },
    { label: isPending ? 'Stands now' : 'Stood before', value: describeStanding(request) },
    { label: 'Reason', value: [request.reason] },
    request.status === 'approved' && request.decidedBy !== null && request.decidedAt !== null
      ? {
          label: 'Approved',
          value: [
            'by ',
            { person: directory.describe(request.decidedBy) },
            ', ',
            { time: request.decidedAt.toISOString() },
          ],
        }
      : null,
    request.status === 'denied' && request.decidedAt !== null
      ? { label: 'Decided', value: [{ time: request.decidedAt.toISOString() }] }
      : null,
    transaction?.txid == null
      ? null
      : { label: 'Transaction', value: [describeTxid(settings, transaction.txid)] },
  ]
  return createMessage({
    title: `${request.kind === 'grant' ? 'Grant access to' : 'Revoke access to'} record ${request.recordId}`,
    tone,
    paragraphs: [status],
    fields: fields.filter((field) => field !== null),
    footer: [
      ...(isPending && approver !== null
        ? [
            [
              { person: directory.describe(approver) },
              ' is asked because they are the Chief Medical Officer.',
            ],
          ]
        : []),
      ...demoFooter(settings),
      ['Request ', { code: request.id }],
    ],
    actions: isPending
      ? [
          { kind: 'approve', requestId: request.id },
          { kind: 'deny', requestId: request.id },
        ]
      : [],
  })
}

function describeStanding(request: AccessRequest): Text {
  if (request.standing === null) return ['no access']
  const { accessLimit, usage } = request.standing
  const stands = `${formatVolume(usage)} of ${formatVolume(accessLimit)} used`
  return [
    request.kind === 'grant' && request.status === 'pending'
      ? `${stands}; a new grant starts again at 0`
      : stands,
  ]
}
