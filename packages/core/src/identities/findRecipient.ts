import type { Deps } from '../Deps.ts'
import type { Account } from '../model/Account.ts'
import type { Platform } from '../model/Platform.ts'
import { refreshDirectory } from './refreshDirectory.ts'

/**
 * The account that a message for the principal goes to; null where there is none, or no principal. Nobody known may be
 * somebody who has just linked in another process, and a message that finds nobody is given up: so it looks again.
 */
export async function findRecipient(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { principal: string | null; platform: Platform },
): Promise<Account | null> {
  const { principal, platform } = options
  if (principal === null) return null
  const known = deps.directory.findAccount({ principal, platform })
  if (known !== null) return known
  await refreshDirectory(deps)
  return deps.directory.findAccount({ principal, platform })
}
