import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'

/**
 * The least that a Bolt app can do with a command: acknowledge it, and answer what it is given. Run as a process of its
 * own.
 */
async function main(): Promise<void> {
  const {
    SLACK_API_URL: slackApiUrl = '',
    SLACK_BOT_TOKEN: token = '',
    SLACK_APP_TOKEN: appToken = '',
  } = process.env
  const answer = JSON.parse(process.env.ANSWER ?? '{}')
  const clientOptions = { slackApiUrl }
  const app = new App({
    token,
    clientOptions,
    receiver: new SocketModeReceiver({
      appToken,
      installerOptions: { clientOptions },
      logLevel: LogLevel.ERROR,
    }),
    logLevel: LogLevel.ERROR,
  })
  app.command(/.*/, async ({ ack, respond }) => {
    await ack()
    await respond({ response_type: 'ephemeral', ...answer })
  })
  await app.start()
  process.stdout.write('ready\n')
}

await main()
