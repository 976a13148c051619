import { toWireUser } from '../wire/toWireUser.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import type { Route } from './Route.ts'

/** `GET /users/:user`, where `@me` is the app itself */
export const getUser: Route = (world, { params }) => {
  const id = params.user === '@me' ? world.applicationId : (params.user ?? '')
  if (id !== world.applicationId && !world.users.has(id)) throw new ApiRefusal(10013)
  return { status: 200, body: toWireUser(world, id) }
}
