import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Request } from '../model/Request.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'

/** What is told when a request moves. */
export type Announcement = {
  readonly request: Request
  /** Posted below the card, on each platform. An action's card is a direct message, which tells all by itself. */
  readonly thread: Message | null
  /** Sent to people, where they have an account. */
  readonly direct: readonly { readonly recipient: string; readonly message: Message }[]
}

/**
 * Writes what people are to be told into the unit of work that makes it true: the card is marked out of date, the
 * thread and the direct messages are queued, and delivery wakes on commit. What ends a grant is told in the grant's
 * own thread.
 */
export async function announce(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: Announcement,
): Promise<void> {
  const { request, thread, direct } = options
  const at = deps.clock.now()
  const isAccess = isAccessRequest(request)
  const requestId = (isAccess ? request.grantRequestId : null) ?? request.id
  await unit.touchCards({ requestId, at })
  for (const platform of deps.settings.platforms) {
    const lane = { subject: { requestId }, platform }
    if (thread !== null && isAccess) {
      await unit.addPosts([{ id: randomUUID(), lane, kind: 'thread', recipient: null, message: thread, at }])
    }
    const recipients = new Set<string>()
    for (const { recipient, message } of direct) {
      if (recipients.has(recipient)) continue
      recipients.add(recipient)
      if (deps.directory.findAccount({ principal: recipient, platform }) === null) continue
      await unit.addPosts([{ id: randomUUID(), lane, kind: 'direct', recipient, message, at }])
    }
    await unit.enqueue({ name: 'deliver', lane })
  }
}
