import { setImmediate as nextTurn } from 'node:timers/promises'
import { describeError, RefusalError } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Inbound, ReplyAddress } from '../payloads/Inbound.ts'
import { interactionSchema } from '../payloads/interactionSchema.ts'
import { noGuild } from '../payloads/noGuild.ts'
import { toInbound } from '../payloads/toInbound.ts'
import { openForm } from '../views/openForm.ts'
import { acknowledge } from './acknowledge.ts'
import { answerPerson } from './answerPerson.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'
import type { Outcome } from './Outcome.ts'

/**
 * The one wrapper of every listener: acknowledges at once, catches what fails, logs it once, and always gives the person
 * an answer. A delivery that comes twice is answered by whoever acknowledged it. Never throws.
 */
export async function runListener<T extends Inbound>(
  context: ListenerContext,
  options: { listener: Listener<T>; body: unknown },
): Promise<void> {
  const work = handle(context, options)
  context.running.add(work)
  await work.finally(() => context.running.delete(work))
}

async function handle<T extends Inbound>(
  context: ListenerContext,
  options: { listener: Listener<T>; body: unknown },
): Promise<void> {
  const { listener, body } = options
  const { logger } = context
  const facts: Record<string, unknown> = { listener: listener.name }
  const whose = interactionSchema.safeParse(body)
  if (!whose.success) return logger.error({ ...facts, err: whose.error }, 'discord interaction is unreadable')
  const { account, delivery, reply } = toInbound(whose.data)
  Object.assign(facts, { delivery, userId: reply.userId })
  let isOurs: boolean | null = null
  try {
    const answering = run(context, { listener, body, workspace: account.workspace })
    const first = await Promise.race([answering, nextTurn(null)])
    if (first !== null && 'form' in first) {
      return await openForm(context, { reply, ...first })
    }
    isOurs = await acknowledge(context, { reply, facts })
    const answer = await answering
    if ('form' in answer) throw new Error('The form came after something had been waited for.')
    if (isOurs) await tell(context, { reply, answer, isFollowUp: false, facts })
  } catch (error) {
    if (error instanceof BaseError) logger.warn({ ...facts, err: error }, 'discord listener refused')
    else logger.error({ ...facts, err: error }, 'discord listener failed')
    isOurs ??= await acknowledge(context, { reply, facts })
    // What was refused may be tried again: its buttons stay.
    const isFollowUp = reply.replacesOriginal
    if (isOurs) await tell(context, { reply, answer: { message: describeError(error) }, isFollowUp, facts })
  }
}

async function run<T extends Inbound>(
  context: ListenerContext,
  options: { listener: Listener<T>; body: unknown; workspace: string },
): Promise<Outcome> {
  const { listener, body, workspace } = options
  if (workspace === noGuild) {
    throw new RefusalError({
      code: 'NO_GUILD',
      message:
        'A direct message belongs to no server, so MediKey cannot tell who you are there, and nothing was changed. Use it in a channel of your server.',
    })
  }
  return listener.run(context, listener.schema.parse(body))
}

/** Never throws: what was done stays done, also when nobody can be told. */
async function tell(
  context: ListenerContext,
  options: {
    reply: ReplyAddress
    answer: Exclude<Outcome, { form: unknown }>
    isFollowUp: boolean
    facts: Record<string, unknown>
  },
): Promise<void> {
  const { reply, answer, isFollowUp, facts } = options
  try {
    await answerPerson(context, { reply, ...answer, isFollowUp })
  } catch (error) {
    context.logger.error({ ...facts, err: error }, 'discord person could not be answered')
  }
}
