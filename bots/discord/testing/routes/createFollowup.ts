import { messageFlags } from '../messageFlags.ts'
import { messageEditSchema } from '../schemas/messageSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { addMessage } from './addMessage.ts'
import { changeMessage } from './changeMessage.ts'
import { findByToken } from './findByToken.ts'
import type { Route } from './Route.ts'
import { readContent } from './readContent.ts'

const { ephemeral, isComponentsV2, suppressEmbeds, suppressNotifications } = messageFlags

/** `POST /webhooks/:application/:token`: right after a deferral it is the answer that was being thought about. */
export const createFollowup: Route = (world, { params, body }) => {
  const interaction = findByToken(world, params)
  const edit = parseForm(messageEditSchema, body)
  const { original, channel } = interaction
  if (original?.isLoading) {
    const settable = isComponentsV2 | suppressEmbeds
    changeMessage(world, original, readContent(world, { edit, current: original, settable }))
    return { status: 200, body: toWireMessage(world, original) }
  }
  const settable = ephemeral | isComponentsV2 | suppressEmbeds | suppressNotifications
  const content = readContent(world, { edit, current: null, settable })
  return { status: 200, body: toWireMessage(world, addMessage(world, { channel, content, interaction })) }
}
