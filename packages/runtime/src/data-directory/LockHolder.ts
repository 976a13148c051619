/** Who holds a lock, as told to whoever finds it taken. */
export type LockHolder = {
  readonly pid: number
  /** ISO 8601, when the lock was taken. */
  readonly since: string
  readonly command: string
}
