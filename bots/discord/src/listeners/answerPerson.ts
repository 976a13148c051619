import type { Message } from '@medikey/core'
import { MessageFlags, Routes } from 'discord.js'
import { toContent } from '../components/toContent.ts'
import { openDirect } from '../connection/openDirect.ts'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import type { Retry } from '../views/Retry.ts'
import type { ListenerContext } from './ListenerContext.ts'

const ORIGINAL = '@original'
const DIRECT_WITHIN_MS = 5000

/**
 * Tells a person something that nobody else sees: in place of the acknowledgement or of the message whose button was
 * used, or where that fails as a direct message.
 *
 * @param options.isFollowUp to tell it beside that message, whose buttons stay
 * @throws when nothing works
 */
export async function answerPerson(
  context: Pick<ListenerContext, 'connection'>,
  options: { reply: ReplyAddress; message: Message; retry?: Retry | undefined; isFollowUp: boolean },
): Promise<void> {
  const { rest, answers, workspace, applicationId } = context.connection
  const { userId, token } = options.reply
  const { message, retry, isFollowUp } = options
  const body = { ...toContent(message, { workspace, retry }), allowed_mentions: { parse: [] } }
  const ways: (() => Promise<unknown>)[] = [
    () =>
      isFollowUp
        ? answers.post(Routes.webhook(applicationId, token), {
            auth: false,
            body: { ...body, flags: body.flags | MessageFlags.Ephemeral },
          })
        : answers.patch(Routes.webhookMessage(applicationId, token, ORIGINAL), { auth: false, body }),
    async () => {
      const signal = AbortSignal.timeout(DIRECT_WITHIN_MS)
      const channel = await openDirect(rest, { userId, signal })
      await rest.post(Routes.channelMessages(channel), { body, signal })
    },
  ]
  const failures: unknown[] = []
  for (const tell of ways) {
    try {
      await tell()
      return
    } catch (error) {
      failures.push(error)
    }
  }
  throw new AggregateError(failures, 'The person could not be answered.')
}
