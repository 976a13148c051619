import { cancelRequest } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey cancel <request>` */
export const cancel: CommandHandler<'cancel'> = async ({ deps }, { inbound, command }) => {
  const { message } = await cancelRequest(deps, {
    account: inbound.account,
    delivery: inbound.delivery,
    requestId: command.request,
  })
  return message
}
