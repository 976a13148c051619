import { createLogger } from '../src/logging/createLogger.ts'
import type { Logger } from '../src/logging/Logger.ts'

/**
 * A logger whose lines can be read back.
 *
 * @example
 * const { logger, lines } = createTestLogger()
 */
export function createTestLogger(): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) }
  return { logger: createLogger({ level: 'debug', name: 'test', destination }), lines }
}
