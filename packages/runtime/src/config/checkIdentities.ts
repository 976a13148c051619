import { identitySchema } from './createFileSchema.ts'
import type { Problems } from './Problems.ts'

/**
 * Reports people of the file who cannot be told apart: one account that stands for two people, and one
 * principal that holds two accounts on a platform. Each entry is read by itself, so that a mistake in
 * one hides nothing in the others.
 *
 * @param raw The `identities` of the file before any check.
 * @example
 * checkIdentities({ problems }, [{ name: 'A', principal, slack: 'U1A' }, { name: 'B', principal, slack: 'U1B' }])
 */
export function checkIdentities(deps: { problems: Problems }, raw: unknown): void {
  if (!Array.isArray(raw)) return
  const seen: {
    where: string
    principal: string
    platform: string
    workspace: string | null
    userId: string
  }[] = []
  raw.forEach((entry, index) => {
    const parsed = identitySchema.safeParse(entry)
    if (!parsed.success) return
    const { principal, slack, discord } = parsed.data
    const accounts = [
      ...(slack === null ? [] : [{ platform: 'slack', ...slack }]),
      ...(discord === null ? [] : [{ platform: 'discord', workspace: null, ...discord }]),
    ]
    for (const account of accounts) {
      const where = `identities[${index}].${account.platform}`
      for (const other of seen) {
        // An account without a workspace means the one configured workspace, which may be any of them.
        const sameWorkspace =
          other.workspace === account.workspace || other.workspace === null || account.workspace === null
        if (other.platform !== account.platform || !sameWorkspace) continue
        if (other.userId === account.userId)
          deps.problems.add(
            `${where} is the same account as ${other.where}: one account stands for one person, remove one of them.`,
          )
        else if (other.principal === principal)
          deps.problems.add(
            `${where} is a second account of the principal of ${other.where}: a principal has one account a workspace, remove one of them.`,
          )
      }
      seen.push({ where, principal, ...account })
    }
  })
}
