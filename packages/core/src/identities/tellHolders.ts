import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { linkNoticeMessage } from '../messages/linkNoticeMessage.ts'
import type { Account } from '../model/Account.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { isSameAccount } from './isSameAccount.ts'

/**
 * Tells those who are the principal already that another account is it now: whoever got hold of a key must not take up
 * its office unseen. Each is told where they are, never where the new account could read it in their place.
 *
 * @param options.account the new one
 */
export async function tellHolders(
  deps: Pick<Deps, 'clock' | 'directory' | 'settings'>,
  unit: UnitOfWork,
  options: { account: Account; principal: string; office: string },
): Promise<void> {
  const { account, principal, office } = options
  const message = linkNoticeMessage({ account, principal, office, settings: deps.settings })
  for (const holder of await listHolders(deps, unit, { principal })) {
    if (isSameAccount(holder, account) || !deps.settings.platforms.includes(holder.platform)) continue
    const lane = { subject: { principal }, platform: holder.platform }
    const at = deps.clock.now()
    await unit.addPosts([{ id: randomUUID(), lane, kind: 'direct', recipient: holder, message, at }])
    await unit.enqueue({ name: 'deliver', lane })
  }
}

async function listHolders(
  deps: Pick<Deps, 'directory'>,
  unit: UnitOfWork,
  options: { principal: string },
): Promise<Account[]> {
  const declared = deps.directory.listDeclaredAccounts(options.principal)
  const links = await unit.listLinks(options)
  const proven = links.map((link) => link.account)
  return [...declared, ...proven.filter((one) => !declared.some((other) => isSameAccount(one, other)))]
}
