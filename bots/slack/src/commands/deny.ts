import { decideRequest } from '@medikey/core'
import { readTypedText } from '../payloads/readTypedText.ts'
import { buildDenyForm } from '../views/buildDenyForm.ts'
import { openForm } from '../views/openForm.ts'
import type { CommandHandler } from './CommandHandler.ts'

/** Longer than any request id; a form's memory takes no more. */
const LONGEST_ID = 100

/** `/medikey deny <request> <reason>`; without a reason a form asks for it. */
export const deny: CommandHandler<'deny'> = async (context, { inbound, command }) => {
  const reason = readTypedText(command.reason)
  if (reason.trim() === '' && command.request.length <= LONGEST_ID) {
    const view = buildDenyForm({ requestId: command.request, clicked: 'command', reply: inbound.reply })
    await openForm(context, { triggerId: inbound.triggerId, view })
    return null
  }
  const { message } = await decideRequest(context.deps, {
    account: inbound.account,
    delivery: inbound.delivery,
    requestId: command.request,
    decision: 'deny',
    reason,
    clicked: 'command',
  })
  return message
}
