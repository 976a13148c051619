import type { Logger } from '@medikey/runtime'
import { LogLevel, type Logger as SlackLogger } from '@slack/web-api'
import { redactTokens } from './redactTokens.ts'

/**
 * Lets Slack's libraries write into our log. Their debug lines hold whole payloads and are dropped, whatever the level;
 * the rest is a detail of a constant message, without tokens.
 */
export function createSlackLogger(logger: Logger): SlackLogger {
  const toFields = (parts: readonly unknown[]) => ({ detail: redactTokens(parts.map(String).join(' ')) })
  return {
    debug: () => undefined,
    info: (...parts) => logger.debug(toFields(parts), 'slack library told'),
    warn: (...parts) => logger.warn(toFields(parts), 'slack library warned'),
    error: (...parts) => logger.error(toFields(parts), 'slack library failed'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
