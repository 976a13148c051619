export { connectSlack } from './connection/connectSlack.ts'
export type { SlackConfig } from './connection/SlackConfig.ts'
export type { SlackConnection } from './connection/SlackConnection.ts'
export { SlackConnectionError } from './errors/SlackConnectionError.ts'
