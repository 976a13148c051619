import { messageFlags } from '../messageFlags.ts'
import { messageEditSchema } from '../schemas/messageSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { changeMessage } from './changeMessage.ts'
import { findAnswer } from './findAnswer.ts'
import type { Route } from './Route.ts'
import { readContent } from './readContent.ts'

/** `PATCH /webhooks/:application/:token/messages/:message` */
export const editAnswer: Route = (world, { params, body }) => {
  const message = findAnswer(world, params)
  const edit = parseForm(messageEditSchema, body)
  const settable = messageFlags.suppressEmbeds | messageFlags.isComponentsV2
  changeMessage(world, message, readContent(world, { edit, current: message, settable }))
  return { status: 200, body: toWireMessage(world, message) }
}
