import { formatVolume } from '../input/formatVolume.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Text } from './Message.ts'

/** Says that a grant takes the place of one that stands, which people take for an addition; empty where none does. */
export function describeReplacement(request: AccessRequest): Text[] {
  if (request.kind !== 'grant' || request.standing === null) return []
  const { accessLimit, usage } = request.standing
  return [
    [
      `It would take the place of the access that stands now (${formatVolume(usage)} of ${formatVolume(accessLimit)} used), not add to it: limit, end and use begin anew.`,
    ],
  ]
}
