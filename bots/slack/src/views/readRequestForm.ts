import type { RawRequestInput } from '@medikey/core'
import type { SubmissionInbound } from '../payloads/submissionSchema.ts'
import { callbackIds } from './callbackIds.ts'

/** What was filled into the form, in the words of a command. */
export function readRequestForm(inbound: Pick<SubmissionInbound, 'callbackId' | 'values'>): RawRequestInput {
  const { record, staff, principal, limit, duration, reason } = inbound.values
  return {
    kind: inbound.callbackId === callbackIds.revoke ? 'revoke' : 'grant',
    record,
    staff: staff === undefined ? principal : `<@${staff}>`,
    limit,
    duration,
    reason,
  }
}
