import { type FakeMessage, type FakeSlack, renderText } from '@medikey/slack/testing'
import { waitUntil } from './waitUntil.ts'
import { toSlackId } from './writeMedikeyConfig.ts'

const WITHIN_MS = 20_000

/** A request that was asked for, with its card in the approvals channel. */
export type Asked = { readonly requestId: string; readonly card: FakeMessage }

/**
 * Types a command that asks for something, and waits for the answer and for the card.
 *
 * @param options.by handle of who asks
 * @param options.text what follows `/medikey`
 * @throws Error when no request comes of it
 * @example
 * const { card } = await ask(slack, { by: 'alice', text: 'grant 1 @nadia 500 ward round' })
 */
export async function ask(slack: FakeSlack, options: { by: string; text: string }): Promise<Asked> {
  const user = toSlackId(options.by)
  const earlier = slack.ephemerals(user).length
  await slack.command({ user, text: options.text })
  const answer = await waitUntil({
    what: `the answer to ${options.text}`,
    withinMs: WITHIN_MS,
    look: () => slack.ephemerals(user)[earlier],
  })
  const requestId = /waits for the Chief.*Request `?(\w+)/s.exec(renderText(answer))?.[1]
  if (requestId === undefined) throw new Error(`${options.text} led to no request: ${renderText(answer)}`)
  const card = await waitUntil({
    what: `the card of request ${requestId}`,
    withinMs: WITHIN_MS,
    look: () => findCard(slack, { requestId }),
  })
  return { requestId, card }
}

function findCard(slack: FakeSlack, options: { requestId: string }): FakeMessage | undefined {
  return slack
    .messages('C0APPROVE')
    .find(({ metadata }) => metadata?.event_payload.request_id === options.requestId)
}
