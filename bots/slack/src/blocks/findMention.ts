import type { Person } from '@medikey/core'

/** The user id to mention a person by: their one account in this workspace; null where there is none or several. */
export function findMention(person: Person, workspace: string): string | null {
  const [account, ...others] = person.accounts.filter(
    (candidate) => candidate.platform === 'slack' && candidate.workspace === workspace,
  )
  return account !== undefined && others.length === 0 ? account.userId : null
}
