import type { Account } from '../model/Account.ts'

/** Says whether two accounts are of one workspace, where a principal is one person. */
export function isSameWorkspace(one: Account, other: Account): boolean {
  return one.platform === other.platform && one.workspace === other.workspace
}
