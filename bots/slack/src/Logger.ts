type Write = (fields: Record<string, unknown>, message: string) => void

/** What this package needs of a logger; a pino logger is one. */
export type Logger = {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}
