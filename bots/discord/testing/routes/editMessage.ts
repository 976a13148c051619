import { messageFlags } from '../messageFlags.ts'
import { messageEditSchema } from '../schemas/messageSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { changeMessage } from './changeMessage.ts'
import { findChannel } from './findChannel.ts'
import { findMessage } from './findMessage.ts'
import type { Route } from './Route.ts'
import { readContent } from './readContent.ts'

/** `PATCH /channels/:channel/messages/:message` */
export const editMessage: Route = (world, { params, body }) => {
  const channel = findChannel(world, params.channel)
  const message = findMessage(world, { channel: channel.id, id: params.message })
  if (message.author !== world.applicationId) throw new ApiRefusal(50005)
  const edit = parseForm(messageEditSchema, body)
  const settable = messageFlags.suppressEmbeds | messageFlags.isComponentsV2
  changeMessage(world, message, readContent(world, { edit, current: message, settable }))
  return { status: 200, body: toWireMessage(world, message) }
}
