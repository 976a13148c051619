import { ConfigError } from '@medikey/runtime'
import { openWebhook } from '../compose/openWebhook.ts'
import type { FullConfig } from '../config/readConfig.ts'
import type { Check } from './Check.ts'

/** Says whether what is sent to the webhook can be signed; nothing where there is none. Its address may be a secret. */
export function checkWebhook(config: Pick<FullConfig, 'alerts' | 'webhookSecret'>): Check[] {
  const name = 'webhook'
  try {
    if (openWebhook({ settings: config }, { config }) === null) return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((detail) => ({ name, ok: false, detail }))
  }
  const detail =
    'alerts.webhook.url is configured, and what is sent there is signed. Whether it is taken is not tried here: medikey alerts test does.'
  return [{ name, ok: true, isNeutral: true, detail }]
}
