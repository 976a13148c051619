import { messageFlags } from '../messageFlags.ts'
import { messageSchema } from '../schemas/messageSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { refuseForm } from '../schemas/refuseForm.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { addMessage } from './addMessage.ts'
import { findChannel } from './findChannel.ts'
import type { Route } from './Route.ts'
import { readContent } from './readContent.ts'
import { takeFiles } from './takeFiles.ts'

/** How long Discord remembers a nonce: “the past few minutes”. */
const NONCE_LIFE_MS = 5 * 60_000

const SETTABLE =
  messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.isComponentsV2

/** `POST /channels/:channel/messages` */
export const createMessage: Route = (world, { params, body, files }) => {
  const known = world.channels.get(params.channel ?? '')
  const channel = findChannel(
    world,
    params.channel,
    known?.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages',
  )
  if (channel.directTo !== null && !world.users.get(channel.directTo)?.takesDirectMessages)
    throw new ApiRefusal(50007)
  const form = parseForm(messageSchema, body)
  const attachments = takeFiles(world, { channel: channel.id, files, named: form.attachments ?? null })
  const content = readContent(world, { edit: form, current: null, settable: SETTABLE, attachments })
  const reference = form.message_reference ?? null
  if (
    reference !== null &&
    reference.fail_if_not_exists !== false &&
    !world.messages.some((message) => message.id === reference.message_id && message.channel === channel.id)
  )
    throw refuseForm({
      path: ['message_reference'],
      code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
      message: 'Unknown message',
    })
  const nonce = form.nonce ?? null
  const same =
    form.enforce_nonce && nonce !== null
      ? world.messages.findLast(
          (message) => message.nonce === nonce && world.now() - message.createdAt < NONCE_LIFE_MS,
        )
      : undefined
  const message = same ?? addMessage(world, { channel: channel.id, content, nonce })
  return { status: 200, body: { ...toWireMessage(world, message), ...(nonce === null ? {} : { nonce }) } }
}
