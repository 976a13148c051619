import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { ActionKind } from '../model/ActionRequest.ts'
import type { AuditAction, AuditEntry } from '../model/AuditEntry.ts'
import type { Span, Text } from './Message.ts'

/** What follows the name of who acted; MediKey, where nobody did. */
const WORDS: Record<Exclude<AuditAction, 'request-submitted'>, string> = {
  'request-consented': 'consented as the record’s physician',
  'request-confirmed': 'confirmed',
  'request-approved': 'approved',
  'request-denied': 'denied',
  'request-cancelled': 'took the request back',
  'request-expired': 'let the request expire: nobody decided it in time',
  'grant-end-warned': 'warned that the grant’s time runs out',
  'grant-released': 'gave the access back',
  'time-box-ended': 'ended a grant whose time was over',
  'transaction-signed': 'signed',
  'transaction-broadcast': 'sent it to the chain',
  'transaction-included': 'saw it on chain',
  'transaction-final': 'saw it become final',
  'transaction-aborted': 'saw the contract refuse it',
  'transaction-adopted': 'found that another transaction of the same signer did it',
  'transaction-replaced': 'saw another transaction take its place',
  'transaction-refused': 'did not send it',
  'transaction-orphaned': 'saw the chain take its block back',
  'card-undeliverable': 'could not post the card',
  'identity-linked': 'proved who they are',
  'identity-relinked': 'proved to be another principal',
  'identity-unlinked': 'ended their link',
  'alert-raised': 'raised an alert',
  'alert-acknowledged': 'acknowledged an alert',
  'alert-silenced': 'silenced an alert',
  'alert-unsilenced': 'ended the silence of an alert',
  'alert-resolved': 'saw an alert end',
}

const PREPARED: Readonly<Record<ActionKind, string>> = {
  create: 'a new record',
  access: 'a draw',
  archive: 'the archiving of the record',
  'maintenance-on': 'the start of maintenance',
  'maintenance-off': 'the end of maintenance',
}

/** One entry of the audit as a line: when, who, what. */
export function describeEntry(options: { entry: AuditEntry; directory: Directory }): Text {
  const { entry, directory } = options
  const who: Span = entry.actor === null ? 'MediKey' : { person: directory.describe(entry.actor) }
  return [{ time: entry.at.toISOString() }, ' · ', who, ' ', ...describeAction(entry, directory)]
}

function describeAction({ action, detail }: AuditEntry, directory: Directory): Span[] {
  if (action !== 'request-submitted') {
    const cause = detail.code ?? detail.rule
    return cause === undefined ? [WORDS[action]] : [WORDS[action], ' (', { code: cause }, ')']
  }
  const { kind, medicalStaff, accessLimit, durationMs } = detail
  if (medicalStaff === undefined) return [`prepared: ${PREPARED[kind as ActionKind] ?? kind}`]
  const staff: Span = { person: directory.describe(medicalStaff) }
  if (accessLimit === undefined) return ['asked to revoke the access of ', staff]
  const duration = durationMs === undefined ? '' : ` for ${formatDuration(Number(durationMs))}`
  return ['asked to grant ', staff, ` ${formatVolume(BigInt(accessLimit))}${duration}`]
}
