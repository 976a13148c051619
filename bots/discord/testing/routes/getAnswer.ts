import { toWireMessage } from '../wire/toWireMessage.ts'
import { findAnswer } from './findAnswer.ts'
import type { Route } from './Route.ts'

/** `GET /webhooks/:application/:token/messages/:message` */
export const getAnswer: Route = (world, { params }) => ({
  status: 200,
  body: toWireMessage(world, findAnswer(world, params)),
})
