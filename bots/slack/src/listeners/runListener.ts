import { setImmediate as nextTurn } from 'node:timers/promises'
import { describeError, type Message } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { findReply } from '../payloads/findReply.ts'
import type { Inbound, ReplyAddress } from '../payloads/Inbound.ts'
import type { Acknowledge } from './Acknowledge.ts'
import { answerPerson } from './answerPerson.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'

/**
 * The one wrapper of every listener: acknowledges before anything else, catches what fails, logs it once, and always
 * gives the person an answer. Never throws.
 */
export async function runListener<T extends Inbound>(
  context: ListenerContext,
  options: { listener: Listener<T>; ack: Acknowledge; body: unknown },
): Promise<void> {
  const work = handle(context, options)
  context.running.add(work)
  await work.finally(() => context.running.delete(work))
}

async function handle<T extends Inbound>(
  context: ListenerContext,
  options: { listener: Listener<T>; ack: Acknowledge; body: unknown },
): Promise<void> {
  const { listener, ack, body } = options
  const { logger } = context
  let reply: ReplyAddress | null = null
  let isAcknowledged = false
  const acknowledge: Acknowledge = async (response) => {
    isAcknowledged = true
    await ack(response)
    // Lets the acknowledgement leave before the work it is for begins.
    await nextTurn()
  }
  const facts: Record<string, unknown> = { listener: listener.name }
  try {
    if (listener.check === undefined) await acknowledge()
    reply = findReply(body)
    const inbound = listener.schema.parse(body)
    Object.assign(facts, { delivery: inbound.delivery, userId: inbound.account.userId })
    reply = inbound.reply
    const errors = listener.check?.(context, inbound) ?? null
    if (errors !== null) return await acknowledge({ response_action: 'errors', errors: { ...errors } })
    if (listener.check !== undefined) await acknowledge()
    reply = listener.findReply?.(inbound) ?? reply
    const message = await listener.run(context, inbound)
    await tell(context, { reply, message, facts })
  } catch (error) {
    if (error instanceof BaseError) logger.warn({ ...facts, err: error }, 'slack listener refused')
    else logger.error({ ...facts, err: error }, 'slack listener failed')
    if (!isAcknowledged) await acknowledge().catch(() => undefined)
    // What was refused may be tried again: its buttons stay.
    if (reply !== null) reply = { ...reply, replacesOriginal: false }
    await tell(context, { reply, message: describeError(error), facts })
  }
}

/** Never throws: what was done stays done, also when nobody can be told. */
async function tell(
  context: ListenerContext,
  options: { reply: ReplyAddress | null; message: Message | null; facts: Record<string, unknown> },
): Promise<void> {
  const { reply, message, facts } = options
  if (reply === null || message === null) return
  try {
    await answerPerson(context, { reply, message })
  } catch (error) {
    context.logger.error({ ...facts, err: error }, 'slack person could not be answered')
  }
}
