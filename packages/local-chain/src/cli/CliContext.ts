import type { Writable } from 'node:stream'

/** What the command is given of the process it runs in. */
export type CliContext = {
  readonly cwd: string
  /** What was asked for: the description of the chain, JSON, a line for each transaction. */
  readonly stdout: Writable
  /** Progress, warnings and errors. */
  readonly stderr: Writable
  /** Whether an unforeseen failure is told with its stack. */
  readonly wantsDetails: boolean
  readonly exit: (code: number) => void
  readonly setExitCode: (code: number) => void
}
