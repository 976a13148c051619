import type { Account } from '../../src/model/Account.ts'

/** The key of an account's row. */
export function accountKey({ platform, workspace, userId }: Account): string {
  return JSON.stringify([platform, workspace, userId])
}
