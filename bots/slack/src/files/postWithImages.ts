import { type Image, type Message, type MessageRef, MessengerError } from '@medikey/core'
import { WebAPIPlatformError } from '@slack/web-api'
import type { SlackWorkspace } from '../connection/SlackWorkspace.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import type { UploadedImage, Uploads } from './createUploads.ts'

/** How often Slack may still be busy with a message's pictures before its words go alone. */
const MOST_REFUSALS = 5
const AGAIN_MS = 2_000

/**
 * Posts a message that shows pictures. Slack takes a picture and works on it for a while; a message that shows it earlier
 * is refused, and tried again. Where pictures cannot be had at all, the words go alone and say why.
 *
 * @param options.post posts the message with the pictures that it is given
 * @throws MessengerError where another try can help
 */
export async function postWithImages(
  deps: { uploads: Uploads },
  options: {
    at: SlackWorkspace
    key: string
    message: Message
    images: readonly Image[]
    post: (shown: { message: Message; images: readonly UploadedImage[] }) => Promise<MessageRef>
  },
): Promise<MessageRef> {
  const { uploads } = deps
  const { at, key, message, images, post } = options
  const postWords = (why: string) => post({ message: noteMissing(message, why), images: [] })
  if (images.length === 0) return post({ message, images: [] })

  let uploaded: readonly UploadedImage[]
  try {
    uploaded = await uploads.upload({ at, key, images })
  } catch (error) {
    const failure = toMessengerError(error)
    if (failure.retryAfterMs === null) return postWords(failure.shortMessage)
    throw failure
  }
  try {
    const ref = await post({ message, images: uploaded })
    uploads.forget(key)
    return ref
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'invalid_blocks') throw error
    if (uploads.countRefusal(key) >= MOST_REFUSALS) return postWords('Slack does not show them.')
    throw new MessengerError({
      platform: 'slack',
      shortMessage: 'Slack is still at work on the pictures.',
      retryAfterMs: AGAIN_MS,
      ambiguous: false,
      cause: error,
    })
  }
}

function noteMissing(message: Message, why: string): Message {
  return { ...message, footer: [...message.footer, [`Without its pictures: ${why}`]] }
}
