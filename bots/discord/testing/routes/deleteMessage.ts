import { findChannel } from './findChannel.ts'
import { findMessage } from './findMessage.ts'
import type { Route } from './Route.ts'
import { removeMessage } from './removeMessage.ts'

/** `DELETE /channels/:channel/messages/:message` */
export const deleteMessage: Route = (world, { params }) => {
  const channel = findChannel(world, params.channel)
  removeMessage(world, findMessage(world, { channel: channel.id, id: params.message }))
  return { status: 204, body: null }
}
