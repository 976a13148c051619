import type { Deps, Webhook } from '@medikey/core'
import { createWebhook } from '@medikey/jobs'
import { type Config, ConfigError } from '@medikey/runtime'

/**
 * Opens the webhook that medikey.yaml names; null where it names none.
 *
 * @throws ConfigError where its secret is missing
 */
export function openWebhook(
  deps: { settings: Pick<Deps['settings'], 'alerts'> },
  options: { config: Pick<Config, 'webhookSecret'> },
): Webhook | null {
  const { webhook } = deps.settings.alerts
  if (webhook === null) return null
  const { webhookSecret } = options.config
  if (webhookSecret !== null) return createWebhook({ url: webhook.url, secret: webhookSecret })
  throw new ConfigError({
    problems: [
      'MEDIKEY_WEBHOOK_SECRET is missing: alerts.webhook.url is set, and what is sent there is signed with it. Choose 24 characters or more that both sides know.',
    ],
  })
}
