import type { Secret } from '../secret/Secret.ts'
import type { Config } from './Config.ts'

/**
 * Every secret of a configuration, for the logger to look out for.
 *
 * @example
 * createLogger({ level: config.logLevel, name: 'medikey', secrets: configSecrets(config) })
 */
export function configSecrets(config: Config): readonly Secret[] {
  const { slack } = config
  return [
    config.stacksApiKey,
    config.databaseUrl,
    config.keystorePassphrase,
    config.discord?.token,
    config.webhookSecret,
    config.heartbeatUrl,
    slack?.botToken,
    ...(slack?.otherBotTokens ?? []),
    slack?.mode === 'socket' ? slack.appToken : slack?.signingSecret,
  ].filter((secret) => secret != null)
}
