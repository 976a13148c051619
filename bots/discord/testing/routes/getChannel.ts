import { toWireChannel } from '../wire/toWireChannel.ts'
import { findChannel } from './findChannel.ts'
import type { Route } from './Route.ts'

/** `GET /channels/:channel` */
export const getChannel: Route = (world, { params }) => ({
  status: 200,
  body: toWireChannel(world, findChannel(world, params.channel)),
})
