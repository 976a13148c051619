import {
  isComplete,
  type Message,
  parseRequestInput,
  type RawRequestInput,
  submitRequest,
} from '@medikey/core'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import type { CommandInbound } from '../payloads/commandSchema.ts'
import { readTypedText } from '../payloads/readTypedText.ts'
import { buildRequestForm } from '../views/buildRequestForm.ts'
import { openForm } from '../views/openForm.ts'

/** Asks core for a grant or a revoke; where parts are missing, a form asks for them at once and before any look-up. */
export async function requestAccess(
  context: ListenerContext,
  options: { inbound: CommandInbound; raw: RawRequestInput },
): Promise<Message | null> {
  const { deps } = context
  const { inbound } = options
  const raw = { ...options.raw, reason: readTypedText(options.raw.reason ?? '') }
  if (!isComplete(raw)) {
    const view = buildRequestForm({ raw, reply: inbound.reply })
    await openForm(context, { triggerId: inbound.triggerId, view })
    return null
  }
  const input = parseRequestInput(raw, { network: deps.settings.network })
  const { message } = await submitRequest(deps, {
    account: inbound.account,
    delivery: inbound.delivery,
    input,
  })
  return message
}
