import { createClinic } from '@medikey/core/testing'
import { createLogger } from '@medikey/runtime'
import { connectSlack, createSlackApp } from '@medikey/slack'

/**
 * MediKey's app on a double of Slack, in Socket Mode, over core with its store and its ledger in memory: what is measured
 * is the way of a command through the bot and core. Run as a process of its own.
 */
async function main(): Promise<void> {
  const {
    SLACK_API_URL: apiUrl = '',
    SLACK_BOT_TOKEN: botToken = '',
    SLACK_APP_TOKEN: appToken = '',
  } = process.env
  // As in production: what happens is logged, and goes somewhere.
  const logger = createLogger({ level: 'info', name: 'medikey' })
  const connection = await connectSlack({
    config: { mode: 'socket', botToken, appToken, apiUrl },
    channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    logger,
  })
  const app = createSlackApp(createClinic({ platform: 'slack' }).deps, { connection, logger })
  await app.start()
  process.stdout.write('ready\n')
}

await main()
