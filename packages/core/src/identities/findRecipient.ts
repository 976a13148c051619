import type { Deps } from '../Deps.ts'
import type { Account } from '../model/Account.ts'
import type { Platform } from '../model/Platform.ts'
import type { Post } from '../model/Post.ts'
import { refreshDirectory } from './refreshDirectory.ts'

/**
 * The account that a message goes to; null where there is none. Nobody known for a principal may be somebody who has just
 * linked in another process, and a message that finds nobody is given up: so it looks again.
 */
export async function findRecipient(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { recipient: Post['recipient']; platform: Platform },
): Promise<Account | null> {
  const { recipient, platform } = options
  if (typeof recipient !== 'string') return recipient
  const known = deps.directory.findAccount({ principal: recipient, platform })
  if (known !== null) return known
  await refreshDirectory(deps)
  return deps.directory.findAccount({ principal: recipient, platform })
}
