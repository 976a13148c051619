import { BaseError } from '@medikey/errors'
import type { Config } from '@medikey/runtime'
import type { Parts } from './Parts.ts'

/**
 * Refuses platforms that cannot be served, before anything is opened.
 *
 * @param options.isNamed whether the parts were asked for by name
 * @throws BaseError SLACK_NOT_CONFIGURED, DISCORD_NOT_CONFIGURED
 */
export function checkPlatforms(options: {
  config: Pick<Config, 'slack' | 'discord'>
  parts: Parts
  isNamed: boolean
}): void {
  const { config, parts, isNamed } = options
  if (config.slack === null && isNamed && parts.slack) {
    throw new BaseError({
      code: 'SLACK_NOT_CONFIGURED',
      shortMessage:
        '--only names slack, but Slack is not configured: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
    })
  }
  if (config.discord === null && isNamed && parts.discord) {
    throw new BaseError({
      code: 'DISCORD_NOT_CONFIGURED',
      shortMessage: '--only names discord, but Discord is not configured: set DISCORD_TOKEN.',
    })
  }
}
