import type { Config, Logger } from '@medikey/runtime'
import { connectSlack, type SlackConnection, type SlackWorkspace, toMessengerError } from '@medikey/slack'
import { describeUnusedSlack } from '../compose/describeUnusedSlack.ts'
import { toSlackConfig } from '../config/toSlackConfig.ts'
import type { Check } from './Check.ts'
import { checkSlackChannel } from './checkSlackChannel.ts'
import { checkSlackPeople } from './checkSlackPeople.ts'
import { slackScopes } from './slackScopes.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/**
 * Asks Slack who the tokens are for, which scopes they have, and whether both channels are open to the app; and looks
 * for people whom no token reaches.
 */
export async function checkSlack(
  config: Pick<Config, 'slack' | 'discord' | 'namesSlack' | 'demo' | 'identities'>,
  options: { logger: Logger },
): Promise<Check[]> {
  const { slack } = config
  if (slack === null) {
    const unused = describeUnusedSlack(config)
    if (unused !== null) return [{ name: 'slack', ok: false, detail: unused }]
    const detail =
      config.demo && config.discord === null
        ? 'Not configured: the demo is drawn on the terminal instead.'
        : 'Not configured: see "Connecting Slack" in README.md.'
    return [{ name: 'slack', ok: true, isNeutral: true, detail }]
  }
  const { channels } = slack
  let connection: SlackConnection
  try {
    connection = await connectSlack({ config: toSlackConfig(slack), channels, logger: options.logger })
  } catch (error) {
    return [toFailedCheck('slack', error)]
  }
  const reached = connection.workspaces.map(({ bot, workspace }): Check => {
    const detail = `The bot ${bot.userId} is installed in workspace ${workspace}.`
    return { name: 'slack', ok: true, detail }
  })
  const followUps = await Promise.all([
    ...connection.workspaces.map(checkScopes),
    checkDoor(connection),
    ...(['approvals', 'alerts'] as const).map((channel) =>
      checkSlackChannel(connection, { channel, channels }),
    ),
  ])
  return [...reached, ...followUps, ...checkSlackPeople(connection, config)]
}

/** Each workspace granted its own: an old installation may lack what a newer manifest asks for. */
async function checkScopes({ client, workspace }: SlackWorkspace): Promise<Check> {
  const name = 'slack scopes'
  try {
    const granted = (await client.auth.test()).response_metadata?.scopes
    if (granted === undefined)
      return { name, ok: true, isNeutral: true, detail: 'Slack does not tell the scopes of the token.' }
    const missing = slackScopes.filter((scope) => !granted.includes(scope))
    if (missing.length === 0)
      return { name, ok: true, detail: `The app has ${slackScopes.join(', ')} in ${workspace}.` }
    const detail = `The app lacks ${missing.join(', ')} in ${workspace}. Install it there again from bots/slack/manifest.yaml.`
    return { name, ok: false, detail }
  } catch (error) {
    return toFailedCheck(name, toMessengerError(error))
  }
}

/** How Slack reaches us: only the socket can be tried from here. */
async function checkDoor({ client, config }: SlackConnection): Promise<Check> {
  if (config.mode === 'http') {
    const detail =
      'Slack has to reach POST /slack/events of this process over https: set that as request URL in the app.'
    return { name: 'slack http', ok: true, isNeutral: true, detail }
  }
  const name = 'slack socket'
  try {
    await client.apps.connections.open({ token: config.appToken })
    return { name, ok: true, detail: 'SLACK_APP_TOKEN opens sockets.' }
  } catch (error) {
    const { shortMessage } = toMessengerError(error)
    const detail = `SLACK_APP_TOKEN opens no socket: give it the scope connections:write, and enable Socket Mode. ${shortMessage}`
    return { name, ok: false, detail }
  }
}
