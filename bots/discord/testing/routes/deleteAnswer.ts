import { findAnswer } from './findAnswer.ts'
import type { Route } from './Route.ts'
import { removeMessage } from './removeMessage.ts'

/** `DELETE /webhooks/:application/:token/messages/:message` */
export const deleteAnswer: Route = (world, { params }) => {
  removeMessage(world, findAnswer(world, params))
  return { status: 204, body: null }
}
