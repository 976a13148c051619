import type { Person } from '@medikey/core'

/** The user id to mention a person by: their one account in this guild; null where there is none or several. */
export function findMention(person: Person, workspace: string): string | null {
  const [account, ...others] = person.accounts.filter(
    (candidate) => candidate.platform === 'discord' && candidate.workspace === workspace,
  )
  return account !== undefined && others.length === 0 && /^\d{17,20}$/.test(account.userId)
    ? account.userId
    : null
}
