import { createLogger, type Logger } from '@medikey/runtime'

/** A line of the log, parsed. */
export type Line = { readonly level: string; readonly msg: string } & Readonly<Record<string, unknown>>

/** Makes a logger whose lines a test can read. */
export function createRecordedLogger(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = []
  const logger = createLogger({
    level: 'debug',
    name: 'jobs',
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  })
  return { logger, lines }
}
