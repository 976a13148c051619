import type { Config } from '@medikey/runtime'

/** Says that medikey.yaml speaks of Slack while the token is missing that would connect to it; null where all fits. */
export function describeUnusedSlack(config: Pick<Config, 'slack' | 'namesSlack'>): string | null {
  if (config.slack !== null || !config.namesSlack) return null
  return 'medikey.yaml names Slack channels or people, but SLACK_BOT_TOKEN is not set, so Slack is not used. Set it together with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.'
}
