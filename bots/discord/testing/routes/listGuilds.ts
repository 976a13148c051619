import { allPermissions } from '../permissions.ts'
import type { Route } from './Route.ts'

/** `GET /users/@me/guilds` */
export const listGuilds: Route = (world) => ({
  status: 200,
  body: [...world.guilds.values()].map(({ id, name }) => ({
    id,
    name,
    icon: null,
    owner: false,
    permissions: allPermissions,
    features: [],
  })),
})
