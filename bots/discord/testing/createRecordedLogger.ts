import { createLogger, type Logger } from '@medikey/runtime'

/** A line of the log. */
export type LogEntry = {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Makes a logger whose lines a test can read. */
export function createRecordedLogger(): { logger: Logger; log: LogEntry[] } {
  const log: LogEntry[] = []
  const write = (line: string) => {
    const {
      level,
      time: _time,
      pid: _pid,
      hostname: _host,
      name: _name,
      msg: message,
      ...fields
    } = JSON.parse(line)
    log.push({ level, message, fields })
  }
  return { logger: createLogger({ level: 'debug', name: 'discord', destination: { write } }), log }
}
