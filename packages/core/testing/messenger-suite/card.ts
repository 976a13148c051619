import { createMessage } from '../../src/messages/createMessage.ts'
import type { Message } from '../../src/messages/Message.ts'

export const requestId = 'k3x9q1mz7t'
export const alertId = 'a7m2w9c4pe'

/** A card that waits for its decision. */
export const card: Message = createMessage({
  title: 'Grant access to record 7',
  tone: 'waiting',
  paragraphs: [[{ bold: 'Waiting for a decision' }, ' since this morning']],
  fields: [
    { label: 'Limit', value: ['500 in all'] },
    { label: 'Reason', value: ['ward round'] },
  ],
  footer: [['Request ', { code: requestId }]],
  actions: [
    { kind: 'approve', id: requestId },
    { kind: 'deny', id: requestId },
  ],
})
