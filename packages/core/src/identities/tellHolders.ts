import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { linkNoticeMessage } from '../messages/linkNoticeMessage.ts'
import type { Account } from '../model/Account.ts'
import type { Platform } from '../model/Platform.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/**
 * Tells those who are the principal already that somebody else is it now: whoever got hold of a key must not take up
 * its office unseen.
 *
 * @param options.platforms where they are told
 */
export async function tellHolders(
  deps: Pick<Deps, 'clock' | 'settings'>,
  unit: UnitOfWork,
  options: { account: Account; principal: string; office: string; platforms: readonly Platform[] },
): Promise<void> {
  const { account, principal, office, platforms } = options
  for (const platform of platforms) {
    const lane = { subject: { principal }, platform }
    await unit.addPost({
      id: randomUUID(),
      lane,
      kind: 'direct',
      recipient: principal,
      message: linkNoticeMessage({ account, principal, office, settings: deps.settings }),
      at: deps.clock.now(),
    })
    await unit.enqueue({ name: 'deliver', lane })
  }
}
