import { z } from 'zod'
import { openDirectChannel } from '../openDirectChannel.ts'
import { snowflake } from '../schemas/fieldSchemas.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireChannel } from '../wire/toWireChannel.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import type { Route } from './Route.ts'

/** `POST /users/@me/channels`: whether the person takes messages shows when one is posted. */
export const openDirect: Route = (world, { body }) => {
  const { recipient_id: user } = parseForm(z.object({ recipient_id: snowflake }), body)
  if (!world.users.has(user)) throw new ApiRefusal(10013)
  return { status: 200, body: toWireChannel(world, openDirectChannel(world, user)) }
}
