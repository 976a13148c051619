import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Grant, GrantStatus } from '../model/Grant.ts'
import { requestSets } from '../model/requestSets.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeStatus } from './describeStatus.ts'
import { describeTxid } from './describeTxid.ts'
import type { Field, Message, Text } from './Message.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const END_WORDS: Readonly<Record<Exclude<GrantStatus, 'active'>, string>> = {
  released: 'none: it was given back',
  expired: 'none: its time is over',
  revoked: 'none: it was revoked',
  superseded: 'none: a newer grant took its place',
}

/** The card of a request, as it stands now: what the CMO decides on, and afterwards what became of it. */
export function requestCard(options: {
  request: AccessRequest
  /** The request's last transaction. */
  transaction: Transaction | null
  /** What the request brought about, once it is on chain. */
  grant: Grant | null
  directory: Directory
  settings: Settings
  now: Date
  /** The principal that may decide, while it is pending and known. */
  approver: string | null
}): Message {
  const { request, transaction, grant, directory, settings, now, approver } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  const isUndecided = requestSets.undecided.some((open) => open === request.status)
  const asksPhysician = request.status === 'awaiting-consent'
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
    grant === null ? null : { label: 'Time left', value: describeTimeLeft(grant, now) },
    { label: isUndecided ? 'Stands now' : 'Stood before', value: describeStanding(request) },
    { label: 'Reason', value: [request.reason] },
    request.consentedAt === null
      ? null
      : {
          label: 'Consented',
          value: [
            { person: directory.describe(request.physician) },
            ', ',
            { time: request.consentedAt.toISOString() },
          ],
        },
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
      ...(asksPhysician
        ? [
            [
              { person: directory.describe(request.physician) },
              ' is asked because they are the record’s physician. With their consent the Chief Medical Officer decides.',
            ],
          ]
        : []),
      ...(request.status === 'pending' && approver !== null
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
    actions: isUndecided
      ? [
          { kind: asksPhysician ? 'consent' : 'approve', id: request.id },
          { kind: 'deny', id: request.id },
        ]
      : [],
  })
}

function describeStanding(request: AccessRequest): Text {
  if (request.standing === null) return ['no access']
  const { accessLimit, usage } = request.standing
  const stands = `${formatVolume(usage)} of ${formatVolume(accessLimit)} used`
  return [
    request.kind === 'grant' && request.decidedAt === null
      ? `${stands}; this grant would take its place, not add to it: limit, end and use begin anew`
      : stands,
  ]
}

/** In words that stay true until the card is shown again: it is when a warning is due, and at the end. */
function describeTimeLeft(grant: Grant, now: Date): Text {
  if (grant.status !== 'active') return [END_WORDS[grant.status]]
  if (grant.endsAt === null) return ['until revoked']
  const left = grant.endsAt.getTime() - now.getTime()
  if (left <= 0) return ['none: it is being revoked']
  const words = left <= HOUR_MS ? 'less than an hour, ' : left <= DAY_MS ? 'less than a day, ' : ''
  return [`${words}until `, { time: grant.endsAt.toISOString() }]
}
