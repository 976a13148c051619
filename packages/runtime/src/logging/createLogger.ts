import { type ChildLoggerOptions, type DestinationStream, destination as openDestination, pino } from 'pino'
import type { LogLevel } from '../config/Config.ts'
import type { Secret } from '../secret/Secret.ts'
import { createLineRedactor } from './createLineRedactor.ts'
import type { Logger } from './Logger.ts'
import { toLoggable } from './toLoggable.ts'

/** What {@link createLogger} writes, and where. */
export type CreateLoggerOptions = {
  /** Lines below it are not written. */
  level: LogLevel
  /** Which process writes, e.g. `medikey`. */
  name: string
  /** Known secret values that may appear in no line; see `configSecrets`. */
  secrets?: readonly Secret[] | (() => readonly Secret[])
  /** Where the lines go; stderr by default, since stdout belongs to a command's own output. */
  destination?: DestinationStream
}

/**
 * Creates the logger of a process: JSON lines in which nothing secret stands. Fields with secret-looking
 * names are redacted at any depth, errors are reduced to what is known to be safe, and known values are
 * replaced wherever they still turn up.
 *
 * @example
 * const logger = createLogger({ level: 'info', name: 'medikey', secrets: configSecrets(config) })
 * logger.info({ requestId, txid }, 'Transaction broadcast')
 */
export function createLogger(options: CreateLoggerOptions): Logger {
  const { secrets = [] } = options
  const redactLine = createLineRedactor(typeof secrets === 'function' ? secrets : () => secrets)
  const clean = (fields: object) => toLoggable(fields) as Record<string, unknown>
  const logger: Logger = pino(
    {
      level: options.level,
      name: options.name,
      formatters: { log: clean, bindings: clean, level: (label) => ({ level: label }) },
      // Errors arrive here already serialised; pino's own serializer would take them for errors once more.
      serializers: { err: (err: unknown) => err },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: redactLine },
    },
    // Synchronous, so that the last line before an exit is not lost.
    options.destination ?? openDestination({ fd: 2, sync: true }),
  )
  // pino forgets `formatters.bindings` in its children, so the fields of a child are cleaned on their way in.
  const { child, setBindings } = logger
  return Object.assign(logger, {
    child(this: Logger, bindings: object, childOptions?: ChildLoggerOptions): Logger {
      return Reflect.apply(child, this, [clean(bindings), childOptions])
    },
    setBindings(this: Logger, bindings: object): void {
      Reflect.apply(setBindings, this, [clean(bindings)])
    },
  })
}
