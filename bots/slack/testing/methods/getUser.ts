import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'

/** `users.info` */
export const getUser: Method = (world, args) => {
  const user = typeof args.user === 'string' ? world.users.get(args.user) : undefined
  if (user === undefined) return refuse('user_not_found')
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: user.team,
      name: user.name,
      real_name: user.name,
      deleted: false,
      is_bot: false,
    },
  }
}
