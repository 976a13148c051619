import type { Message } from '@medikey/core'
import { toBlocks } from '../blocks/toBlocks.ts'
import { toFallbackText } from '../blocks/toFallbackText.ts'
import { getWorkspace } from '../connection/getWorkspace.ts'
import { openDirect } from '../connection/openDirect.ts'
import { publishHome } from '../home/publishHome.ts'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import type { ListenerContext } from './ListenerContext.ts'

const ANSWER_WITHIN_MS = 4000

/**
 * Tells a person something that nobody else sees: on their Home tab where they acted there, else through the response
 * address, or where that fails in the channel, or as a direct message.
 *
 * @throws when nothing works
 */
export async function answerPerson(
  context: Pick<ListenerContext, 'deps' | 'connection'>,
  options: { reply: ReplyAddress; message: Message },
): Promise<void> {
  const { client, ...team } = getWorkspace(context.connection, options.reply)
  const { userId, responseUrl, channel, replacesOriginal, home } = options.reply
  const content = {
    text: toFallbackText(options.message),
    blocks: toBlocks(options.message, team),
  }
  const ways: (() => Promise<unknown>)[] = [
    ...(home === null ? [] : [() => publishHome(context, { account: home, answer: options.message })]),
    ...(responseUrl === null
      ? []
      : [() => postToResponseUrl(responseUrl, { ...content, replace_original: replacesOriginal })]),
    ...(channel === null ? [] : [() => client.chat.postEphemeral({ channel, user: userId, ...content })]),
    async () => {
      const direct = await openDirect(client, { userId })
      await client.chat.postMessage({ channel: direct, ...content, unfurl_links: false })
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

async function postToResponseUrl(responseUrl: string, content: object): Promise<void> {
  const answer = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...content }),
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The response address answered with HTTP status ${answer.status}.`)
}
