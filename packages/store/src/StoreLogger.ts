/** What the store says to the log: a constant message and facts. A pino logger fits. */
export type StoreLogger = {
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
