/**
 * A value that must not be seen: it prints `[redacted]` in template strings, JSON, the inspector and
 * the log, and gives itself away only when it is asked by name.
 */
export type Secret = {
  /** The value itself. Call it where the value is handed over, never earlier. */
  reveal(): string
  toString(): string
  toJSON(): string
}
