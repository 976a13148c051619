import { toWireMessage } from '../wire/toWireMessage.ts'
import { findChannel } from './findChannel.ts'
import { findMessage } from './findMessage.ts'
import type { Route } from './Route.ts'

/** `GET /channels/:channel/messages/:message` */
export const getMessage: Route = (world, { params }) => {
  const channel = findChannel(world, params.channel, 'ReadMessageHistory')
  return {
    status: 200,
    body: toWireMessage(world, findMessage(world, { channel: channel.id, id: params.message })),
  }
}
