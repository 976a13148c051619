import type { Directory } from '../identities/createDirectory.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { ActionKind, ActionRequest } from '../model/ActionRequest.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeStatus } from './describeStatus.ts'
import { describeTxid } from './describeTxid.ts'
import type { Field, Message } from './Message.ts'

const TITLES: Readonly<Record<ActionKind, string>> = {
  create: 'New record',
  access: 'Draw from record',
  archive: 'Archive record',
  'maintenance-on': 'Begin maintenance',
  'maintenance-off': 'End maintenance',
}

/** The card of a person's own action, as it stands now: a direct message to them that is edited as it goes on. */
export function actionCard(options: {
  request: ActionRequest
  /** The request's last transaction. */
  transaction: Transaction | null
  directory: Directory
  settings: Settings
}): Message {
  const { request, transaction, directory, settings } = options
  const { tone, status } = describeStatus({ request, transaction, directory })
  const record = request.recordId === null ? '' : ` ${request.recordId}`
  const fields: (Field | null)[] = [
    request.category === null ? null : { label: 'Category', value: [request.category] },
    request.volume === null ? null : { label: 'Volume', value: [formatVolume(request.volume)] },
    request.reason === null
      ? null
      : { label: request.kind === 'access' ? 'Purpose' : 'Reason', value: [request.reason] },
    transaction?.txid == null
      ? null
      : { label: 'Transaction', value: [describeTxid(settings, transaction.txid)] },
  ]
  return createMessage({
    title: `${TITLES[request.kind]}${record}`,
    tone,
    paragraphs: [status],
    fields: fields.filter((field) => field !== null),
    footer: [...demoFooter(settings), ['Request ', { code: request.id }]],
  })
}
