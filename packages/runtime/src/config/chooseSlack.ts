import type { SlackAccess } from './Config.ts'
import type { EnvironmentSettings } from './environmentSchema.ts'
import type { Problems } from './Problems.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Decides by the tokens how Slack is reached: bot and app token open Socket Mode, bot token and signing
 * secret the HTTP door. Of several bot tokens the first is for the workspace of the channels. What is
 * present counts even where it is malformed, so that one mistake is not reported as two.
 *
 * @returns Null where Slack is not configured, or not usably.
 * @example
 * chooseSlack({ problems }, { env, settings })?.mode // 'socket'
 */
export function chooseSlack(
  deps: { problems: Problems },
  options: { env: Env; settings: EnvironmentSettings },
): SlackAccess | null {
  const { env, settings } = options
  const bot = isSet(env, 'SLACK_BOT_TOKEN')
  const app = isSet(env, 'SLACK_APP_TOKEN')
  const signing = isSet(env, 'SLACK_SIGNING_SECRET')
  if (app && signing)
    deps.problems.add(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode or the second for HTTP.',
    )
  if (bot && !app && !signing)
    deps.problems.add(
      'SLACK_BOT_TOKEN is set alone: add SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP.',
    )
  if (!bot && (app || signing)) {
    const other = app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'
    deps.problems.add(`${other} is set without SLACK_BOT_TOKEN: add the bot token, which starts with xoxb-.`)
  }
  const [botToken, ...otherBotTokens] = settings.SLACK_BOT_TOKEN ?? []
  if (botToken === undefined) return null
  const access = { botToken, otherBotTokens, apiUrl: `${settings.SLACK_API_URL}/` }
  if (settings.SLACK_APP_TOKEN !== undefined)
    return { ...access, mode: 'socket', appToken: settings.SLACK_APP_TOKEN }
  if (settings.SLACK_SIGNING_SECRET !== undefined)
    return { ...access, mode: 'http', signingSecret: settings.SLACK_SIGNING_SECRET }
  return null
}

const isSet = (env: Env, name: string) => (env[name] ?? '').trim() !== ''
