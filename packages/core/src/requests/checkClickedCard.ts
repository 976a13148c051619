import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { MessageRef } from '../model/Post.ts'
import type { Request } from '../model/Request.ts'

/**
 * A button's value proves nothing: the clicked message must be the card that MediKey posted for that request.
 *
 * @throws RefusalError when it is another message, or none
 */
export async function checkClickedCard(
  deps: Pick<Deps, 'store'>,
  options: { request: Request; clicked: MessageRef | null },
): Promise<void> {
  const { request, clicked } = options
  const card = clicked && (await deps.store.getCard({ requestId: request.id, platform: clicked.platform }))
  if (
    clicked !== null &&
    card !== null &&
    card.workspace === clicked.workspace &&
    card.channel === clicked.channel &&
    card.messageId === clicked.messageId
  ) {
    return
  }
  throw new RefusalError({
    code: 'FOREIGN_CARD',
    message:
      'This button does not stand on the card of its request, so nothing was decided. Use the card in the approvals channel, or /medikey pending.',
  })
}
