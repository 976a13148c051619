export { Counter, Gauge, Histogram, Registry } from 'prom-client'
export type {
  ApprovalPolicy,
  Channels,
  Config,
  DiscordAccess,
  DiscordConfig,
  Identity,
  LogLevel,
  NetworkName,
  Places,
  SlackConfig,
} from './config/Config.ts'
export { ConfigError } from './config/ConfigError.ts'
export { configSecrets } from './config/configSecrets.ts'
export { type LoadConfigOptions, loadConfig } from './config/loadConfig.ts'
export { loadDiscordAccess } from './config/loadDiscordAccess.ts'
export { loadPlaces } from './config/loadPlaces.ts'
export { ControlError } from './control/ControlError.ts'
export type { ControlHandler } from './control/ControlHandler.ts'
export { callControl } from './control/callControl.ts'
export { defineControlHandler } from './control/defineControlHandler.ts'
export { NotRunningError } from './control/NotRunningError.ts'
export { RemoteError } from './control/RemoteError.ts'
export { type ControlServer, serveControl } from './control/serveControl.ts'
export { checkDataDir } from './data-directory/checkDataDir.ts'
export { createDataDir } from './data-directory/createDataDir.ts'
export { DataDirectoryError } from './data-directory/DataDirectoryError.ts'
export { DataDirectoryLockedError } from './data-directory/DataDirectoryLockedError.ts'
export type { LockHolder } from './data-directory/LockHolder.ts'
export { type DataDirLock, lockDataDir } from './data-directory/lockDataDir.ts'
export {
  type CreateHttpServerOptions,
  createHttpServer,
  type HttpServer,
  type NodeHandler,
} from './http/createHttpServer.ts'
export { isLoopbackHost } from './http/isLoopbackHost.ts'
export { ListenFailedError } from './http/ListenFailedError.ts'
export { PortTakenError } from './http/PortTakenError.ts'
export type { ReadinessCheck } from './http/runReadinessChecks.ts'
export { type CreateLoggerOptions, createLogger } from './logging/createLogger.ts'
export type { Logger } from './logging/Logger.ts'
export { createSecret } from './secret/createSecret.ts'
export type { Secret } from './secret/Secret.ts'
export {
  type CreateShutdownOptions,
  createShutdown,
  type Shutdown,
  type ShutdownPart,
} from './shutdown/createShutdown.ts'
