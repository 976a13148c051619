import type { AccessRequest, ActionRequest, Request } from '@medikey/core'
import type { requests } from '../schema/requests.ts'

type Row = typeof requests.$inferSelect

/** The request that a row holds. The table's checks hold that each kind has what it cannot do without. */
export function toRequest(row: Row): Request {
  return row.kind === 'grant' || row.kind === 'revoke' ? toAccessRequest(row) : toActionRequest(row)
}

function toAccessRequest(row: Row): AccessRequest {
  const { seq, standingAccessLimit, standingUsage, volume, category, ...request } = row
  const standing =
    standingAccessLimit === null || standingUsage === null
      ? null
      : { accessLimit: standingAccessLimit, usage: standingUsage }
  return { ...request, standing } as AccessRequest
}

function toActionRequest(row: Row): ActionRequest {
  const {
    seq,
    physician,
    medicalStaff,
    accessLimit,
    durationMs,
    standingAccessLimit,
    standingUsage,
    consentedAt,
    grantRequestId,
    ...request
  } = row
  return request as ActionRequest
}
