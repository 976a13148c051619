import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { MessageRef } from '../model/Post.ts'

/**
 * A button's value proves nothing: the clicked message must be the one that MediKey posted for that alert.
 *
 * @throws RefusalError when it is another message, or none
 */
export async function checkClickedAlert(
  deps: Pick<Deps, 'store'>,
  options: { alertId: string; clicked: MessageRef | null },
): Promise<void> {
  const { alertId, clicked } = options
  const posted = clicked && (await deps.store.getCard({ alertId, platform: clicked.platform }))
  if (
    clicked !== null &&
    posted !== null &&
    posted.workspace === clicked.workspace &&
    posted.channel === clicked.channel &&
    posted.messageId === clicked.messageId
  )
    return
  throw new RefusalError({
    code: 'FOREIGN_MESSAGE',
    message:
      'This button does not stand on the message of its alert, so nothing was changed. Use the message in the alerts channel, or /medikey alerts.',
  })
}
