import { isAccessRequest, type Request } from '@medikey/core'
import type { requests } from '../schema/requests.ts'

/** The row that holds a request; what its kind does not have is null there. */
export function toRow(request: Request): typeof requests.$inferInsert {
  if (!isAccessRequest(request)) return request
  const { standing, ...columns } = request
  return {
    ...columns,
    standingAccessLimit: standing?.accessLimit ?? null,
    standingUsage: standing?.usage ?? null,
  }
}
