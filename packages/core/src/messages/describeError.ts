import { BaseError } from '@medikey/errors'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/**
 * What a person is told about an error: its own sentence where it has one, never a stack, a key or a token.
 *
 * @example
 * await submitRequest(deps, options).catch((error: unknown) => ({ message: describeError(error) }))
 */
export function describeError(error: unknown): Message {
  return createMessage({
    tone: 'bad',
    paragraphs: [
      [
        error instanceof BaseError
          ? error.userMessage
          : 'Something went wrong on MediKey’s side, and nothing was changed as far as it can tell. Try again; if it stays so, tell your MediKey administrator the time it happened.',
      ],
    ],
  })
}
