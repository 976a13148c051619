import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import type { ActionKind, ActionRequest } from '../model/ActionRequest.ts'
import { toContractCall } from '../requests/toContractCall.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeSubject } from './describeSubject.ts'
import { formatCall } from './formatCall.ts'
import type { Message } from './Message.ts'
import { toPlainText } from './toPlainText.ts'

/** What the person has to know before they say yes; what cannot be undone says so. */
const CONSEQUENCES: Readonly<Record<ActionKind, string>> = {
  create:
    'This cannot be undone: a record is never deleted, and its category and volume, which everybody can read on chain, never change.',
  access: 'This cannot be undone: what is drawn counts against the record and against your allowance.',
  archive:
    'This cannot be undone: an archived record never becomes active again, and nothing is drawn from it or granted on it any more.',
  'maintenance-on':
    'Until maintenance ends nothing is created, drawn, granted or archived; access can still be revoked. End it with /medikey maintenance off.',
  'maintenance-off':
    'From then on the system works again, and approved grants that waited are sent. Begin it anew with /medikey maintenance on.',
}

/** Asks who wants to do something on the contract to confirm it: exactly what is sent, by whose key, and what it means. */
export function confirmMessage(options: {
  request: ActionRequest
  directory: Directory
  settings: Settings
}): Message {
  const { request, directory, settings } = options
  const { id: requestId, requester } = request
  return createMessage({
    title: `Confirm: ${toPlainText(describeSubject({ request, directory }))}`,
    tone: 'waiting',
    paragraphs: [[CONSEQUENCES[request.kind]]],
    fields: [
      { label: 'Contract', value: [{ code: settings.contract }, ` on ${settings.network}`] },
      { label: 'Sends', value: [{ code: formatCall(toContractCall(request)) }] },
      { label: 'Signed by', value: [{ person: directory.describe(requester) }, ' ', { code: requester }] },
      ...(request.reason === null
        ? []
        : [{ label: request.kind === 'access' ? 'Purpose' : 'Reason', value: [request.reason] }]),
    ],
    footer: [
      [
        `Confirm within ${formatDuration(request.approvalExpiresAt.getTime() - request.createdAt.getTime())}; until then nothing is sent.`,
      ],
      ...demoFooter(settings),
      ['Request ', { code: requestId }],
    ],
    actions: [
      { kind: 'confirm', id: requestId },
      { kind: 'cancel', id: requestId },
    ],
  })
}
