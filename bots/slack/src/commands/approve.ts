import { decideRequest } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey approve <request>` */
export const approve: CommandHandler<'approve'> = async ({ deps }, { inbound, command }) => {
  const { message } = await decideRequest(deps, {
    account: inbound.account,
    delivery: inbound.delivery,
    requestId: command.request,
    decision: 'approve',
    reason: null,
    clicked: 'command',
  })
  return message
}
