import type { Method } from './Method.ts'

/** `auth.test` */
export const authTest: Method = (world) => ({
  ok: true,
  url: `https://${world.team.domain}.slack.com/`,
  team: world.team.domain,
  team_id: world.team.id,
  user: 'medikey',
  user_id: world.bot.userId,
  bot_id: world.bot.botId,
  is_enterprise_install: false,
})
