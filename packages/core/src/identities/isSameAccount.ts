import type { DeclaredAccount } from '../model/Identity.ts'

/** Says whether two accounts are one: the same user of the same workspace. */
export function isSameAccount(one: DeclaredAccount, other: DeclaredAccount): boolean {
  return one.platform === other.platform && one.workspace === other.workspace && one.userId === other.userId
}
