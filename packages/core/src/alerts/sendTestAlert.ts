import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import { createMessage } from '../messages/createMessage.ts'
import { demoFooter } from '../messages/demoFooter.ts'
import type { AlertPayload } from '../model/AlertPayload.ts'
import type { Destination } from '../model/Destination.ts'
import type { MessageRef } from '../model/Post.ts'
import type { Messenger } from '../ports/Messenger.ts'
import type { Webhook } from '../ports/Webhook.ts'
import { listDestinations } from './listDestinations.ts'

const ALERT_ID = 'test'

/** What came back from one destination. */
export type TestedDestination = { readonly destination: Destination } & (
  | { readonly ref: MessageRef }
  /** The HTTP status that a webhook answered. */
  | { readonly status: number }
  | { readonly error: string }
)

/**
 * Sends a test through every route: to each destination that is configured, once, past the queue. Nothing of it is kept,
 * and no alert is changed.
 *
 * @param options.messengers what this process can send to
 * @returns what came back from each, in the order of the configuration
 * @example
 * await sendTestAlert(deps, { messengers: [slack, webhook] }) // [{ destination: 'webhook', status: 204 }, …]
 */
export async function sendTestAlert(
  deps: Pick<Deps, 'settings' | 'clock'>,
  options: { messengers: readonly (Messenger | Webhook)[] },
): Promise<TestedDestination[]> {
  return Promise.all(
    listDestinations(deps.settings).map(async (destination) => {
      const messenger = options.messengers.find(({ platform }) => platform === destination)
      if (messenger === undefined)
        return { destination, error: 'This process does not serve it: ask the one that does.' }
      try {
        return { destination, ...(await send(deps, messenger)) }
      } catch (error) {
        if (!(error instanceof MessengerError)) throw error
        return { destination, error: error.shortMessage }
      }
    }),
  )
}

async function send(
  deps: Pick<Deps, 'settings' | 'clock'>,
  messenger: Messenger | Webhook,
): Promise<{ ref: MessageRef } | { status: number }> {
  const key = randomUUID()
  if (messenger.platform === 'webhook') return messenger.postEvent({ key, payload: composePayload(deps) })
  const message = createMessage({
    title: 'Test: alerts arrive here',
    paragraphs: [['Somebody tried with medikey alerts test whether alerts arrive. Nothing is wrong.']],
    footer: demoFooter(deps.settings),
  })
  return { ref: await messenger.postAlert({ key, alertId: ALERT_ID, message, maybePosted: false }) }
}

function composePayload({ settings, clock }: Pick<Deps, 'settings' | 'clock'>): AlertPayload {
  const { network, contract, demo } = settings
  return {
    type: 'medikey.alert.test.v1',
    timestamp: clock.now().toISOString(),
    data: { network, contract, demo },
  }
}
