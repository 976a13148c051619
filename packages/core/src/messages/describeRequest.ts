import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { Request } from '../model/Request.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { cutText } from './cutText.ts'
import { describeSubject } from './describeSubject.ts'
import type { Text } from './Message.ts'

/** Many such lines have to fit into one message; a reason stands whole on its card. */
const LONGEST_REASON = 160

/** What somebody asked for, as a line: what, for whom, for how long, who asked, why. */
export function describeRequest(options: { request: Request; directory: Directory }): Text {
  const { request, directory } = options
  if (!isAccessRequest(request)) return describeSubject({ request, directory })
  const limit = request.accessLimit === null ? '' : ` ${formatVolume(request.accessLimit)}`
  const duration = request.durationMs === null ? '' : ` for ${formatDuration(request.durationMs)}`
  return [
    `${request.kind}${limit} of record ${request.recordId} `,
    request.kind === 'grant' ? 'to ' : 'from ',
    { person: directory.describe(request.medicalStaff) },
    `${duration}, asked by `,
    { person: directory.describe(request.requester) },
    `: ${cutText(request.reason, LONGEST_REASON)}`,
  ]
}
