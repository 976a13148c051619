import type { IncomingMessage, ServerResponse } from 'node:http'

/** What listens to people on one chat platform. */
export type ChatApp = {
  readonly platform: 'slack' | 'discord'
  /** Where the platform calls us instead of the other way round: takes its requests. */
  readonly requestListener?: (request: IncomingMessage, response: ServerResponse) => void
  start(): Promise<void>
  /** Takes nothing new and waits for what was acknowledged. */
  stop(): Promise<void>
  isConnected(): boolean
}
