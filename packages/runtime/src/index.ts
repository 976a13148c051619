export type {
  ApprovalPolicy,
  Channels,
  Config,
  DiscordConfig,
  Identity,
  LogLevel,
  NetworkName,
  SlackConfig,
} from './config/Config.ts'
export { ConfigError } from './config/ConfigError.ts'
export { configSecrets } from './config/configSecrets.ts'
export { type LoadConfigOptions, loadConfig } from './config/loadConfig.ts'
export { type CreateLoggerOptions, createLogger } from './logging/createLogger.ts'
export type { Logger } from './logging/Logger.ts'
export { createSecret } from './secret/createSecret.ts'
export type { Secret } from './secret/Secret.ts'
