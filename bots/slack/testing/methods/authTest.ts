import type { Method } from './Method.ts'

/** `auth.test` */
export const authTest: Method = {
  token: 'bot',
  scopes: [],
  perMinute: null,
  answer: (_, { team }) => ({
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.domain,
    team_id: team.id,
    user: 'medikey',
    user_id: team.bot.userId,
    bot_id: team.bot.botId,
    is_enterprise_install: team.isEnterpriseInstall,
  }),
}
