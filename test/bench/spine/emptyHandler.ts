import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver } from '@slack/bolt'

/**
 * The least that a Bolt app can do with a command: check the signature and acknowledge. Run as a process of its own, which
 * says on stdout where it listens.
 */
async function main(signingSecret: string): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events' })
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-none', botId: 'B0NONE', botUserId: 'U0NONE' }),
    convoStore: false,
    ignoreSelf: false,
  })
  app.command(/.*/, ({ ack }) => ack())
  const server = createServer((request, response) => receiver.requestListener(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events\n`)
}

await main(process.env.SLACK_SIGNING_SECRET ?? '')
