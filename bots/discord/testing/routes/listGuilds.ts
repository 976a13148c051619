import { allPermissions } from '../permissions.ts'
import type { Route } from './Route.ts'

/** `GET /users/@me/guilds` */
export const listGuilds: Route = (world) => ({
  status: 200,
  body: [
    {
      id: world.guild.id,
      name: world.guild.name,
      icon: null,
      owner: false,
      permissions: allPermissions,
      features: [],
    },
  ],
})
