import type { AccessRequest } from '@medikey/core'
import type { requests } from '../schema/requests.ts'

/** The request that a row holds. */
export function toRequest(row: typeof requests.$inferSelect): AccessRequest {
  const { seq, standingAccessLimit, standingUsage, ...request } = row
  const standing =
    standingAccessLimit === null || standingUsage === null
      ? null
      : { accessLimit: standingAccessLimit, usage: standingUsage }
  return { ...request, standing }
}
