import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import { describeReplacement } from './describeReplacement.ts'
import type { Message } from './Message.ts'

/** Told to a record's physician when somebody asks for access to it. */
export function consentWantedMessage(options: { request: AccessRequest; directory: Directory }): Message {
  const { request, directory } = options
  const duration = request.durationMs === null ? '' : ` for ${formatDuration(request.durationMs)}`
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        { person: directory.describe(request.medicalStaff) },
        ` asks for access to your record ${request.recordId}: ${formatVolume(request.accessLimit ?? 0n)} in all${duration}. Reason: ${request.reason}`,
      ],
      ...describeReplacement(request),
      [
        'With your consent the Chief Medical Officer decides, and your key signs. Decide on ',
        { message: { label: 'its card', refs: [] } },
        ' until ',
        { time: request.approvalExpiresAt.toISOString() },
        ', or with ',
        { code: `/medikey approve ${request.id}` },
        ' or ',
        { code: `/medikey deny ${request.id} <reason>` },
      ],
    ],
    footer: [['Request ', { code: request.id }]],
  })
}
