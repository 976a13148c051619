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
export { type LoadConfigOptions, loadConfig } from './config/loadConfig.ts'
export { createSecret } from './secret/createSecret.ts'
export type { Secret } from './secret/Secret.ts'
