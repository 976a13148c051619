import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Post } from '../model/Post.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'

const SEARCHED = 100

/**
 * A card that its platform refuses for good would leave a request that nobody sees: the asking person is told, once,
 * and how it can be decided nevertheless.
 */
export async function tellUndeliverable(deps: Deps, options: { post: Post }): Promise<void> {
  const { lane } = options.post
  const { subject } = lane
  if (!('requestId' in subject)) return
  const { requestId } = subject
  const at = deps.clock.now()
  await deps.store.transaction(async (unit) => {
    const request = await unit.getRequest(requestId)
    const audit = await unit.listAudit({ requestId, limit: SEARCHED })
    if (
      request === null ||
      audit.some(({ action, detail }) => action === 'card-undeliverable' && detail.platform === lane.platform)
    )
      return
    await unit.appendAudit([
      {
        at,
        action: 'card-undeliverable',
        actor: null,
        account: null,
        requestId,
        recordId: request.recordId,
        detail: { platform: lane.platform },
      },
    ])
    // A card that was for one person could not reach them, nor would this.
    if (!isAccessRequest(request)) return
    const message = createMessage({
      tone: 'bad',
      paragraphs: [
        [
          `Your ${request.kind} of record ${request.recordId} is stored, but its card could not be posted to the approvals channel, so nobody sees it there. Tell your MediKey administrator (medikey check says what is wrong) and the Chief Medical Officer, who can decide it with /medikey pending.`,
        ],
      ],
      footer: [['Request ', { code: request.id }]],
    })
    await unit.addPosts([
      { id: randomUUID(), lane, kind: 'direct', recipient: request.requester, message, at },
    ])
  })
}
