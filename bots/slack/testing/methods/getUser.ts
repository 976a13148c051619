import { findUser } from './findUser.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

/** `users.info` */
export const getUser: Method = {
  token: 'bot',
  scopes: ['users:read'],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    const user = findUser(world, { team: team.id, id: args.user })
    if (user === undefined) return refuse('user_not_found')
    return {
      ok: true,
      user: {
        id: user.id,
        team_id: user.team,
        name: user.name,
        real_name: user.name,
        deleted: user.hasLeft,
        is_bot: false,
      },
    }
  },
}
