import type { Logger as PinoLogger } from 'pino'

/** The logger that every room is handed: a constant message, facts in fields. */
export type Logger = PinoLogger
