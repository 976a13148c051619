import type { Logger } from '@medikey/runtime'
import type { App } from '@slack/bolt'

/**
 * Makes Bolt acknowledge also what it makes nothing of. It would leave that unanswered, or break on it, and Slack would
 * send it again and again.
 */
export function acknowledgeAll(bolt: App, options: { logger: Logger }): void {
  const processEvent = bolt.processEvent.bind(bolt)
  bolt.processEvent = async (event) => {
    let isAcknowledged = false
    try {
      await processEvent({
        ...event,
        ack(response) {
          isAcknowledged = true
          return event.ack(response)
        },
      })
    } catch (error) {
      options.logger.error({ err: error }, 'slack event could not be read')
    }
    if (!isAcknowledged) await event.ack()
  }
}
