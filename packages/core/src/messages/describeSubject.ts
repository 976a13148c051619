import type { Directory } from '../identities/createDirectory.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { Request } from '../model/Request.ts'
import type { Text } from './Message.ts'

/** What ends without anybody's asking for a revoke is named by the grant that it ends. */
const ENDS = { 'time-box': 'time-boxed grant', release: 'released grant' } as const

/** What a request is about, to be said after `your` or `the`: `grant of record 7 for Nadia`. */
export function describeSubject(options: { request: Request; directory: Directory }): Text {
  const { request, directory } = options
  switch (request.kind) {
    case 'grant':
    case 'revoke':
      return [
        `${request.origin === 'person' ? request.kind : ENDS[request.origin]} of record ${request.recordId} for `,
        { person: directory.describe(request.medicalStaff) },
      ]
    case 'create':
      return [`new record of ${formatVolume(request.volume)} in ${request.category}`]
    case 'access':
      return [`draw of ${formatVolume(request.volume)} from record ${request.recordId}`]
    case 'archive':
      return [`archiving of record ${request.recordId}`]
    case 'maintenance-on':
      return ['start of maintenance']
    case 'maintenance-off':
      return ['end of maintenance']
  }
}
