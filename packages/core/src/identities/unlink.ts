import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import { unlinkedMessage } from '../messages/unlinkedMessage.ts'
import type { Account } from '../model/Account.ts'
import { refreshDirectory } from './refreshDirectory.ts'

/**
 * Ends an account's link, at once and everywhere. What an administrator declared stays.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice ends one link
 * @returns what the person is told
 * @example
 * const { message } = await unlink(deps, { account, delivery })
 */
export async function unlink(
  deps: Pick<Deps, 'store' | 'directory' | 'clock'>,
  options: { account: Account; delivery: string },
): Promise<{ message: Message }> {
  const { account, delivery } = options
  const now = deps.clock.now()
  const link = await deps.store.transaction(async (unit) => {
    // The second time it must not end what was linked in between.
    if ((await unit.claimDelivery({ key: delivery, requestId: 'unlink', at: now })) !== null) return null
    const ended = await unit.deleteLink(account)
    if (ended === null) return null
    await unit.appendAudit([
      {
        at: now,
        action: 'identity-unlinked',
        actor: ended.principal,
        account,
        requestId: null,
        recordId: null,
        detail: { ...account, principal: ended.principal },
      },
    ])
    return ended
  })
  await refreshDirectory(deps)
  return { message: unlinkedMessage({ link, declared: deps.directory.findByAccount(account) }) }
}
